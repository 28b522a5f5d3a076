import { isOpenedByHand } from './page';

describe('who gets a page in place of JSON', () => {
  it('is whoever opened the address in a browser', () => {
    expect(isOpenedByHand({ method: 'GET', headers: { 'sec-fetch-mode': 'navigate' } })).toBe(true);
    expect(isOpenedByHand({ method: 'GET', headers: { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' } })).toBe(true);
  });
  it('is no program, and nobody who sends something', () => {
    expect(isOpenedByHand({ method: 'GET', headers: { accept: 'application/json', 'sec-fetch-mode': 'cors' } })).toBe(false);
    expect(isOpenedByHand({ method: 'GET', headers: { accept: '*/*' } })).toBe(false);
    expect(isOpenedByHand({ method: 'POST', headers: { accept: 'text/html' } })).toBe(false);
  });
});

import { isLocalProgram } from './request';

const from = (remoteAddress: string, headers: Record<string, string>) => isLocalProgram({ socket: { remoteAddress }, headers });

describe('a persona token is asked for', () => {
  it.each([['127.0.0.1', '127.0.0.1:3001'], ['::ffff:127.0.0.1', 'localhost:3001'], ['::1', '[::1]:3001']])('by a program on this machine (%s, %s)', (peer, host) => {
    expect(from(peer, { host })).toBe(true);
  });
  it('by nobody on another machine', () => expect(from('10.0.0.7', { host: '127.0.0.1:3001' })).toBe(false));
  it('by no page under a rebound name', () => {
    expect(from('127.0.0.1', { host: 'evil.example.com:3001' })).toBe(false);
    expect(from('127.0.0.1', { host: '127.evil.example.com' })).toBe(false);
  });
  it('by no page of another origin', () => expect(from('127.0.0.1', { host: '127.0.0.1:3001', origin: 'https://evil.example.com' })).toBe(false));
});

import { cursorOf, keyOf, limitOf, MalformedCursor, pageOf } from './cursor';

describe('a list in pages', () => {
  it('has a next page only when a row more than asked for was there', () => {
    expect(pageOf([1, 2, 3], 2, (n) => [String(n)])).toEqual({ items: [1, 2], nextCursor: cursorOf(['2']) });
    expect(pageOf([1, 2], 2, (n) => [String(n)])).toEqual({ items: [1, 2], nextCursor: null });
    expect(pageOf([], 2, () => [''])).toEqual({ items: [], nextCursor: null });
  });

  it('goes on after the key of the last row', () => {
    expect(keyOf({ cursor: cursorOf(['2026-11-24', 'rpik-1705-2026/x']) }, 2)).toEqual(['2026-11-24', 'rpik-1705-2026/x']);
    expect(keyOf({}, 2)).toBeUndefined();
  });

  it.each(['???', cursorOf(['one']), Buffer.from('{"a":1}').toString('base64url'), Buffer.from('[1,2]').toString('base64url')])(
    'refuses the cursor %s, which is not its own',
    (cursor) => {
      expect(() => keyOf({ cursor }, 2)).toThrow(MalformedCursor);
    },
  );

  it('is never longer than a hundred rows', () => {
    expect([undefined, 0, 7.9, 100, 101].map((limit) => limitOf({ ...(limit !== undefined && { limit }) }))).toEqual([50, 1, 7, 100, 100]);
  });
});

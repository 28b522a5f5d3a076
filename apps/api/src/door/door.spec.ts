import { levelsOf, unstorableTexts } from './json-text';
import { etagOf, expectedOf, ifMatchOf, isIdempotencyKey, patienceOf } from './preconditions';
import { traceIdOf } from './trace';

describe('the door', () => {
  it.each([
    ['{}', 1], ['[[[]]]', 3], ['{"a":{"b":[1]}}', 3], ['"[[[["', 0], ['{"a":"\\"[[["}', 1], ['{"a":"\\\\"}', 1], ['[],[],[]', 1],
  ])('counts the levels of %s as %i', (json, levels) => {
    expect(levelsOf(json)).toBe(levels);
  });

  it('stops counting in a text that never closes', () => {
    expect(levelsOf('['.repeat(1_000_000))).toBe(33);
  });

  it('finds texts that no database can keep, by pointer', () => {
    expect(unstorableTexts({ a: 'fine', b: ['ok', 'x\u0000'], 'c/d': { e: '\ud800' }, f: '\ud83d\ude00' })).toEqual(['/b/1', '/c~1d/e']);
  });

  it.each([
    [undefined, undefined], ['*', undefined], [etagOf(12), 12], ['"v3", "v9"', 9], ['W/"v12"', 0], ['"12"', 0], ['nonsense', 0], ['', 0],
  ])('reads If-Match %s as %s', (header, seq) => {
    expect(ifMatchOf(header)).toBe(seq);
  });

  it('rests a command on the older of If-Match and expectedSeq', () => {
    expect(expectedOf('"v9"', 4)).toEqual({ seq: 4, by: 'expected-seq' });
    expect(expectedOf('"v4"', 9)).toEqual({ seq: 4, by: 'if-match' });
    expect(expectedOf(undefined, 4)).toEqual({ seq: 4, by: 'expected-seq' });
    expect(expectedOf('*', undefined)).toBeUndefined();
  });

  it.each([
    [undefined, 3], ['wait=10', 10], ['respond-async, wait=5', 5], ['respond-async', 0], ['wait=0', 0], ['wait=100000', 30], ['wait="7"', 7], ['wait=-1', 3], ['return=minimal; wait=2', 2],
  ])('reads Prefer %s as %i seconds', (header, seconds) => {
    expect(patienceOf(header)).toBe(seconds);
  });

  it.each([['a', true], ['7f3c-…', false], ['x'.repeat(200), true], ['x'.repeat(201), false], ['', false], ['a b', false], ['a\tb', false]])('takes %s for a key: %s', (key, is) => {
    expect(isIdempotencyKey(key)).toBe(is);
  });

  it('follows a trace, and makes one where none is well-formed', () => {
    expect(traceIdOf({ headers: { traceparent: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01' } })).toBe('4bf92f3577b34da6a3ce929d0e0e4736');
    expect(traceIdOf({ headers: { 'x-request-id': 'abc-1' } })).toBe('abc-1');
    expect(traceIdOf({ headers: { 'x-request-id': 'a\r\nb', traceparent: 'ff' } })).toMatch(/^[0-9a-f]{32}$/);
  });
});

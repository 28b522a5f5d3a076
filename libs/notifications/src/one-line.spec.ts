import fc from 'fast-check';
import { longestValue, oneLine } from './one-line';

describe('a value in a notice', () => {
  it('stays on one line', () => {
    expect(oneLine('Dewi\r\nBcc: all@example.com')).toBe('Dewi Bcc: all@example.com');
    expect(oneLine(' Kab.\t\tSeluma\u2028baru\u0000 ')).toBe('Kab. Seluma baru');
  });
  it('shows what it is: no marks that hide or turn text', () => {
    expect(oneLine('Seluma\u202egpj.exe\u200b')).toBe('Selumagpj.exe');
  });
  it('is cut with an ellipsis when it is very long, between characters', () => {
    expect(oneLine('🌾'.repeat(400))).toBe(`${'🌾'.repeat(longestValue - 1)}…`);
    expect(oneLine('a\ud83c')).toBe('a\ufffd');
  });
  it('whatever is given, has no control character and no more than the longest length', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (value) => {
      const line = oneLine(value);
      expect(line).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/);
      expect([...line].length).toBeLessThanOrEqual(longestValue);
    }));
  });
});

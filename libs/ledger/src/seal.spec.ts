import { sha256 } from './digest';
import { seal } from './seal';

describe('sealing the words of a command', () => {
  it('replaces note and remarks by their salted hash and length, and keeps the words beside', () => {
    const { command, texts } = seal({
      type: 'take-transition',
      transition: 'return-to-regency',
      note: 'mohon diperbaiki',
      remarks: [{ text: 'Pasal 7 ✓', unit: 'Pasal 7' }],
      conditions: [{ text: 'lampirkan peta', owner: 'regency-drafter', dueOn: '2027-01-04' }],
    });
    expect(JSON.stringify(command)).not.toMatch(/diperbaiki|Pasal 7 ✓/);
    expect(command).toMatchObject({
      note: { length: 16 },
      remarks: [{ unit: 'Pasal 7', text: { length: 9 } }],
      conditions: [{ text: 'lampirkan peta' }],
    });
    expect(texts.map(({ text }) => text)).toEqual(['mohon diperbaiki', 'Pasal 7 ✓']);
    for (const { sha256: hash, salt, text } of texts) expect(sha256(salt + text)).toBe(hash);
  });

  it('seals a file name and leaves hashes of bytes alone', () => {
    const { command } = seal({
      type: 'attach-document',
      documentType: 'team-decree',
      sha256: 'a'.repeat(64),
      size: 1,
      media: 'pdf',
      name: 'SK Tim.pdf',
    });
    expect(command).toMatchObject({ sha256: 'a'.repeat(64), name: { length: 10 } });
  });

  it('seals why a text was not opened, and names the text by its hash', () => {
    const [opened, waived] = ['a'.repeat(64), 'b'.repeat(64)];
    const { command, texts } = seal({ type: 'take-transition', transition: 'favourable', read: [{ sha256: opened }, { sha256: waived, reason: 'Sama dengan putaran 1.' }] });
    expect(command).toMatchObject({ read: [{ sha256: opened }, { sha256: waived, reason: { length: 22 } }] });
    expect(texts.map(({ text }) => text)).toEqual(['Sama dengan putaran 1.']);
    expect(JSON.stringify(command)).not.toContain('putaran');
  });

  it('gives equal words unequal hashes', () => {
    const hashes = [1, 2].map(() => seal({ type: 'add-remark', text: 'setuju', visibility: 'internal' }).texts[0]!.sha256);
    expect(hashes[0]).not.toBe(hashes[1]);
  });
});

import { randomBytes } from 'node:crypto';
import type { PersonCommand, SealedText } from '#process';
import { sha256 } from './digest';
import type { Unsealed } from './unsealed';

/** The words behind a sealed text, kept beside the chain. */
export interface OpenedText {
  sha256: string;
  salt: string;
  text: string;
}

/** A salt of its own for every text, so that equal words do not show as equal hashes. */
export function sealText(text: string): { sealed: SealedText; opened: OpenedText } {
  const salt = randomBytes(16).toString('hex');
  const hash = sha256(salt + text);
  return { sealed: { sha256: hash, length: [...text].length }, opened: { sha256: hash, salt, text } };
}

/** A command as the process reads it: confidential words replaced by their seals, the words themselves beside it. */
export function seal(command: Unsealed<PersonCommand>): { command: PersonCommand; texts: OpenedText[] } {
  const texts: OpenedText[] = [];
  const close = (text: string): SealedText => {
    const { sealed, opened } = sealText(text);
    texts.push(opened);
    return sealed;
  };
  const sealed: Record<string, unknown> = { ...command };
  for (const field of ['note', 'text', 'name']) {
    const words = sealed[field];
    if (typeof words === 'string') sealed[field] = close(words);
  }
  if (command.type === 'take-transition' && command.remarks) {
    sealed.remarks = command.remarks.map((remark) => ({ ...remark, text: close(remark.text) }));
  }
  return { command: sealed as PersonCommand, texts };
}

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

/** Named members of a command sealed, wherever they hold words. */
export function sealMembers<T extends object>(command: T, members: readonly string[]): { sealed: Record<string, unknown>; texts: OpenedText[] } {
  const texts: OpenedText[] = [];
  const sealed: Record<string, unknown> = { ...(command as object) };
  for (const member of members) {
    const words = sealed[member];
    if (typeof words !== 'string') continue;
    const text = sealText(words);
    texts.push(text.opened);
    sealed[member] = text.sealed;
  }
  return { sealed, texts };
}

/** A command as the process reads it: confidential words replaced by their seals, the words themselves beside it. */
export function seal(command: Unsealed<PersonCommand>): { command: PersonCommand; texts: OpenedText[] } {
  const { sealed, texts } = sealMembers(command, ['note', 'text', 'name']);
  if (command.type === 'take-transition' && command.remarks) {
    sealed['remarks'] = command.remarks.map((remark) => {
      const text = sealText(remark.text);
      texts.push(text.opened);
      return { ...remark, text: text.sealed };
    });
  }
  if (command.type === 'take-transition' && command.read) {
    sealed['read'] = command.read.map(({ sha256: hash, reason }) => {
      if (reason === undefined) return { sha256: hash };
      const text = sealText(reason);
      texts.push(text.opened);
      return { sha256: hash, reason: text.sealed };
    });
  }
  return { command: sealed as PersonCommand, texts };
}

import { useState } from 'react';
import { Problem } from './ask';

/**
 * The key under which a command is sent. The same command keeps it until it was recorded or refused, so that pressing twice, or again
 * after a broken line, records one act; a command that was changed, or that is to be judged afresh, gets a key of its own.
 */
export class CommandKey {
  private last: { command: string; key: string } | undefined;

  of(command: unknown): string {
    const said = JSON.stringify(command);
    if (this.last?.command !== said) this.last = { command: said, key: crypto.randomUUID() };
    return this.last.key;
  }

  recorded(): void {
    this.last = undefined;
  }

  /** Only an answer that refuses settles anything: without one, or with a fault of the house, it may have been recorded. */
  failed(failure: unknown): void {
    if (failure instanceof Problem && failure.status < 500) this.last = undefined;
  }
}

export const useCommandKey = (): CommandKey => useState(() => new CommandKey())[0];

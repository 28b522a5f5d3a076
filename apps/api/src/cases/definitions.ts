import { Injectable } from '@nestjs/common';
import type { Definition } from '#process';
import { Ledger } from '#ledger';

/** Published definitions by id and version; they never change, so each is read once. */
@Injectable()
export class Definitions {
  private readonly known = new Map<string, Promise<Definition | undefined>>();

  constructor(private readonly ledger: Ledger) {}

  of(id: string, version: number): Promise<Definition | undefined> {
    const name = `${id}.v${version}`;
    const known = this.known.get(name);
    if (known) return known;
    const read = this.ledger.registers.rules.process(id, version).then((found) => found?.definition);
    this.known.set(name, read);
    // What was not there, or could not be read, is looked for again.
    read.then((found) => found ?? this.known.delete(name), () => this.known.delete(name));
    return read;
  }
}

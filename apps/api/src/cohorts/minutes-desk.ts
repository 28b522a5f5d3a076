import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { type MinutesSource, type Paper, synchronizationMinutes } from '#process/minutes/index';
import { paperDocx, paperPdf } from '#documents';
import { type Caller, Ledger, type MinutesWish } from '#ledger';
import { problem, refused } from '../problems/catalogue';
import { cohortProblems } from '../problems/record-problems';

/** Makes the minutes of synchronization from what the ledger has recorded. */
@Injectable()
export class MinutesDesk {
  constructor(private readonly ledger: Ledger) {}

  async paper(caller: Caller, cohortId: string, wish: MinutesWish): Promise<{ source: MinutesSource; paper: Paper }> {
    const source = await this.ledger.registers.minutes.of(caller, cohortId, wish);
    if (!source) throw problem('not-found');
    if ('refused' in source) throw refused(cohortProblems, source);
    return { source, paper: synchronizationMinutes(source) };
  }

  async file(paper: Paper, format: 'docx' | 'pdf'): Promise<{ bytes: Buffer; sha256: string }> {
    const bytes = await (format === 'docx' ? paperDocx(paper) : paperPdf(paper));
    return { bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
  }
}

/** "berita-acara-17-2027-putaran-1", with the regions of an excerpt. */
export const minutesName = ({ state: { province, programmeYear }, round, excerptFor, release }: MinutesSource): string =>
  ['berita-acara', province, programmeYear, 'putaran', round, ...(excerptFor ?? []), ...(release ? [] : ['rancangan'])].join('-');

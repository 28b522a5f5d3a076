import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow';
import type { CaseAgenda, TransferUnderWay } from './activities';

/** Carry the transfer that the ledger has recorded under this seq. Answers what became of it; asked twice, it is carried once. */
export const carry = defineUpdate<string, [TransferUnderWay]>('carry');

/** Something has changed in the ledger: look there. Lost, doubled or late, it changes nothing but the hour. */
export const poke = defineSignal('poke');

/** What the workflow believes is left to do. The ledger knows better. */
export const agendaKnown = defineQuery<CaseAgenda>('agenda');

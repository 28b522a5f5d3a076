import type { PersonCommand } from '#process';
import type { Unsealed } from '#ledger';
import { problem } from '../problems/catalogue';
import { text } from '../problems/problem';
import type { TransitionBody } from './case-shapes';

type Checks = { [check: string]: 'conform' | 'not-conform' };

/** A transition as the ledger takes it. `recall` is a command of its own; `facts.checks` are the findings of a vote, every other fact is a text. */
export function toCommand({ transition, note, reasonCode, facts: given = {}, remarks, conditions, documents, read }: TransitionBody): Unsealed<PersonCommand> {
  if (transition === 'recall') return { type: 'recall', ...(note !== undefined && { note }) };
  const { checks, ...rest } = given;
  const nested = Object.entries(rest).filter(([, value]) => typeof value !== 'string');
  if (nested.length > 0 || typeof checks === 'string' || (checks && !isChecks(checks))) {
    const message = text('Isian berupa teks; checks berisi conform atau not-conform.', 'A fact is a text; checks are conform or not-conform.');
    throw problem('validation-failed', { errors: [...nested.map(([name]) => `/facts/${name}`), ...(nested.length === 0 ? ['/facts/checks'] : [])].map((pointer) => ({ pointer, message })) });
  }
  const facts = rest as Record<string, string>;
  return {
    type: 'take-transition',
    transition,
    ...(Object.keys(facts).length > 0 && { facts }),
    ...(checks && { checks: checks as Checks }),
    ...(note !== undefined && { note }),
    ...(reasonCode !== undefined && { reasonCode }),
    ...(remarks && { remarks: remarks.map(({ text: words, unit }) => ({ text: words, ...(unit !== undefined && { unit }) })) }),
    ...(conditions && { conditions: conditions.map(({ before, ...rest }) => ({ ...rest, ...(before !== undefined && { before }) })) }),
    ...(documents && { documents }),
    ...(read && { read: read.map(({ sha256, reason }) => ({ sha256, ...(reason !== undefined && { reason }) })) }),
  };
}

const isChecks = (checks: Record<string, string>): checks is Checks => Object.values(checks).every((finding) => finding === 'conform' || finding === 'not-conform');

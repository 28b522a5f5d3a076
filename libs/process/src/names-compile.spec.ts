import { type ProcessShape, defineProcess } from '.';

const label = { id: 'Uji', en: 'Test' };
const basis = { source: 'policy', certainty: 'assumed' } as const;

/** A process of two desks; each line below misspells one name of it, and the compiler has to say so. */
const small = {
  id: 'small',
  version: 1,
  label,
  roles: { clerk: { label, level: 'regency' }, chief: { label, level: 'regency' } },
  documents: { letter: { label, media: ['pdf'] } },
  facts: { sentOn: { label, kind: 'date' } },
  reasons: { incomplete: { label } },
  holdReasons: {},
  checks: {},
  ladder: [],
  ladderAt: 450,
  outcomes: { done: { label } },
  clocks: { term: { label, amount: 3, unit: 'working-day', class: 'policy', basis, starts: [{ enter: 'desk' }], meets: [{ fact: 'sentOn' }] } },
} as const;
const names = {
  start: 'desk',
  roundsAt: 'desk',
  nationReadsFrom: 'desk',
  programmeYear: { flag: 'relisting-due', until: 'sentOn', last: 'desk' },
  envelope: { clock: 'term', steps: [], unless: { fact: 'sentOn', value: 'x', steps: [] } },
  conditionClock: 'term',
  evidence: { hold: 'letter', correction: 'letter' },
} as const;
const desk = { phase: 'A', label, owner: ['clerk'], textStatus: 'draft', editable: ['letter'] } as const;
const send = { label, kind: 'advance', by: ['clerk'], to: 'signing', documents: ['letter'], facts: ['sentOn'] } as const;
const signing = { ...desk, transitions: { sign: { ...send, to: 'done' } } } as const;
const stages = { desk: { ...desk, transitions: { send } }, signing } as const;

const well = defineProcess({ ...small, ...names, stages, exits: {} });

describe('a misspelt name in a definition does not compile', () => {
  it('while the well-spelt one does, and is a plain table', () => {
    const table: ProcessShape = well;
    expect(JSON.parse(JSON.stringify(table))).toEqual(well);
  });
  it('where the name is of a stage', () => {
    // @ts-expect-error the start
    defineProcess({ ...small, ...names, start: 'desc', stages, exits: {} });
    // @ts-expect-error where a transition leads
    defineProcess({ ...small, ...names, stages: { desk: { ...desk, transitions: { send: { ...send, to: 'sining' } } }, signing }, exits: {} });
    // @ts-expect-error one of several routes
    defineProcess({ ...small, ...names, stages: { desk: { ...desk, transitions: { send: { ...send, to: [{ to: 'sining' }] } } }, signing }, exits: {} });
    // @ts-expect-error where a gate opens to
    defineProcess({ ...small, ...names, stages: { ...stages, desk: { ...desk, gate: 'sining', transitions: { send } } }, exits: {} });
    // @ts-expect-error what starts a clock
    defineProcess({ ...small, ...names, clocks: { term: { ...small.clocks.term, starts: [{ enter: 'desc' }] } }, stages, exits: {} });
    // @ts-expect-error where an exit is
    defineProcess({ ...small, ...names, stages, exits: { leave: { ...send, to: 'done', from: ['desc'] } } });
    expect(well.start).toBe('desk');
  });
  it('where the name is of a role', () => {
    // @ts-expect-error who owns a desk
    defineProcess({ ...small, ...names, stages: { ...stages, desk: { ...desk, owner: ['clark'], transitions: { send } } }, exits: {} });
    // @ts-expect-error who takes a transition
    defineProcess({ ...small, ...names, stages: { desk: { ...desk, transitions: { send: { ...send, by: ['clark'] } } }, signing }, exits: {} });
    // @ts-expect-error who takes it together
    defineProcess({ ...small, ...names, stages: { desk: { ...desk, transitions: { send: { ...send, both: ['clerk', 'chef'] } } }, signing }, exits: {} });
    expect(well.roles.clerk.level).toBe('regency');
  });
  it('where the name is of a document', () => {
    // @ts-expect-error what is required
    defineProcess({ ...small, ...names, stages: { desk: { ...desk, transitions: { send: { ...send, documents: ['leter'] } } }, signing }, exits: {} });
    // @ts-expect-error what may be replaced
    defineProcess({ ...small, ...names, stages: { ...stages, desk: { ...desk, editable: ['leter'], transitions: { send } } }, exits: {} });
    // @ts-expect-error whose text is kept
    defineProcess({ ...small, ...names, stages: { desk: { ...desk, transitions: { send: { ...send, marks: { mark: 'signed', documents: ['leter'] } } } }, signing }, exits: {} });
    // @ts-expect-error what evidence is asked for
    defineProcess({ ...small, ...names, evidence: { hold: 'leter', correction: 'letter' }, stages, exits: {} });
    expect(well.documents.letter.media).toEqual(['pdf']);
  });
  it('where the name is of a fact', () => {
    // @ts-expect-error what comes with an act
    defineProcess({ ...small, ...names, stages: { desk: { ...desk, transitions: { send: { ...send, facts: ['sentOm'] } } }, signing }, exits: {} });
    // @ts-expect-error what meets a clock
    defineProcess({ ...small, ...names, clocks: { term: { ...small.clocks.term, meets: [{ fact: 'sentOm' }] } }, stages, exits: {} });
    // @ts-expect-error what a guard looks at
    defineProcess({ ...small, ...names, stages: { desk: { ...desk, transitions: { send: { ...send, guards: [{ guard: 'fact-known', fact: 'sentOm' }] } } }, signing }, exits: {} });
    // @ts-expect-error what a fact may not precede
    defineProcess({ ...small, ...names, facts: { sentOn: { label, kind: 'date', notBefore: 'sentOm' } }, stages, exits: {} });
    expect(well.facts.sentOn.kind).toBe('date');
  });
  it('where the name is of a reason', () => {
    // @ts-expect-error why a case goes back
    defineProcess({ ...small, ...names, stages: { desk: { ...desk, transitions: { send: { ...send, reasons: ['incomplet'] } } }, signing }, exits: {} });
    expect(Object.keys(well.reasons)).toEqual(['incomplete']);
  });
  it('where the name is of a clock', () => {
    // @ts-expect-error whose expiry a guard waits for
    defineProcess({ ...small, ...names, stages: { desk: { ...desk, transitions: { send: { ...send, guards: [{ guard: 'expired', clock: 'turm', workingDaysAgo: 5 }] } } }, signing }, exits: {} });
    // @ts-expect-error under which conditions run
    defineProcess({ ...small, ...names, conditionClock: 'turm', stages, exits: {} });
    expect(Object.keys(well.clocks)).toEqual(['term']);
  });
});

import { type Definition, type ProblemCode, checkProcess, rpikV1 } from '.';

/** The process with one thing changed at an address; `undefined` takes it away. */
function broken(address: string, value: unknown): Definition {
  const copy = JSON.parse(JSON.stringify(rpikV1)) as Definition;
  const names = address.split('/');
  const last = names.pop()!;
  const room = names.reduce<Record<string, unknown>>((one, name) => one[name] as Record<string, unknown>, copy as unknown as Record<string, unknown>);
  if (value === undefined) delete room[last];
  else room[last] = value;
  return copy;
}

const label = { id: 'Uji', en: 'Test' };
const act = { label, kind: 'advance', by: ['regency-drafter'], to: 'preparation' };
const desk = { phase: 'A', label, owner: ['regency-drafter'], textStatus: 'draft', editable: [], transitions: { go: act } };

const cases: [why: string, code: ProblemCode, address: string, value: unknown, name: string][] = [
  ['starts at a stage that is not there', 'unknown-stage', 'start', 'nowhere', 'nowhere'],
  ['leads to a stage that is not there', 'unknown-stage', 'stages/programme/transitions/record-programme/to', 'nowhere', 'nowhere'],
  ['opens a gate to a stage that is not there', 'unknown-stage', 'stages/synchronization/gate', 'nowhere', 'nowhere'],
  ['sends a quorum to a stage that is not there', 'unknown-stage', 'stages/review/quorum/to', 'nowhere', 'nowhere'],
  ['has a clock that starts at a stage that is not there', 'unknown-stage', 'clocks/intake/starts', [{ enter: 'nowhere' }], 'nowhere'],
  ['has a clock met by a fact that is not there', 'unknown-fact', 'clocks/number/meets', [{ fact: 'nothing' }], 'nothing'],
  ['has an effect that requires a fact that is not there', 'unknown-fact', 'clocks/enactment/effect/requires', 'nothing', 'nothing'],
  ['reminds a role that is not there', 'unknown-role', 'clocks/sending/owner', ['nobody'], 'nobody'],
  ['gives a desk to a role that is not there', 'unknown-role', 'stages/intake/owner', ['nobody'], 'nobody'],
  ['has a superior that is not there', 'unknown-role', 'roles/regency-head/superior', 'nobody', 'nobody'],
  ['asks for a paper that is not there', 'unknown-document', 'stages/preparation/transitions/complete-preparation/documents', ['poem'], 'poem'],
  ['keeps the text of a paper that is not there', 'unknown-document', 'stages/enactment/transitions/enact/marks', { mark: 'signed', documents: ['poem'] }, 'poem'],
  ['lets a paper be replaced that is not there', 'unknown-document', 'stages/intake/editable', ['poem'], 'poem'],
  ['wants a paper for a hold that is not there', 'unknown-document', 'evidence/hold', 'poem', 'poem'],
  ['asks for a fact that is not there', 'unknown-fact', 'stages/enactment/transitions/enact/facts', ['nothing'], 'nothing'],
  ['orders a fact after one that is not there', 'unknown-fact', 'facts/enactedOn/notBefore', 'nothing', 'nothing'],
  ['returns for a reason that is not there', 'unknown-reason', 'stages/intake/transitions/return-incomplete/reasons', ['mood'], 'mood'],
  ['guards by a clock that is not there', 'unknown-clock', 'stages/review/transitions/close-review/guards', [{ guard: 'expired', clock: 'sundial', workingDaysAgo: 1 }], 'sundial'],
  ['runs conditions by a clock that is not there', 'unknown-clock', 'conditionClock', 'sundial', 'sundial'],
  ['asks voters for a check that is not there', 'unknown-check', 'stages/review/quorum/voters/provincial-legal', ['C99'], 'C99'],
  ['has a desk nobody reaches', 'stage-not-reachable', 'stages/island', desk, 'island'],
  ['has a desk nobody hands on', 'stage-without-way-out', 'stages/publication/transitions', {}, 'publication'],
  ['has a desk only strangers hand on', 'stage-without-way-out', 'stages/publication/transitions/publish/by', ['nobody'], 'publication'],
  ['gives one name to an exit and an act of the desk', 'transition-twice', 'stages/drafting/transitions/withdraw', act, 'withdraw'],
  ['asks for a paper nobody may bring', 'document-not-uploadable', 'stages/recommendation/editable', [], 'recommendation-letter'],
  ['asks for one of several papers nobody may bring', 'document-not-uploadable', 'stages/programme/editable', [], 'outside-programme-approval'],
  ['has superiors in a circle', 'superior-circle', 'roles/administrator/superior', 'regency-drafter', 'administrator'],
  ['has a ladder out of order', 'ladder-not-sorted', 'ladder', [{ day: 1, to: 'owner' }, { day: -1, to: 'owner' }], '1'],
  ['has a rung twice', 'ladder-not-sorted', 'ladder', [{ day: 1, to: 'owner' }, { day: 1, to: 'superior' }], '1'],
  ['has a stage without its English name', 'label-missing', 'stages/review/label', { id: 'Penelaahan' }, 'en'],
  ['has a transition with an empty Indonesian name', 'label-missing', 'exits/lapse/label', { id: ' ', en: 'Lapse' }, 'id'],
  ['has a reason for a hold in one language', 'label-missing', 'holdReasons/election', { id: 'Pemilihan' }, 'en'],
];

describe('a definition is checked before it is published', () => {
  it('finds nothing wrong with version 1 of the RPIK process', () => {
    expect(checkProcess(rpikV1)).toEqual([]);
  });
  it.each(cases)('finds a process that %s', (_why, code, address, value, name) => {
    const found = checkProcess(broken(address, value)).filter((problem) => problem.code === code);
    expect(found.flatMap(({ names }) => names)).toContain(name);
  });
  it('says where', () => {
    expect(checkProcess(broken('exits/lapse/label', { id: 'Gugur' }))).toEqual([{ code: 'label-missing', at: 'exits/lapse', names: ['en'] }]);
  });
});

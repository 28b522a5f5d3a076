import { boardCsv, cell } from './board-csv';

const gate = { open: false, counted: [], ready: [], missing: [], waived: [], fixed: [], shut: [], sentence: { id: 'Tertutup.', en: 'Closed.' } };
const member = {
  region: { code: '1705', name: 'Kab. Seluma' }, state: 'active', caseId: 'rpik-1705-2027', phase: 'B', stage: { id: 'review', label: { id: 'Penelaahan', en: 'Review' } }, status: 'open', round: 1, enteredAt: '2026-11-20T02:00:00.000Z', provisional: false, provisionalBecause: null, dueOn: '2026-12-04', workingDaysLeft: 8, workingDaysInStage: 2,
  arrivedAt: null, missingSince: '2026-11-20T02:00:00.000Z', actors: [{ role: 'provincial-planner', scope: '17', label: { id: 'Bappeda', en: 'Planner' }, vacant: false }], lacks: { documents: ['team-decree'], remarks: 2, readiness: ['land-area', 'clear'] }, conflicts: ['X01.1701-1705.kopi'],
};

describe('the board as a table', () => {
  it('has a row for every member under one header', () => {
    const lines = boardCsv({ cohort: 'cohort-17-2027', round: 1, gate, atCutOff: null, blockedBy: gate.sentence, nextMeeting: null, asIf: null, members: [member, { ...member, lacks: null, conflicts: null }] }).split('\r\n');
    expect(lines).toHaveLength(4);
    expect(lines[1]).toBe('1705,Kab. Seluma,active,rpik-1705-2027,1,B,review,open,2026-11-20T02:00:00.000Z,2026-12-04,,8,2,,2026-11-20T02:00:00.000Z,team-decree,2,land-area clear,X01.1701-1705.kopi,provincial-planner@17,,Tertutup.');
    const onSand = { ...member, dueOn: '2028-01-07', provisional: true, provisionalBecause: { id: 'sementara: tabel libur 2028 belum ada', en: '' } };
    expect(boardCsv({ cohort: 'cohort-17-2027', round: 1, gate, atCutOff: null, blockedBy: gate.sentence, nextMeeting: null, asIf: null, members: [onSand] })).toContain(',2028-01-07,sementara: tabel libur 2028 belum ada,8,');
    expect(lines[2]).toContain(',,,,,provincial-planner@17');
  });

  it('says on every row what was supposed, and quotes what would run as a formula', () => {
    const supposed = { supposed: ['cut-off' as const, 'waive:1706' as const], before: gate, effect: gate.sentence };
    expect(boardCsv({ cohort: 'cohort-17-2027', round: 1, gate, atCutOff: null, blockedBy: { id: '=1, 2', en: '' }, nextMeeting: null, asIf: supposed, members: [member] }).split('\r\n')[1]).toMatch(/,cut-off waive:1706,"'=1, 2"$/);
  });

  it.each([['a,b', '"a,b"'], ['say "no"', '"say ""no"""'], ['=1+1', "'=1+1"], [null, ''], [0, '0']])('writes %p as %s', (value, written) => {
    expect(cell(value)).toBe(written);
  });
});

import { act, attach, callerFor, carry, openTestDatabase, type TestDatabase, toPreparation } from '#test/database';

describe('the reason that the land is not clear', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await openTestDatabase();
  });
  afterAll(() => db.close());

  const cohort = async (programmeYear: number, includeReadiness: boolean) =>
    db.ledger.cohorts.create(await callerFor(db.ledger, 'coordinator-1700'), {
      key: `cohort-${programmeYear}`,
      input: {
        province: '17',
        programmeYear,
        referencePlans: [],
        members: [{ regionCode: '1705', state: 'active' }],
        policy: { need: 'all', mustInclude: [], onCutOff: 'ask', includeReadiness },
        cutOffOn: `${programmeYear}-06-30`,
      },
    });

  /** A case of Seluma that lies at the province's intake. */
  async function atIntake(year: number): Promise<string> {
    const caseId = await toPreparation(db.ledger, { region: '1705', year });
    const step = async (subject: string, transition: string, documents: string[], rest: object = {}) => {
      for (const type of documents) await attach(db.ledger, caseId, subject, type, /^(draft-regulation|harmonized-draft)$/.test(type) ? 'docx' : 'pdf');
      await act(db.ledger, caseId, subject, { type: 'take-transition', transition, ...rest });
      await carry(db.ledger, caseId);
    };
    const drafter = 'drafter-1705';
    await step(drafter, 'complete-preparation', ['team-decree', 'plan-document']);
    await step(drafter, 'complete-academic-paper', ['academic-paper']);
    await act(db.ledger, caseId, drafter, { type: 'save-matrix', sha256: 'b'.repeat(64), valid: true });
    await step(drafter, 'open-consultation', ['draft-regulation', 'plan-annex']);
    await step(drafter, 'close-consultation', ['consultation-report', 'attendance-list', 'cover-letter'], { facts: { coverLetterNumber: '500/1' } });
    await step('harmonizer-1700', 'complete-harmonization', ['harmonization-letter', 'harmonized-draft']);
    return caseId;
  }

  const returned = async (caseId: string) =>
    db.ledger.cases.apply(caseId, await callerFor(db.ledger, 'coordinator-1700'), {
      key: `return-${caseId}`,
      command: { type: 'take-transition', transition: 'return-incomplete', reasonCode: 'land-not-clear', remarks: [{ text: 'Sertifikat belum ada.' }] },
    });

  it("is a reason where the cohort's policy includes readiness", async () => {
    await cohort(2041, true);
    expect(await returned(await atIntake(2041))).toHaveProperty('applied');
  });

  it('is none where the policy leaves readiness out, or where there is no cohort', async () => {
    await cohort(2042, false);
    expect(await returned(await atIntake(2042))).toMatchObject({ refused: 'reason-not-available' });
    expect(await returned(await atIntake(2043))).toMatchObject({ refused: 'reason-not-available' });
  });
});

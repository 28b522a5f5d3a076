import { DemoCase } from './demo-case';
import { referencePlans } from './claims';
import { type StageHands, together } from './stage-hands';

/** The cohort of programme year 2025: two regions released in February 2026, a late one in October; Mukomuko was not waited for. */
export class EarlierYear {
  readonly city: DemoCase;
  readonly rejangLebong: DemoCase;
  readonly kepahiang: DemoCase;
  private readonly cohort = '/v1/cohorts/cohort-17-2025';

  constructor(private readonly hands: StageHands) {
    const story = (code: string) => new DemoCase(hands.as, code, 2025);
    [this.city, this.rejangLebong, this.kepahiang] = [story('1771'), story('1702'), story('1708')];
  }

  private get all(): DemoCase[] {
    return [this.city, this.rejangLebong, this.kepahiang];
  }

  private get first(): DemoCase[] {
    return [this.city, this.rejangLebong];
  }

  async begin(): Promise<void> {
    await this.hands.as('coordinator-1700').must('POST', '/v1/cohorts', {
      province: '17',
      programmeYear: 2025,
      referencePlans,
      members: ['1702', '1706', '1708', '1771'],
      policy: { need: { atLeast: 2 }, mustInclude: ['1771'], onCutOff: 'ask', includeReadiness: false },
      cutOffOn: '2026-03-31',
    });
    await together(this.all, async (story) => {
      await story.file();
      await story.enterProgramme();
    });
  }

  prepare = () => together(this.all, (story) => story.prepare());
  study = () => together(this.all, (story) => story.study());
  consult = () => together(this.first, (story) => story.consult());
  submit = () => together(this.first, (story) => story.submit());
  harmonize = () => together(this.first, (story) => story.completeHarmonization(3));
  accept = () => together(this.first, (story) => story.accept());
  agree = () => together(this.first, (story) => story.allAgree('Rencana lama; penyesuaian dicatat pada tahun berikutnya.'));
  relist = () => together(this.all, (story) => story.relist(2026));

  /** A meeting, a waiver of two persons, and the first release. */
  async release(): Promise<void> {
    const [coordinator, planner] = [this.hands.as('coordinator-1700'), this.hands.as('planner-1700')];
    await coordinator.must('POST', `${this.cohort}/meetings`, { heldOn: '2026-02-20', invited: ['1702', '1706', '1708', '1771'], attended: ['1702', '1708', '1771'], minutes: 'Disepakati: dua daerah yang hadir diteruskan; Kepahiang menyusul pada putaran berikutnya.' });
    await coordinator.must('POST', `${this.cohort}/waivers`, { regionCode: '1706', reason: 'Mukomuko menunda ke tahun 2026 karena menunggu RTRW kabupaten.' });
    await planner.must('POST', `${this.cohort}/waivers/1/confirm`);
    await this.settle();
    await coordinator.must('POST', `${this.cohort}/release`, { note: 'Rapat sinkronisasi 20 Februari 2026.' });
    await together(this.first, ({ caseId }) => this.hands.passed(caseId));
  }

  recommend = () => together(this.first, (story) => story.recommend());
  propose = () => together(this.first, (story) => story.propose());

  async sign(): Promise<void> {
    await this.city.sign();
    await this.rejangLebong.sign([
      { text: 'Peta kawasan peruntukan industri dilengkapi sebelum pembicaraan tingkat I.', owner: 'regency-drafter', dueOn: '2026-12-11' },
      { text: 'Laporan tahun pertama pelaksanaan RPIK disampaikan kepada kementerian.', owner: 'regency-head', dueOn: '2028-01-31' },
    ]);
  }

  submitToCouncil = () => together(this.first, (story) => story.submitToCouncil());

  async startDiscussion(): Promise<void> {
    await this.city.take(this.city.council, 'start-discussion', { facts: { discussionStartedOn: '2026-06-08' } });
  }

  /** Kepahiang reaches the gate after the others have gone: a round of its own. */
  async secondRound(): Promise<void> {
    const coordinator = this.hands.as('coordinator-1700');
    await this.settle();
    await coordinator.must('POST', `${this.cohort}/release`, { note: 'Putaran kedua: Kepahiang menyusul.' });
    await this.hands.passed(this.kepahiang.caseId);
  }

  /** What only has to be noted is noted with a sentence; two regions of coffee are let stand, and every later paper says why. */
  private async settle(): Promise<void> {
    const coordinator = this.hands.as('coordinator-1700');
    const { body } = await coordinator.get<{ items: { key: string; effect: string; settledBy: string | null }[] }>(`${this.cohort}/conflicts`);
    for (const { key, effect, settledBy } of body.items) {
      if (settledBy) continue;
      if (effect === 'acknowledge') await coordinator.must('POST', `${this.cohort}/conflicts/${key}/acknowledgement`, { note: 'Dibahas dalam rapat sinkronisasi 20 Februari 2026; dicatat.' });
      if (effect === 'blocks') await coordinator.must('POST', `${this.cohort}/conflicts/${key}/override`, { reason: 'Rejang Lebong dan Kepahiang satu hamparan kopi; Gubernur meminta keduanya dikembangkan sebagai satu klaster.' });
    }
  }
}

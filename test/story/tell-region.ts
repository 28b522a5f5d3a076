import { draftRegulation, samplePdf } from '#documents';
import type { StoryRegion } from './regions';
import { type CaseBody, SelarasClient } from './selaras-client';

const PDF = 'application/pdf';
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

export const lastVote = { facts: { checks: { C05: 'conform' } } };

/** The people of one region's story, each with a session of their own. */
export function castOf(url: string, code: string, as: (persona: string) => SelarasClient = (persona) => new SelarasClient(url, persona)) {
  return {
    drafter: as(`drafter-${code}`),
    harmonizer: as('harmonizer-1700'),
    coordinator: as('coordinator-1700'),
    planner: as('planner-1700'),
    legal: as('legal-1700'),
    reviewer: as('ministry-reviewer'),
    signer: as('ministry-signer'),
  };
}
export type Cast = ReturnType<typeof castOf>;

/** One region's RPIK through the public API, with real papers; each method is a stretch of the way. */
export class RegionStory {
  acts = 0;
  documents = 0;
  readonly caseId: string;

  constructor(
    readonly cast: Cast,
    readonly region: StoryRegion,
    readonly year: number,
    readonly said: (line: string) => void = () => {},
  ) {
    this.caseId = `rpik-${region.code}-${year}`;
  }

  async file(): Promise<void> {
    const { region, year } = this;
    await this.cast.drafter.must('POST', '/v1/cases', {
      process: 'rpik',
      regionCode: region.code,
      programmeYear: year,
      title: `RPIK ${region.name} ${year + 1}–${year + 20}`,
      planYears: { from: year + 1, to: year + 20 },
    });
    this.acts += 1;
  }

  /** Stages 1 to 5: programme, team, academic paper, draft, consultation. */
  async draft(): Promise<void> {
    await this.enterProgramme();
    await this.prepare();
    await this.study();
    await this.consult();
    await this.submit();
  }

  async enterProgramme(): Promise<void> {
    const { drafter } = this.cast;
    await this.pdf(drafter, 'council-programme-decision');
    await this.take(drafter, 'record-programme', { facts: { programmeDecisionNumber: `188/${this.region.code}/DPRD`, programmeYear: String(this.year) } });
  }

  async prepare(): Promise<void> {
    const { drafter } = this.cast;
    await this.pdf(drafter, 'team-decree');
    await this.pdf(drafter, 'plan-document');
    await this.take(drafter, 'complete-preparation');
  }

  async study(): Promise<void> {
    const { drafter } = this.cast;
    await this.pdf(drafter, 'academic-paper');
    await this.take(drafter, 'complete-academic-paper');
  }

  async consult(): Promise<void> {
    const { drafter } = this.cast;
    await this.regulation(drafter, 'draft-regulation', 1);
    await this.pdf(drafter, 'plan-annex');
    await drafter.must('PUT', `/v1/cases/${this.caseId}/plan-matrix`, this.matrix());
    this.acts += 1;
    await this.take(drafter, 'open-consultation');
  }

  async submit(): Promise<void> {
    const { drafter } = this.cast;
    for (const type of ['consultation-report', 'attendance-list', 'cover-letter']) await this.pdf(drafter, type);
    await this.take(drafter, 'close-consultation', { facts: { coverLetterNumber: `500/${this.region.code}/2026` } });
  }

  async harmonize(): Promise<void> {
    const { drafter, harmonizer } = this.cast;
    if (this.region.turn === 'returned-from-harmonization') {
      await this.take(harmonizer, 'return-from-harmonization', {
        reasonCode: 'drafting-technique',
        remarks: [{ text: 'Rumusan Pasal 3 ayat (1) belum sesuai Lampiran II UU 12/2011.', unit: 'Pasal 3 ayat (1)' }],
      });
      await this.answerRemarks(drafter);
      await this.regulation(drafter, 'draft-regulation', 2);
      await this.pdf(drafter, 'response-matrix');
      await this.take(drafter, 'resubmit');
    }
    await this.pdf(harmonizer, 'harmonization-letter');
    await this.regulation(harmonizer, 'harmonized-draft', 3);
    await this.take(harmonizer, 'complete-harmonization');
  }

  /** Stages 7 and 8: intake and the three votes of the province. */
  async review(): Promise<void> {
    await this.reviewToLastVote();
    await this.take(this.cast.legal, 'favourable', lastVote);
  }

  /** Until the vote of the legal bureau alone keeps it from the gate. */
  async reviewToLastVote(): Promise<void> {
    const { coordinator, drafter, legal } = this.cast;
    if (this.region.turn === 'corrected-at-intake') {
      await this.take(coordinator, 'request-correction', { documents: ['cover-letter'], note: 'Surat pengantar belum ditandatangani.' });
      await this.pdf(drafter, 'cover-letter', 'ditandatangani');
      await this.take(drafter, 'provide-correction');
    }
    await this.take(coordinator, 'accept-intake');
    if (this.region.turn === 'vetoed') {
      await this.take(legal, 'unfavourable', {
        facts: { checks: { C05: 'not-conform' } },
        remarks: [{ text: 'Pasal 9 mengatur perizinan yang bukan kewenangan kabupaten.', unit: 'Pasal 9' }],
      });
      await this.take(coordinator, 'return-to-regency', { reasonCode: 'outside-authority' });
      await this.answerRemarks(drafter);
      await this.pdf(drafter, 'response-matrix');
      await this.take(drafter, 'resubmit');
      await this.take(coordinator, 'accept-intake');
    }
    await this.take(coordinator, 'favourable', { facts: { checks: { C01: 'conform', C02: 'conform' } } });
    await this.take(this.cast.planner, 'favourable', { facts: { checks: { C03: 'conform', C04: 'conform', C06: 'conform' } } });
  }

  /** Stages 10 to 12, after the gate: the province recommends, the ministry assesses and signs. */
  async endorse(): Promise<CaseBody> {
    await this.reachSigning();
    const { signer } = this.cast;
    await this.pdf(signer, 'endorsement-letter');
    await signer.signIn();
    return this.take(signer, 'endorse', { facts: { endorsementLetterNumber: `B/${this.region.code}/IND/2026` } });
  }

  /** Until the signer has it. */
  async reachSigning(): Promise<void> {
    const { coordinator, reviewer } = this.cast;
    await this.pdf(coordinator, 'recommendation-letter');
    await this.pdf(coordinator, 'synchronization-minutes');
    await this.take(coordinator, 'recommend');
    await this.pdf(reviewer, 'ministry-assessment');
    await this.take(reviewer, 'propose-endorsement');
  }

  async take(who: SelarasClient, transition: string, rest: object = {}): Promise<CaseBody> {
    const after = await who.take(this.caseId, transition, rest);
    this.acts += 1;
    this.said(`${this.region.name}: ${transition} → ${after.stage.id}`);
    return after;
  }

  async pdf(who: SelarasClient, type: string, version = '1'): Promise<void> {
    const bytes = await samplePdf(`${type} ${this.region.name}`, [`Data contoh, bukan dokumen resmi.`, `Versi ${version}`, `Tahun ${this.year}`]);
    await who.upload(this.caseId, type, bytes, `${type}-${this.region.code}.pdf`, PDF);
    this.documents += 1;
  }

  async regulation(who: SelarasClient, type: string, articlesSeed: number): Promise<void> {
    const { region, year } = this;
    const headTitle = region.kind === 'kota' ? 'Wali Kota' : 'Bupati';
    const bytes = await draftRegulation({ regionName: region.name, kind: region.kind, headTitle, year, products: [region.commodity], zone: `Sentra IKM ${region.name}`, articlesSeed });
    await who.upload(this.caseId, type, bytes, `raperda-${region.code}-v${articlesSeed}.docx`, DOCX);
    this.documents += 1;
  }

  async answerRemarks(who: SelarasClient, text = 'Telah diperbaiki pada rancangan terakhir.'): Promise<void> {
    const { body } = await who.get<CaseBody>(`/v1/cases/${this.caseId}`);
    for (const { n, answer } of body.remarks) {
      if (answer) continue;
      await who.must('POST', `/v1/cases/${this.caseId}/remarks/${n}/answer`, { text });
      this.acts += 1;
    }
  }

  protected matrix(): object {
    const { code, kbli, commodity, name } = this.region;
    return {
      flagships: [{ kbli, commodity, role: 'main', from: this.year + 1, to: this.year + 20, target: { unit: 'ton', value: 500 }, sharedWith: [], division: '' }],
      zones: [{ name: `Sentra IKM ${name}`, kind: 'sentra', areaHa: 0.5, rtrwRef: `Perda RTRW ${code}` }],
      materials: [{ commodity, tonnesPerYear: 600, origin: name, use: 'produced' }],
      links: [{ from: code, to: 'pulau-baai', commodity, tonnesPerYear: 400 }],
      port: { tonnesPerYear: 400 },
      sentra: [{ name: `Sentra ${commodity}`, units: 6, product: commodity }],
    };
  }
}

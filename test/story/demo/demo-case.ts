import { samplePdf } from '#documents';
import { rpikV1 } from '#process';
import { storyRegions } from '../regions';
import type { SelarasClient } from '../selaras-client';
import { type Cast, castOf, RegionStory } from '../tell-region';
import { earlierMatrixOf, matrixOf } from './claims';

type Speaker = (persona: string) => SelarasClient;
type Remark = { text: string; unit?: string };

const PDF = 'application/pdf';
const labels: Record<string, { label: { id: string } }> = rpikV1.documents;

/** A case of the demo, one step at a time, so that days lie between its steps. */
export class DemoCase extends RegionStory {
  readonly head: SelarasClient;
  readonly council: SelarasClient;

  constructor(as: Speaker, code: string, year: number) {
    const cast: Cast = castOf('', code, as);
    super(cast, storyRegions.find((region) => region.code === code)!, year);
    this.head = as(`head-${code}`);
    this.council = as(`council-${code}`);
  }

  override async pdf(who: SelarasClient, type: string, version = '1'): Promise<void> {
    const { region, year } = this;
    const place = `${region.kind === 'kota' ? 'Kota' : 'Kabupaten'} ${region.name.replace(/^Kota /, '')}`;
    const lines = [
      'Data contoh, bukan dokumen resmi.',
      `Nomor: ${500 + Number(region.code.slice(2))}/${type.length}/DISPERIN/${year} (contoh)`,
      `Hal: ${labels[type]?.label.id ?? type} dalam penyusunan Rencana Pembangunan Industri ${place} Tahun ${year + 1}-${year + 20}.`,
      `Naskah ini dibuat untuk peragaan; isi, nomor, dan nama di dalamnya rekaan. Produk unggulan yang disebut: ${region.commodity}.`,
      ...(version === '1' ? [] : [`Perbaikan: ${version}.`]),
    ];
    await who.upload(this.caseId, type, await samplePdf(`${labels[type]?.label.id ?? type} ${place}`, lines), `${type}-${region.code}-${year}.pdf`, PDF);
    this.documents += 1;
  }

  async completeHarmonization(seed: number): Promise<void> {
    const { harmonizer } = this.cast;
    await this.pdf(harmonizer, 'harmonization-letter');
    await this.regulation(harmonizer, 'harmonized-draft', seed);
    await this.take(harmonizer, 'complete-harmonization');
  }

  returnFromHarmonization(remarks: Remark[]): Promise<unknown> {
    return this.take(this.cast.harmonizer, 'return-from-harmonization', { reasonCode: 'drafting-technique', remarks });
  }

  /** With a new text it goes through harmonisation again; without one, straight back to the province. */
  async resubmit({ text }: { text?: number } = {}): Promise<void> {
    const { drafter } = this.cast;
    await this.answerRemarks(drafter, 'Rumusan telah diperbaiki sesuai catatan; lihat matriks tanggapan.');
    if (text !== undefined) await this.regulation(drafter, 'draft-regulation', text);
    await this.pdf(drafter, 'response-matrix', `putaran ${text ?? 0}`);
    await this.take(drafter, 'resubmit');
  }

  accept(): Promise<unknown> {
    return this.take(this.cast.coordinator, 'accept-intake');
  }

  async plannerAgrees(): Promise<void> {
    await this.take(this.cast.planner, 'favourable', { facts: { checks: { C03: 'conform', C04: 'conform', C06: 'conform' } } });
  }

  async legalAgrees(): Promise<void> {
    await this.take(this.cast.legal, 'favourable', { facts: { checks: { C05: 'conform' } } });
  }

  async coordinatorAgrees(note?: string): Promise<void> {
    await this.take(this.cast.coordinator, 'favourable', { facts: { checks: { C01: 'conform', C02: 'conform' } }, ...(note && { note }) });
  }

  async allAgree(note?: string): Promise<void> {
    await this.plannerAgrees();
    await this.legalAgrees();
    await this.coordinatorAgrees(note);
  }

  async recommend(): Promise<void> {
    const { coordinator } = this.cast;
    await this.pdf(coordinator, 'recommendation-letter');
    await this.pdf(coordinator, 'synchronization-minutes');
    await this.take(coordinator, 'recommend');
  }

  async propose(): Promise<void> {
    await this.pdf(this.cast.reviewer, 'ministry-assessment');
    await this.take(this.cast.reviewer, 'propose-endorsement');
  }

  async sign(conditions?: { text: string; owner: string; dueOn: string; before?: string }[]): Promise<void> {
    const { signer } = this.cast;
    await this.pdf(signer, 'endorsement-letter');
    await signer.signIn();
    await this.take(signer, conditions ? 'endorse-with-conditions' : 'endorse', { facts: { endorsementLetterNumber: `B/${this.region.code}/IND/${this.year + 1}` }, ...(conditions && { conditions }) });
  }

  /** A programme year that has passed before the joint approval: the council lists the draft anew. */
  async relist(year: number): Promise<void> {
    await this.pdf(this.council, 'relisting-decision');
    await this.take(this.council, 'relist', { facts: { relistingNumber: `12/DPRD/${year}`, relistingYear: String(year) } });
  }

  async submitToCouncil(): Promise<void> {
    await this.pdf(this.head, 'cover-memorandum');
    await this.take(this.head, 'submit-to-council');
  }

  /** The plenary of the council: both sign, and the clocks of the law start. */
  async approveJointly(on: string): Promise<void> {
    await this.pdf(this.council, 'joint-approval-minutes');
    await this.pdf(this.council, 'approved-draft');
    await this.pdf(this.council, 'plan-annex', 'hasil pembahasan');
    await this.take(this.council, 'approve-jointly', { facts: { jointApprovedOn: on } });
    await this.take(this.head, 'approve-jointly', { facts: { jointApprovedOn: on } });
  }

  async sendForEvaluation({ handedOverOn, sentOn, receivedOn }: { handedOverOn: string; sentOn: string; receivedOn?: string }): Promise<void> {
    await this.take(this.council, 'hand-over', { facts: { handedOverOn } });
    await this.pdf(this.head, 'evaluation-request');
    await this.take(this.head, 'submit-for-evaluation', { facts: { sentOn } });
    if (receivedOn !== undefined) await this.received(receivedOn);
  }

  async received(receivedOn: string): Promise<void> {
    await this.take(this.cast.legal, 'receive', { facts: { receivedOn } });
  }

  protected override matrix(): object {
    return this.year < 2026 ? earlierMatrixOf(this.region.code, this.year) : matrixOf(this.region.code, this.year);
  }
}

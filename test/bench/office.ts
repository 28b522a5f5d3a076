import { randomUUID } from 'node:crypto';
import { samplePdf } from '#documents';
import { call, type Reply } from './call';

export const regions = ['1701', '1702', '1703', '1704', '1705', '1706', '1707', '1708', '1709', '1771'] as const;

/** Years of programmes a run has not used yet: a region files one case a year. */
const firstYear = 2015;
const lastYear = 2099;

export interface BenchCase {
  readonly id: string;
  readonly year: number;
  readonly drafter: string;
}

/** The drafters of ten regions at work: they file cases, bring papers, remark and hand over, through HTTP and with nothing but HTTP. */
export class Office {
  private readonly tokens = new Map<string, string>();
  private filed = 0;
  private readonly papers = new Map<number, Buffer>();

  constructor(
    private readonly url: string,
    private readonly from = firstYear,
  ) {}

  async fileCase(): Promise<BenchCase> {
    const region = regions[this.filed % regions.length]!;
    const year = this.from + Math.floor(this.filed / regions.length);
    this.filed += 1;
    if (year > lastYear) throw new Error('The bench has used up its years.');
    const drafter = `drafter-${region}`;
    await this.send(drafter, 'POST', '/v1/cases', { process: 'rpik', regionCode: region, programmeYear: year, title: `RPIK ${region} ${year}`, planYears: { from: year + 1, to: year + 20 } });
    return { id: `rpik-${region}-${year}`, year, drafter };
  }

  remark = ({ id, drafter }: BenchCase): Promise<Reply> =>
    this.send(drafter, 'POST', `/v1/cases/${id}/remarks`, { text: 'Sesuaikan rumusan dengan RTRW provinsi dan RPIP.', unit: 'Pasal 7 ayat (2)', visibility: 'counterpart' });

  /** The decision of the council on the programme, as a PDF of at least `size` bytes. */
  async bring({ id, drafter }: BenchCase, size: number): Promise<Reply> {
    const paper = this.papers.get(size) ?? (await paperOf(size));
    this.papers.set(size, paper);
    return this.send(drafter, 'PUT', `/v1/cases/${id}/documents/council-programme-decision`, paper, { 'content-type': 'application/pdf', 'content-disposition': `attachment; filename*=UTF-8''keputusan.pdf` });
  }

  /** From the programme to the preparation of the plan; waits long enough for a 202 to mean that something is wrong. */
  async handOver({ id, year, drafter }: BenchCase): Promise<Reply> {
    const reply = await this.send(drafter, 'POST', `/v1/cases/${id}/transitions`, { transition: 'record-programme', facts: { programmeDecisionNumber: '188/12/DPRD', programmeYear: String(year) } }, { prefer: 'wait=30' });
    if (reply.status !== 200) throw new Error(`${id} is still on its way: ${reply.text}`);
    return reply;
  }

  formCohort(year: number): Promise<Reply> {
    const policy = { need: 'all', mustInclude: [], onCutOff: 'ask', includeReadiness: false };
    return this.send('coordinator-1700', 'POST', '/v1/cohorts', { province: '17', programmeYear: year, referencePlans: [], members: [...regions], policy, cutOffOn: '2027-06-30' });
  }

  async moveClock(by: object): Promise<{ ticked: number }> {
    const { text } = await this.send('admin', 'POST', '/v1/demo/clock', by);
    return JSON.parse(text) as { ticked: number };
  }

  read = (who: string, path: string): Promise<Reply> => this.send(who, 'GET', path);

  private async send(who: string, method: string, path: string, body?: object | Buffer, headers: Record<string, string> = {}): Promise<Reply> {
    const reply = await call(`${this.url}${path}`, {
      method,
      headers: {
        accept: 'application/json',
        authorization: `Bearer ${await this.token(who)}`,
        ...(method !== 'GET' && { 'idempotency-key': randomUUID() }),
        ...(body && !Buffer.isBuffer(body) && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body && { body: Buffer.isBuffer(body) ? body : JSON.stringify(body) }),
    });
    if (reply.status >= 300) throw new Error(`${who} ${method} ${path}: ${reply.status} ${reply.text}`);
    return reply;
  }

  private async token(persona: string): Promise<string> {
    const known = this.tokens.get(persona);
    if (known) return known;
    const { text } = await call(`${this.url}/v1/demo/token`, { headers: { 'content-type': 'application/json' }, body: JSON.stringify({ persona }) });
    const { accessToken, access_token: other } = JSON.parse(text) as { accessToken?: string; access_token?: string };
    const token = accessToken ?? other;
    if (!token) throw new Error(`${persona} could not sign in: ${text}`);
    this.tokens.set(persona, token);
    return token;
  }
}

/** A real PDF, made as long as it has to be by comments, which readers pass over (ISO 32000-2, 7.2.4). */
async function paperOf(size: number): Promise<Buffer> {
  const pdf = Buffer.from(await samplePdf('Keputusan DPRD', ['Data contoh, bukan dokumen resmi.']));
  const end = pdf.lastIndexOf('startxref');
  const line = `%${'x'.repeat(78)}\n`;
  const filler = Buffer.from(line.repeat(Math.max(0, Math.ceil((size - pdf.length) / line.length))));
  return Buffer.concat([pdf.subarray(0, end), filler, pdf.subarray(end)]);
}

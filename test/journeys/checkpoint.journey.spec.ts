import fs from 'node:fs';
import path from 'node:path';
import { House } from '#test/house';
import { storyRegions } from '../story/regions';
import type { CaseBody } from '../story/selaras-client';
import { castOf, RegionStory } from '../story/tell-region';

jest.setTimeout(180_000);

/** The file of an object in the content-addressed store, wherever it fans out. */
function storedFile(folder: string, sha256: string): string {
  const found = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).find((file) => file.endsWith(sha256));
  if (!found) throw new Error(`${sha256} is not in the store`);
  return path.join(folder, found);
}

describe('a document checkpoint', () => {
  let house: House;
  let story: RegionStory;

  beforeAll(async () => {
    house = await House.open('checkpoint');
    story = new RegionStory(castOf(house.url, '1705'), storyRegions.find(({ code }) => code === '1705')!, 2027);
    await story.file();
    await story.pdf(story.cast.drafter, 'council-programme-decision');
  });
  afterAll(() => house?.close());

  const record = () =>
    story.cast.drafter.command<CaseBody & { code: string; detail: string }>('POST', `/v1/cases/${story.caseId}/transitions`, {
      transition: 'record-programme',
      facts: { programmeDecisionNumber: '1', programmeYear: '2027' },
    });

  it('finds a byte that was changed on disk, keeps the case at its desk and asks for the document again', async () => {
    const before = await story.cast.drafter.get<CaseBody>(`/v1/cases/${story.caseId}`);
    const file = storedFile(house.documents, before.body.documents[0]!.sha256);
    const bytes = fs.readFileSync(file);
    bytes[bytes.length - 20]! ^= 1;
    fs.chmodSync(file, 0o600);
    fs.writeFileSync(file, bytes);

    const refused = await record();
    expect(refused.body.code).toBe('document-damaged');
    const after = await story.cast.drafter.get<CaseBody & { tasks: { key?: string; taskId?: string }[] }>(`/v1/cases/${story.caseId}`);
    expect(after.body.stage.id).toBe('programme');
    expect(JSON.stringify(after.body.tasks)).toContain('damaged.council-programme-decision');
  });

  it('lets the case go once the document has been replaced', async () => {
    await story.pdf(story.cast.drafter, 'council-programme-decision', 'pengganti');
    const moved = await record();
    expect([200, 202]).toContain(moved.status);
    expect((await story.cast.drafter.arrived(story.caseId)).stage.id).toBe('preparation');
    expect(await house.verified()).toMatchObject({ code: 0 });
  });

  it('stores identical bytes once, and says so by the same hash', async () => {
    const bytes = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');
    const one = await story.cast.drafter.upload(story.caseId, 'team-decree', bytes, 'sk-tim.pdf', 'application/pdf');
    const other = await story.cast.drafter.upload(story.caseId, 'plan-document', bytes, 'dokumen.pdf', 'application/pdf');
    expect(other.sha256).toBe(one.sha256);
    expect(fs.readdirSync(house.documents, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith(one.sha256))).toHaveLength(1);
  });
});

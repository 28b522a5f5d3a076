import { createHash } from 'node:crypto';
import { Client } from 'pg';
import type { Browser, Page } from 'playwright-core';
import { barriers, openBrowser, overflow, phone, visit } from '#test/browser';
import { eventually, House } from '#test/house';
import { pdfText } from '../../libs/documents/testing/pdf-text';
import { samplePdf } from '../../libs/documents/src/samples/sample-pdf';
import { storyRegions } from '../story/regions';
import { castOf, RegionStory } from '../story/tell-region';

const caseId = 'rpik-1705-2027';
let house: House;
let browser: Browser;
let sha256: string;

/** Seluma, alone in its cohort, waits for the ministry's signature; the office of the signer is vacant but for an acting holder. */
beforeAll(async () => {
  house = await House.open('sign');
  const coordinator = house.as('coordinator-1700');
  await coordinator.must('POST', '/v1/cohorts', { province: '17', programmeYear: 2027, referencePlans: [{ kind: 'RPIP', version: '2018-2038', issuedOn: '2018-03-13' }], members: ['1705'], policy: {}, cutOffOn: '2027-06-30' });
  const story = new RegionStory(castOf(house.url, '1705'), { ...storyRegions.find(({ code }) => code === '1705')!, turn: 'straight' }, 2027);
  await story.file();
  await story.draft();
  await story.harmonize();
  await story.review();
  const { body } = await coordinator.get<{ items: { key: string; effect: string; settledBy: string | null }[] }>('/v1/cohorts/cohort-17-2027/conflicts');
  for (const { key, effect, settledBy } of body.items) if (effect === 'acknowledge' && !settledBy) await coordinator.must('POST', `/v1/cohorts/cohort-17-2027/conflicts/${key}/acknowledgement`, { note: 'Dicatat.' });
  await coordinator.must('POST', '/v1/cohorts/cohort-17-2027/release', {});
  await eventually(async () => expect((await coordinator.get<{ stage: { id: string } }>(`/v1/cases/${caseId}`)).body.stage.id).toBe('recommendation'));
  await story.reachSigning();
  await house.as('admin').must('POST', '/v1/holders', { person: 'p_head-1709', role: 'ministry-signer', scope: '', capacity: 'Plt', from: '2025-01-01', decree: 'SK 7/2026' });
  const signer = house.as('ministry-signer');
  ({ sha256 } = await signer.upload(caseId, 'endorsement-letter', await samplePdf('Surat dukungan', ['Data contoh']), 'surat-dukungan.pdf', 'application/pdf'));
  browser = await openBrowser();
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await house?.close();
});

/** Makes every sign-in look so many seconds older. */
async function aged(seconds: number): Promise<void> {
  const database = new Client({ connectionString: house.ownerUrl });
  await database.connect();
  await database.query(`update http_session set session = jsonb_set(session, '{authTime}', to_jsonb((session->>'authTime')::bigint - $1::bigint)) where session ? 'authTime'`, [seconds]);
  await database.end();
}

const form = `/kasus/${caseId}/keputusan/endorse-with-conditions`;

describe('the page of a signature', () => {
  it('shows what is signed and what it rests on: texts, every hash, grounds, history, and whether the chain is whole', async () => {
    const { page, complaints, close } = await visit(browser, house.url, form, { persona: 'ministry-signer' });
    await page.getByText('nonstatuter, bukan persetujuan Perda').waitFor();
    await page.getByRole('tab', { name: /Rancangan Perda/ }).waitFor();
    await page.getByRole('heading', { level: 2, name: 'Pasal 1', exact: true }).waitFor();
    await page.getByRole('tab', { name: /Rancangan Perda/ }).press('ArrowRight');
    await page.getByRole('link', { name: 'Buka: Surat rekomendasi provinsi' }).waitFor();
    const { body } = await house.as('ministry-signer').get<{ documents: { sha256: string }[] }>(`/v1/cases/${caseId}`);
    const shown = await page.locator('.sign-papers .hash').allInnerTexts();
    expect(shown).toEqual(body.documents.map((one) => one.sha256));
    expect(shown).toContain(sha256);
    await page.getByText('Rantai peristiwa utuh').waitFor();
    await page.getByText('Gerbang kohor dilepas').waitFor();
    await page.getByText('Tidak ada benturan yang dikesampingkan').waitFor();
    await page.locator('.sign-papers').getByText(/sama dengan pada "Usulkan dukungan"/).first().waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it('A3, A7: raises no barrier and scrolls only downwards, in both themes, down to 320 pixels', async () => {
    const found: string[] = [];
    for (const scheme of ['light', 'dark'] as const) {
      const { page, close } = await visit(browser, house.url, form, { persona: 'ministry-signer', scheme });
      await page.getByText('Rantai peristiwa utuh').waitFor();
      await page.getByRole('heading', { level: 2, name: 'Pasal 1', exact: true }).waitFor();
      found.push(...(await barriers(page)).map((barrier) => `${scheme} ${barrier}`));
      await page.setViewportSize({ width: 320, height: 740 });
      const wide = await overflow(page);
      if (wide > 0) found.push(`${wide} px too wide at 320 px`);
      await close();
    }
    expect(found).toEqual([]);
  });

  it('K11: has a case that is printed without what only a screen needs, and whose reference is copied', async () => {
    const { page, context, close } = await visit(browser, house.url, `/kasus/${caseId}`, { persona: 'ministry-signer' });
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: `Salin nomor kasus ${caseId}` }).click();
    expect(await page.evaluate<string>('navigator.clipboard.readText()')).toBe(caseId);
    await page.emulateMedia({ media: 'print' });
    for (const hidden of ['header.top', '.demo', 'nav.bottom', '.tabs', '.next-step']) expect([hidden, await page.locator(hidden).first().isVisible()]).toEqual([hidden, false]);
    expect(await page.locator('main h1').isVisible()).toBe(true);
    await close();
  });

  it('P8, P9, D8, K11, M: is signed by an acting official after signing in again, with conditions due on days as people write them, and leaves an address at which anybody verifies the file', async () => {
    const { page, context, complaints, close } = await visit(browser, house.url, form, { persona: 'head-1709', size: phone });
    await page.locator('main').getByText('Plt. Penanda tangan kementerian').waitFor();
    await page.getByLabel('Nomor surat dukungan').fill('B/1705/IND/2027');
    await page.getByLabel('Isi syarat 1').fill('Lampirkan peta kawasan.');
    await page.getByLabel('Paling lambat').fill('31/2/2027');
    await page.getByRole('button', { name: 'Lanjut: periksa jawaban' }).click();
    await page.getByRole('alert').getByText('tulis tanggal').waitFor();
    await page.getByLabel('Paling lambat').fill('3/3/2027');
    await page.getByRole('button', { name: 'Tambah syarat' }).click();
    await page.getByLabel('Isi syarat 2').fill('Laporkan unit usaha.');
    await page.locator('#condition-1-due').fill('4 Mar 2027');
    await page.getByRole('button', { name: 'Lanjut: periksa jawaban' }).click();
    await page.getByText('Rab 3 Mar 2027').waitFor();
    await page.getByText('Kam 4 Mar 2027').waitFor();
    await page.getByRole('checkbox').check();
    // The sign-in of this session has grown old.
    await aged(600);
    const record = page.getByRole('button', { name: /^Catat keputusan: .*, sebagai Plt\. Penanda tangan kementerian$/ });
    await record.click();
    await page.getByText('Masuk ulang sebelum menandatangani').waitFor();
    expect(await page.locator('[aria-current=step]').last().innerText()).toContain('Masuk ulang');
    await page.getByRole('link', { name: 'Masuk ulang, lalu lanjutkan' }).click();
    await record.waitFor();
    await record.click();
    await page.getByRole('heading', { level: 1, name: 'Keputusan tercatat' }).waitFor();
    await page.getByText('Menunggu Bupati/Wali Kota').waitFor();
    expect(await page.getByText(/\d+ pemberitahuan kepada kantor/).innerText()).not.toMatch(/^0 /);
    const link = page.getByRole('link', { name: /\/verifikasi\// });
    const address = (await link.getAttribute('href'))!;
    await page.getByRole('img', { name: 'Kode QR alamat verifikasi' }).waitFor();

    const { body } = await house.as('admin').get<{ items: { type: string; actor: { capacity?: string }; body: { transfer?: { conditions?: { dueOn: string }[] } } }[] }>(`/v1/cases/${caseId}/events?limit=100`);
    const signed = body.items.filter(({ type }) => type === 'transfer-started').at(-1)!;
    expect(signed.actor.capacity).toBe('Plt');
    expect(signed.body.transfer!.conditions!.map(({ dueOn }) => dueOn)).toEqual(['2027-03-03', '2027-03-04']);
    await page.goto(`${house.url}/kasus/${caseId}/riwayat`);
    await page.getByText('— Plt. Penanda tangan kementerian').first().waitFor();

    const dossier = await context.request.get(`${house.url}/v1/cases/${caseId}/dossier`);
    expect([dossier.status(), dossier.headers()['content-type']]).toEqual([200, 'application/pdf']);
    const paper = pdfText(await dossier.body()).replace(/[\s\u200B]+/g, '');
    for (const said of [`Nomor kasus ${caseId}`, 'Plt. Penanda tangan kementerian', 'Lampirkan peta kawasan.', sha256, `/verifikasi/${caseId}/`]) expect([said, paper.includes(said.replace(/\s+/g, ''))]).toEqual([said, true]);

    const letter = await (await context.request.get(`${house.url}/v1/documents/${sha256}`)).body();
    expect(createHash('sha256').update(letter).digest('hex')).toBe(sha256);
    const stranger = await visit(browser, house.url, address);
    await stranger.page.getByText('Beri dukungan bersyarat').waitFor();
    const choose = (buffer: Buffer) => stranger.page.locator('input[type=file]').setInputFiles({ name: 'surat.pdf', mimeType: 'application/pdf', buffer });
    await choose(letter);
    await stranger.page.getByRole('status').getByText('Asli: berkas Anda cocok').waitFor();
    await choose(Buffer.concat([letter, Buffer.from('\n')]));
    await stranger.page.getByRole('status').getByText('Tidak cocok: berkas ini berbeda').waitFor();
    await stranger.close();
    expect(complaints).toEqual([]);
    await close();
  });
});

describe('what stands beside the way of a case', () => {
  const fill = async (page: Page, act: string, answers: Record<string, string>) => {
    await page.getByRole('button', { name: act, exact: true }).click();
    for (const [label, answer] of Object.entries(answers)) await page.getByLabel(label).fill(answer);
    if (Object.keys(answers).length > 0) await page.getByRole('button', { name: 'Lanjut: periksa' }).click();
    await page.getByRole('button', { name: `Catat: ${act}` }).click();
  };

  it('is a place of its own: the office a condition binds comes to it from its worklist and reports, and the reviewer accepts', async () => {
    const { body } = await house.as('admin').get<{ conditions: { owner: string; status: string }[] }>(`/v1/cases/${caseId}`);
    const persona = `${body.conditions[0]!.owner.replace('regency-', '')}-1705`;
    const owner = await visit(browser, house.url, '/kerja', { persona });
    await owner.page.getByRole('link', { name: 'Laporkan pemenuhan syarat — Kab. Seluma' }).first().click();
    await owner.page.getByRole('heading', { level: 2, name: 'Syarat dukungan' }).waitFor();
    await fill(owner.page, 'Laporkan pemenuhan syarat 1', { Laporan: 'Peta kawasan terlampir.' });
    await owner.page.getByText('Dilaporkan, menunggu penelaah').waitFor();
    expect(await barriers(owner.page)).toEqual([]);
    await owner.page.setViewportSize({ width: 320, height: 740 });
    expect(await overflow(owner.page)).toBeLessThanOrEqual(0);
    expect(owner.complaints).toEqual([]);
    await owner.close();

    const reviewer = await visit(browser, house.url, `/kasus/${caseId}/urusan`, { persona: 'ministry-reviewer' });
    await reviewer.page.getByRole('button', { name: 'Terima laporan syarat 1' }).click();
    await reviewer.page.getByRole('button', { name: 'Lanjut: periksa' }).click();
    await reviewer.page.getByRole('button', { name: 'Catat: Terima laporan syarat 1' }).click();
    await reviewer.page.getByText('Dipenuhi', { exact: true }).waitFor();
    await reviewer.close();
    expect((await house.as('admin').get<typeof body>(`/v1/cases/${caseId}`)).body.conditions.map(({ status }) => status)).toEqual(['accepted', 'open']);
  });

  it('takes a letter from outside, which stands in the history with its number', async () => {
    const { page, close } = await visit(browser, house.url, `/kasus/${caseId}/urusan`, { persona: 'head-1705' });
    await fill(page, 'Catat surat', { Jenis: 'Undangan DPRD', 'Nomor surat (boleh kosong)': '005/12/2027' });
    await page.getByText('Surat tercatat.').waitFor();
    await close();
    const { body } = await house.as('admin').get<{ items: { type: string; body: object }[] }>(`/v1/cases/${caseId}/events?limit=100`);
    expect(body.items.at(-1)).toMatchObject({ type: 'external-event-registered', body: { kind: 'Undangan DPRD', letterNumber: '005/12/2027' } });
  });

  it('begins with a case: a drafter opens one for the own region', async () => {
    const { page, complaints, close } = await visit(browser, house.url, '/kasus', { persona: 'drafter-1706' });
    await page.getByRole('button', { name: 'Buka kasus baru' }).click();
    await page.getByRole('button', { name: 'Lanjut: periksa' }).click();
    await page.getByRole('alert').getByText('Tulis judulnya.').waitFor();
    for (const [label, answer] of [['Judul rancangan', 'RPIK Mukomuko 2029–2048'], ['Tahun Propemperda', '2028'], ['Masa rencana: dari tahun', '2029'], ['sampai tahun', '2048']] as const) await page.getByLabel(label).fill(answer);
    await page.getByRole('button', { name: 'Lanjut: periksa' }).click();
    await page.getByRole('button', { name: 'Catat: Buka kasus baru' }).click();
    await page.waitForURL('**/kasus/rpik-1706-2028');
    await page.locator('main h1', { hasText: 'Mukomuko 2029–2048' }).waitFor();
    expect(complaints).toEqual([]);
    await close();
  });
});

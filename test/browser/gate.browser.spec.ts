import fs from 'node:fs';
import { Client } from 'pg';
import type { Browser, Page } from 'playwright-core';
import { rowDate } from '#process';
import { barriers, openBrowser, phone, visit, walk } from '#test/browser';
import { House } from '#test/house';
import { samplePdf } from '../../libs/documents/src/samples/sample-pdf';
import { storyRegions } from '../story/regions';
import { castOf, RegionStory } from '../story/tell-region';

let house: House;
let browser: Browser;
let base: string;
/** A day that lies behind the house's own clock, whenever the spec is run. */
let lately: string;
const [gathered, ready] = ['cohort-17-2027', 'cohort-17-2028'];
const weaving = { kbli: '13121', commodity: 'tenun bumpak' };
const conflict = 'X01.1704-1705.commodity-tenun-bumpak';
const policy = { need: 'all', mustInclude: [], onCutOff: 'ask', includeReadiness: false };

const storyOf = (code: string, year: number, given = {}) => new RegionStory(castOf(base, code), { ...storyRegions.find((one) => one.code === code)!, turn: 'straight', ...given }, year);

beforeAll(async () => {
  house = await House.open('gate');
  base = house.url;
  const { now } = (await house.as('admin').get<{ now: string }>('/v1/demo/clock')).body;
  lately = new Date(Date.parse(now) - 3 * 86_400_000).toISOString().slice(0, 10);
  const coordinator = house.as('coordinator-1700');
  await coordinator.must('POST', '/v1/cohorts', { province: '17', programmeYear: 2027, referencePlans: [{ kind: 'RPIP', version: '2018-2038', issuedOn: '2018-03-13' }], policy, cutOffOn: '2027-06-30' });
  await coordinator.must('POST', '/v1/cohorts', { province: '17', programmeYear: 2028, referencePlans: [], members: ['1705', '1701'], policy, cutOffOn: '2027-06-30' });
  const kaur = storyOf('1704', 2027, weaving);
  const seluma = storyOf('1705', 2027, weaving);
  const lebong = storyOf('1707', 2027);
  const first = storyOf('1705', 2028);
  await Promise.all([
    (async () => {
      await kaur.file();
      await kaur.draft();
      await lebong.file();
    })(),
    (async () => {
      await seluma.file();
      await seluma.draft();
      await seluma.harmonize();
      await seluma.take(seluma.cast.coordinator, 'accept-intake');
      await first.file();
      await first.draft();
      await first.harmonize();
      await first.review();
    })(),
  ]);
  const { items } = (await coordinator.get<{ items: { key: string; effect: string }[] }>(`/v1/cohorts/${ready}/conflicts`)).body;
  for (const { key, effect } of items) if (effect === 'acknowledge') await coordinator.must('POST', `/v1/cohorts/${ready}/conflicts/${key}/acknowledgement`, { note: 'Dicatat.' });
  browser = await openBrowser();
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await house?.close();
});

async function rowsOf<T>(sql: string, values: unknown[] = []): Promise<T[]> {
  const client = new Client({ connectionString: house.ownerUrl });
  await client.connect();
  try {
    return (await client.query(sql, values)).rows as T[];
  } finally {
    await client.end();
  }
}

const gate = (path = '') => `/provinsi/${gathered}${path}`;
const act = async (page: Page, opens: string, fill: () => Promise<void>): Promise<void> => {
  await page.getByRole('button', { name: opens, exact: true }).click();
  await fill();
  await page.getByRole('button', { name: 'Lanjut: periksa' }).click();
  await page.getByRole('button', { name: `Catat: ${opens}` }).click();
};

describe('the board of a province', () => {
  it('G1: has a row for every member, worst first, with the numbers of the record', async () => {
    const { page, complaints, close } = await visit(browser, base, gate(), { persona: 'coordinator-1700' });
    await page.getByRole('heading', { level: 1, name: 'Gerbang tertutup: 0 dari 10 siap' }).waitFor();
    expect(await page.locator('.threads > li').count()).toBe(10);
    await page.goto(`${base}${gate('?tampilan=tabel')}`);
    await page.locator('table.stackt tbody tr').first().waitFor();
    const shown = await page.locator('table.stackt tbody tr').evaluateAll((rows) => rows.map((row) => { const { id, cells } = row as unknown as { id: string; cells: { textContent: string }[] }; return [id.replace('benang-', ''), cells[2]!.textContent, cells[6]!.textContent]; }));
    const stages: Record<string, string> = { harmonization: 'Harmonisasi', review: 'Penelaahan provinsi', programme: 'Propemperda' };
    const stored = await rowsOf<{ region: string; stage: string | null; round: number | null }>(
      `select m.region, c.stage, c.round from cohort_member m left join regulation_case c on c.region = m.region and c.programme_year = 2027 where m.cohort_id = $1 order by m.region`, [gathered]);
    expect(shown.sort()).toEqual(stored.map(({ region, stage, round }) => [region, stage ? stages[stage] : '–', String(round ?? '–')]));
    expect(complaints).toEqual([]);
    await close();
  });

  it('G1: says what forbids the release, who is missing and whose desk it is on', async () => {
    const { page, close } = await visit(browser, base, gate(), { persona: 'coordinator-1700' });
    const why = page.locator('#kenapa');
    await why.getByText('Benturan terbuka: X01 Tenun bumpak').waitFor();
    expect(await why.innerText()).toContain('Belum masuk: ');
    const release = page.getByRole('button', { name: 'Lepas gerbang' });
    expect([await release.getAttribute('aria-disabled'), await release.getAttribute('aria-describedby')]).toEqual(['true', 'kenapa']);
    const kaur = page.locator('#benang-1704');
    expect(await kaur.innerText()).toContain('Kanwil Kementerian Hukum');
    expect(await kaur.innerText()).toContain('Belum masuk');
    await close();
  });

  it('says in red that nobody can act where the office is empty', async () => {
    const { body } = await house.as('admin').get<{ items: { id: string }[] }>('/v1/holders?role=regency-drafter&scope=1707');
    for (const { id } of body.items) await house.as('admin').must('POST', `/v1/holders/${id}/end`, { on: lately });
    const { page, close } = await visit(browser, base, gate(), { persona: 'coordinator-1700' });
    const first = page.locator('.threads > li').first();
    await first.getByText('Tidak ada yang dapat bertindak:').waitFor();
    expect(await first.innerText()).toContain('Kab. Lebong');
    await close();
  });

  it('G2: has a tile for every region, told by pattern and word, and walked through by arrows', async () => {
    const { page, close } = await visit(browser, base, gate(), { persona: 'coordinator-1700' });
    const map = page.getByRole('group', { name: /Peta petak provinsi/ });
    await map.waitFor();
    expect(await map.locator('.tile').count()).toBe(10);
    expect(await map.locator('.tile[tabindex="0"]').count()).toBe(1);
    const patterns = await map.locator('.ps').evaluateAll((bands) => bands.map((band) => band.className));
    expect(new Set(patterns).size).toBeGreaterThan(2);
    await map.locator('[data-region="1705"]').focus();
    expect(await map.locator('[data-region="1705"]').getAttribute('aria-label')).toMatch(/^Seluma, diperiksa, Penelaahan provinsi, \d+ hari kerja lagi$/);
    await page.keyboard.press('ArrowRight');
    expect(await page.evaluate<string>('document.activeElement.dataset.region')).toBe('1708');
    await page.keyboard.press('ArrowUp');
    expect(await page.evaluate<string>('document.activeElement.dataset.region')).toBe('1702');
    expect(await map.locator('.tile[tabindex="0"]').count()).toBe(1);
    await close();
  });

  it('G3: gives the rows of its table as CSV, and a table and CSV for every chart', async () => {
    const { page, close } = await visit(browser, base, gate('?tampilan=tabel'), { persona: 'coordinator-1700' });
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Unduh CSV: Papan provinsi' }).click()]);
    const lines = fs.readFileSync(await file.path(), 'utf8').trim().split('\r\n').map((line) => line.split(','));
    expect(lines).toHaveLength(11);
    const shown = await page.locator('table.stackt tbody tr').evaluateAll((rows) => rows.map((row) => row.id.replace('benang-', '')));
    expect(lines.slice(1).map(([region]) => region).sort()).toEqual(shown.sort());

    await page.goto(`${base}${gate('/angka')}`);
    const chart = page.getByRole('region', { name: 'Kasus per tahap' });
    await chart.getByRole('img', { name: /Penelaahan provinsi 1/ }).waitFor();
    const [counts] = await rowsOf<{ open: number }>(`select count(*)::int as open from regulation_case where programme_year = 2027 and status = 'open' and left(region, 2) = '17'`);
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(`Angka: ${counts!.open} kasus berjalan`);
    await chart.getByRole('button', { name: 'Lihat sebagai tabel' }).click();
    const table = await chart.locator('tbody tr').evaluateAll((rows) => rows.map((row) => [...(row as unknown as { cells: Iterable<{ textContent: string }> }).cells].map((each) => each.textContent)));
    const [csv] = await Promise.all([page.waitForEvent('download'), chart.getByRole('button', { name: 'Unduh CSV: Kasus per tahap' }).click()]);
    expect(fs.readFileSync(await csv.path(), 'utf8').trim().split('\r\n').slice(1).map((line) => line.split(','))).toEqual(table);
    await close();
  });

  it('supposes without recording anything', async () => {
    const before = (await house.as('coordinator-1700').get<{ seq: number }>(`/v1/cohorts/${gathered}`)).body.seq;
    const { page, close } = await visit(browser, base, gate(), { persona: 'coordinator-1700' });
    await page.getByLabel('tanggal batas sudah lewat').click();
    await page.getByText('Pengandaian, tidak ada yang dicatat.').waitFor();
    expect(new URL(page.url()).searchParams.get('andai')).toBe('cut-off');
    await page.getByRole('button', { name: 'Kembali ke keadaan sekarang' }).click();
    await page.getByText('Pengandaian, tidak ada yang dicatat.').waitFor({ state: 'detached' });
    expect((await house.as('coordinator-1700').get<{ seq: number }>(`/v1/cohorts/${gathered}`)).body.seq).toBe(before);
    await close();
  });

  it('shows a regency its own findings, and acts of the province with the reason why not', async () => {
    const { page, close } = await visit(browser, base, gate(), { persona: 'drafter-1701' });
    await page.locator('.threads > li').first().waitFor();
    const text = await page.locator('main').innerText();
    expect(text).not.toContain('Tenun bumpak');
    expect(text).toContain('Hanya koordinator provinsi yang dapat melakukannya.');
    expect(await page.locator('.threads a[href*="rpik-1705"]').count()).toBe(0);
    await page.goto(`${base}${gate(`/temuan/${conflict}`)}`);
    await page.getByText('Temuan ini tidak ada lagi').waitFor();
    await close();
  });
});

describe('a conflict', () => {
  it('P4: stands side by side, and is resolved by the word of each region', async () => {
    for (const [persona, region] of [['drafter-1704', 'Kab. Kaur'], ['drafter-1705', 'Kab. Seluma']] as const) {
      const { page, complaints, close } = await visit(browser, base, gate(`/temuan/${conflict}`), { persona, size: phone });
      await page.getByRole('heading', { level: 1, name: 'X01 Tenun bumpak' }).waitFor();
      const opens = `Nyatakan sikap ${region}…`;
      await page.getByRole('button', { name: opens }).click();
      await page.getByRole('button', { name: 'Lanjut: periksa' }).click();
      await page.getByRole('alert').filter({ hasText: 'Pilih penyelesaiannya.' }).waitFor();
      await page.getByRole('radio', { name: /Bedakan peran/ }).check();
      await page.getByLabel('Catatan').fill('Seluma menenun <b>motif</b>, Kaur menyediakan benang.');
      await page.getByRole('button', { name: 'Lanjut: periksa' }).click();
      await page.getByText('Setelah ini:').waitFor();
      expect(await barriers(page)).toEqual([]);
      await page.getByRole('button', { name: `Catat: ${opens}` }).dblclick();
      await page.getByText('Sikap daerah dicatat.').waitFor();
      expect(complaints).toEqual([]);
      await close();
    }
    const { page, close } = await visit(browser, base, gate('/temuan'), { persona: 'coordinator-1700' });
    await page.getByRole('heading', { level: 2, name: /^Selesai/ }).waitFor();
    await page.getByText('Diputus bersama').waitFor();
    await close();
    const said = await rowsOf<{ n: number }>(`select count(*)::int as n from cohort_event where cohort_id = $1 and type = 'conflict-resolved'`, [gathered]);
    expect(said).toEqual([{ n: 2 }]);
  }, 120_000);
});

describe('claims', () => {
  it('of a region that has its regulation are entered by the form, and a region at the gate amends its own on the page of the finding', async () => {
    const coordinator = house.as('coordinator-1700');
    await house.as('coordinator-1700').arrived('rpik-1705-2028');
    await coordinator.must('POST', `/v1/cohorts/${ready}/members`, { regionCode: '1706' });
    const { page, complaints, close } = await visit(browser, base, `/provinsi/${ready}/anggota`, { persona: 'coordinator-1700' });
    await act(page, 'Nyatakan kendala tetap…', async () => {
      await page.getByLabel('Kabupaten/kota').selectOption('1706');
      await page.getByLabel('Nomor peraturan daerah').fill('Perda 4/2026');
      await page.getByLabel('Masukkan klaim yang tetap berlaku sekarang').check();
      await page.getByRole('button', { name: 'Tambah: Produk unggulan' }).click();
      for (const [column, text] of [['kbli', '1312'], ['commodity', 'tenun bumpak'], ['from', '2029'], ['to', '2048'], ['target_unit', 'lembar'], ['target_value', '1.250,5']] as const) await page.locator(`#flagships-1-${column}`).fill(text);
    });
    await page.getByText(/^Produk unggulan 1 .*: /).waitFor();
    await page.getByRole('button', { name: 'Ubah', exact: true }).click();
    await page.locator('#flagships-1-kbli').fill('13121');
    await page.getByRole('button', { name: 'Lanjut: periksa' }).click();
    await page.getByRole('button', { name: 'Catat: Nyatakan kendala tetap…' }).click();
    await page.getByRole('row', { name: /Kab\. Mukomuko/ }).getByText('Perda 4/2026').waitFor();
    expect(complaints).toEqual([]);
    await close();

    const open = async () => (await coordinator.get<{ items: { key: string; effect: string; settledBy: string | null }[] }>(`/v1/cohorts/${ready}/conflicts`)).body.items.filter(({ settledBy, effect }) => !settledBy && effect !== 'vote');
    const clash = (await open()).find(({ key }) => key.startsWith('X01.1705-1706'))!;
    const drafter = await visit(browser, base, `/provinsi/${ready}/temuan/${clash.key}`, { persona: 'drafter-1705' });
    await act(drafter.page, 'Ubah klaim daerah…', async () => {
      await drafter.page.locator('#flagships-1-kbli').fill('13134');
      await drafter.page.locator('#flagships-1-commodity').fill('batik besurek');
    });
    await drafter.page.getByRole('heading', { level: 1, name: 'Temuan ini tidak ada lagi' }).waitFor();
    expect(drafter.complaints).toEqual([]);
    await drafter.close();
    const { body } = await house.as('drafter-1705').get<{ version: number; matrix: { flagships: { commodity: string }[] } }>('/v1/cases/rpik-1705-2028/plan-matrix');
    expect([body.version, body.matrix.flagships.map(({ commodity }) => commodity)]).toEqual([2, ['batik besurek']]);
    for (const { key } of await open()) await coordinator.must('POST', `/v1/cohorts/${ready}/conflicts/${key}/acknowledgement`, { note: 'Dicatat.' });
  }, 120_000);
});

describe('the gate', () => {
  it('P4, P5, P6: opens after a waiver by two persons, for the list that was previewed, once', async () => {
    const coordinator = await visit(browser, base, `/provinsi/${ready}/anggota`, { persona: 'coordinator-1700' });
    await act(coordinator.page, 'Minta pengecualian…', async () => {
      await coordinator.page.getByLabel('Kabupaten/kota').selectOption('1701');
      await coordinator.page.getByLabel('Alasan').fill('Pemekaran wilayah sedang berjalan.');
    });
    await coordinator.page.getByText('Pengecualian diminta. Menunggu orang kedua.').waitFor();
    expect(await coordinator.page.getByRole('button', { name: /Konfirmasi pengecualian/ }).count()).toBe(0);

    const planner = await visit(browser, base, `/provinsi/${ready}/anggota`, { persona: 'planner-1700' });
    await planner.page.getByRole('button', { name: 'Konfirmasi pengecualian Kab. Bengkulu Selatan' }).click();
    await planner.page.getByText('Akibat bagi gerbang:').waitFor();
    await planner.page.getByRole('button', { name: 'Catat: Konfirmasi pengecualian Kab. Bengkulu Selatan' }).click();
    await planner.page.getByText('Dikonfirmasi planner-1700.').waitFor();
    await planner.close();

    const { page } = coordinator;
    await page.goto(`${base}/provinsi/${ready}`);
    await page.getByRole('link', { name: 'Lepas gerbang' }).click();
    await page.getByRole('heading', { level: 2, name: 'Ikut diputuskan (1)' }).waitFor();
    await page.getByRole('heading', { level: 2, name: 'Tidak ikut (2)' }).waitFor();
    await page.getByRole('button', { name: 'Lanjut: periksa jawaban' }).click();
    await page.getByRole('heading', { level: 1, name: 'Periksa jawaban sebelum mencatat keputusan' }).waitFor();
    await page.getByRole('button', { name: 'Catat: Lepas gerbang' }).dblclick();
    await page.getByRole('heading', { level: 1, name: 'Keputusan tercatat' }).waitFor();
    expect(await page.locator('.result').allInnerTexts()).toEqual([expect.stringMatching(/Selesai[\s\S]*Kab\. Seluma/)]);
    expect(await rowsOf(`select count(*)::int as n from cohort_event where cohort_id = $1 and type = 'gate-released'`, [ready])).toEqual([{ n: 1 }]);
    expect(coordinator.complaints).toEqual([]);
    await coordinator.close();
  }, 120_000);

  it('gives the minutes of the round as a file, and leaves out whoever cannot be recommended yet', async () => {
    await house.as('coordinator-1700').arrived('rpik-1705-2028');
    const { page, close } = await visit(browser, base, `/provinsi/${ready}`, { persona: 'coordinator-1700' });
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Berita acara putaran 1 (PDF)' }).click()]);
    expect(file.suggestedFilename()).toBe('berita-acara-17-2028-putaran-1.pdf');
    expect(fs.readFileSync(await file.path()).subarray(0, 5).toString()).toBe('%PDF-');
    await page.goto(`${base}/provinsi/${ready}/putuskan/rekomendasi`);
    await page.getByRole('heading', { level: 2, name: 'Tidak ikut (3)' }).waitFor();
    await page.getByRole('main').getByRole('link', { name: 'Ke papan provinsi' }).waitFor();
    expect(await page.getByRole('button', { name: 'Lanjut: periksa jawaban' }).count()).toBe(0);
    await close();
  });

  it('calls a meeting ahead, tells the regions with a link that leads to it, moves it, and keeps what came of it', async () => {
    const { now } = (await house.as('admin').get<{ now: string }>('/v1/demo/clock')).body;
    const on = new Date(Date.parse(now) + 7 * 86_400_000).toISOString().slice(0, 10);
    const { page, complaints, close } = await visit(browser, base, gate('/rapat'), { persona: 'coordinator-1700' });
    await act(page, 'Panggil rapat…', async () => {
      await page.getByLabel('Hari rapat').fill(on);
      await page.getByLabel('Pukul').fill('9.30');
      await page.getByLabel('Tempat atau tautan').fill('Ruang rapat Disperindag');
      await page.getByLabel('Acara').fill('Pembagian peran tenun bumpak.');
    });
    const card = page.getByRole('region', { name: `Rapat ${rowDate(on, 'id')}, 09.30 WIB` });
    await card.getByText('Ruang rapat Disperindag').waitFor();
    await card.getByRole('button', { name: 'Pindahkan rapat…' }).click();
    await card.getByLabel('Pukul').fill('13.00');
    await card.getByLabel('Alasan').fill('Ruang rapat dipakai gubernur.');
    await card.getByRole('button', { name: 'Lanjut: periksa' }).click();
    await card.getByRole('button', { name: 'Catat: Pindahkan rapat…' }).click();
    const moved = page.getByRole('region', { name: `Rapat ${rowDate(on, 'id')}, 13.00 WIB` });
    await moved.getByText('Ruang rapat dipakai gubernur.').waitFor();
    await page.goto(`${base}${gate()}`);
    await page.getByRole('link', { name: `${rowDate(on, 'id')}, 13.00 WIB` }).waitFor();

    const drafter = await visit(browser, base, '/notifikasi', { persona: 'drafter-1704' });
    await drafter.page.getByRole('link', { name: /undangan rapat sinkronisasi/ }).waitFor();
    await drafter.page.getByRole('link', { name: /rapat sinkronisasi dipindah/ }).click();
    await drafter.page.getByText('Pembagian peran tenun bumpak.').waitFor();
    expect(new URL(drafter.page.url()).pathname).toBe(gate('/rapat'));
    expect(await drafter.page.getByRole('button', { name: 'Pindahkan rapat…' }).count()).toBe(0);
    expect(drafter.complaints).toEqual([]);
    await drafter.close();

    await page.goto(`${base}${gate('/rapat')}`);
    await act(page, 'Catat hasil rapat ini…', async () => {
      await page.getByLabel('Tanggal rapat').fill(lately);
      await page.getByRole('group', { name: 'Hadir' }).getByLabel('Kab. Kaur').check();
    });
    await page.getByRole('heading', { level: 2, name: `Rapat 1: ${rowDate(lately, 'id')}` }).waitFor();
    expect(await moved.count()).toBe(0);
    expect(complaints).toEqual([]);
    await close();
  });

  it('keeps a meeting with who came, and a plan that takes the place of another', async () => {
    const { page, complaints, close } = await visit(browser, base, gate('/rapat'), { persona: 'coordinator-1700' });
    await act(page, 'Catat rapat…', async () => {
      await page.getByLabel('Tanggal rapat').fill(lately);
      await page.getByRole('group', { name: 'Hadir' }).getByLabel('Kab. Seluma').check();
    });
    await page.getByRole('heading', { level: 2, name: `Rapat 2: ${rowDate(lately, 'id')}` }).waitFor();
    await page.goto(`${base}${gate('/rujukan')}`);
    await act(page, 'Ganti RPIP…', async () => {
      await page.getByLabel('Versi atau masa berlaku').fill('2026-2046');
      await page.getByLabel('Tanggal terbit').fill(lately);
      await page.getByLabel('Kapasitas pelabuhan, ton per tahun').fill('900000');
    });
    await page.getByRole('heading', { level: 2, name: 'RPIP 2026-2046' }).waitFor();
    expect(complaints).toEqual([]);
    await close();
  });
});

describe('the readiness of a zone', () => {
  it('is handed in by the regency and verified by the province, with the table told at once', async () => {
    const pdf = Buffer.from(await samplePdf('Keputusan lokasi', ['Data contoh']));
    const drafter = await visit(browser, base, gate('/kesiapan/1705'), { persona: 'drafter-1705' });
    const card = drafter.page.getByRole('region', { name: 'Lahan tersedia' });
    await card.locator('input[type=file]').setInputFiles({ name: 'SK lokasi <script>.pdf', mimeType: 'application/pdf', buffer: pdf });
    await card.getByText('SK lokasi <script>.pdf tersimpan.').waitFor();
    await card.getByRole('button', { name: 'Ajukan bukti…' }).click();
    await card.getByLabel('Tanggal terbit').fill(lately);
    await card.getByLabel('Luas lahan (ha)').fill('0,75');
    await card.getByRole('button', { name: 'Lanjut: periksa' }).click();
    await card.getByRole('button', { name: 'Catat: Ajukan bukti…' }).click();
    await card.getByText('Menunggu verifikasi').waitFor();
    expect(drafter.complaints).toEqual([]);
    await drafter.close();

    const { page, close } = await visit(browser, base, gate('/kesiapan/1705'), { persona: 'coordinator-1700' });
    const judged = page.getByRole('region', { name: 'Lahan tersedia' });
    await judged.getByRole('button', { name: 'Verifikasi', exact: true }).click();
    await judged.getByRole('button', { name: 'Catat: Verifikasi' }).click();
    await judged.getByText('Terverifikasi').waitFor();
    await page.goto(`${base}${gate('/kesiapan')}`);
    await page.getByRole('row', { name: /Kab\. Seluma/ }).getByText('✓ ada').waitFor();
    await close();
  }, 120_000);
});

const tooSmall = (page: Page) => async (route: string) => {
  const small = await page.locator('main button:visible, main .btn:visible, main select:visible').evaluateAll((all) => all.filter((one) => one.getBoundingClientRect().height < 43.5).map((one) => one.textContent.slice(0, 30)));
  return small.length > 0 ? [`${route} has small targets: ${small.join(', ')}`] : [];
};

it('A3, A7, H1: the screens of a province raise no barrier, in both themes, down to 320 pixels, and have room for a thumb', async () => {
  const routes = ['', '?tampilan=tabel', '?andai=cut-off', '/temuan', `/temuan/${conflict}`, '/anggota', '/rapat', '/rujukan', '/kesiapan', '/kesiapan/1705', '/angka', '/putuskan/rekomendasi'];
  const found: string[] = [];
  for (const scheme of ['light', 'dark'] as const) {
    const { page, complaints, close } = await visit(browser, base, gate(), { persona: 'coordinator-1700', scheme });
    found.push(...(await walk(page, base + gate(), routes, { atPhone: tooSmall(page) })).map((one) => `${scheme} ${one}`));
    expect(complaints).toEqual([]);
    await close();
  }
  expect(found).toEqual([]);
}, 300_000);

it('B1: the screens of a province speak English by the switch, without a raw key', async () => {
  const { page, close } = await visit(browser, base, gate(), { persona: 'coordinator-1700' });
  await page.getByRole('button', { name: /Switch to English/ }).click();
  await page.getByRole('heading', { level: 1, name: 'Gate closed: 0 of 10 ready' }).waitFor();
  for (const route of ['', '/temuan', '/anggota', '/rapat', '/rujukan', '/kesiapan', '/kesiapan/1705', '/angka']) {
    await page.goto(base + gate(route));
    await page.locator('main h1').waitFor();
    expect((await page.locator('main').innerText()).match(/\b(?:gate|conflict|ready|chart)\.[a-zA-Z.-]+/g)).toBeNull();
  }
  await close();
});

import { AlignmentType, type Paragraph, type Table } from 'docx';
import { docxBytes } from './docx-bytes';
import { chapters, considering, numbered, recalling, type NumberedBab } from './draft-regulation-text';
import { centred, clause, grid, hanging, paper, plain, sampleMark } from './page';
import { termsOf, type Ayat, type DraftRegulation, type Terms } from './regulation-terms';

type Block = Paragraph | Table;

/**
 * A draft Perda on an RPIK as a real DOCX, in the order of UU 12/2011, Annex II: title, preamble, body, closing, explanation, annex.
 * Invented for the demonstration and marked so on every page. The same input gives the same bytes.
 */
export async function draftRegulation(draft: DraftRegulation): Promise<Buffer> {
  const terms = termsOf(draft);
  const body = numbered(chapters(terms));
  const title = `Rancangan Peraturan Daerah ${terms.region} tentang Rencana Pembangunan Industri ${terms.region} Tahun ${terms.year}-${terms.until}`;
  return docxBytes(paper(title, `${sampleMark}: rancangan, bukan naskah resmi`, [
    ...opening(terms), ...preamble(terms), ...articles(body), ...signatures(terms), ...explanation(terms, body), ...annex(terms),
  ]));
}

function opening({ headTitle, head, place, region, year, until }: Terms): Block[] {
  return [
    centred(headed(headTitle, head, place)), centred('PROVINSI BENGKULU'), centred(''), centred('RANCANGAN', { bold: true }),
    centred(`PERATURAN DAERAH ${region.toUpperCase()}`), centred(`NOMOR … TAHUN ${year}`), centred('TENTANG'),
    centred(`RENCANA PEMBANGUNAN INDUSTRI ${region.toUpperCase()} TAHUN ${year}-${until}`), centred(''),
    centred('DENGAN RAHMAT TUHAN YANG MAHA ESA'), centred(''), centred(`${headed(headTitle, head, place)},`),
  ];
}

function preamble({ region, head, headTitle, place, year, until }: Terms): Block[] {
  const listed = (word: string, lines: string[], label: (at: number) => string) => lines.map((text, at) => clause(at === 0 ? word : undefined, label(at), text));
  return [
    ...listed('Menimbang', considering({ region, year, until }), letter), ...listed('Mengingat', recalling(), (at) => `${at + 1}.`),
    centred('Dengan Persetujuan Bersama'), centred(`DEWAN PERWAKILAN RAKYAT DAERAH ${region.toUpperCase()}`), centred('dan'), centred(headed(headTitle, head, place)),
    centred('MEMUTUSKAN:', { bold: true }),
    clause('Menetapkan', '', `PERATURAN DAERAH TENTANG RENCANA PEMBANGUNAN INDUSTRI ${region.toUpperCase()} TAHUN ${year}-${until}.`),
  ];
}

function articles(body: readonly NumberedBab[]): Block[] {
  return body.flatMap(({ title, pasal }, at) => [
    centred(''), centred(`BAB ${roman(at + 1)}`, { bold: true }), centred(title, { bold: true }),
    ...pasal.flatMap(({ number, ayat }) => [centred(`Pasal ${number}`), ...ayat.flatMap((one, index) => ayatBlocks(one, ayat.length > 1 ? `(${index + 1})` : undefined, number))]),
  ]);
}

/** Definitions are numbered 1, 2, 3 …; every other list a, b, c … (UU 12/2011, Annex II). */
function ayatBlocks(ayat: Ayat, label: string | undefined, pasal: number): Block[] {
  const { text, items } = typeof ayat === 'string' ? { text: ayat, items: [] } : ayat;
  const left = label ? 1 : 0;
  return [
    label ? hanging(label, text, 1) : plain(text),
    ...items.map((item, at) => hanging(pasal === 1 ? `${at + 1}.` : letter(at), item, left + 1)),
  ];
}

function signatures({ headTitle, head, place, region, year }: Terms): Block[] {
  const right = (text: string) => plain(text, { indent: { left: 4536 }, alignment: AlignmentType.LEFT, keepNext: true });
  const left = (text: string) => plain(text, { alignment: AlignmentType.LEFT, keepNext: true });
  return [
    plain(`Agar setiap orang mengetahuinya, memerintahkan pengundangan Peraturan Daerah ini dengan penempatannya dalam Lembaran Daerah ${region}.`),
    centred(''), right(`Ditetapkan di ${place}`), right('pada tanggal …'), right(`${headed(headTitle, head, place)},`), right('[tanda tangan]'), right('(NAMA CONTOH)'),
    left(`Diundangkan di ${place}`), left('pada tanggal …'), left(`SEKRETARIS DAERAH ${region.toUpperCase()},`), left('[tanda tangan]'), left('(NAMA CONTOH)'),
    left(`LEMBARAN DAERAH ${region.toUpperCase()} TAHUN ${year} NOMOR …`), left(`NOREG PERATURAN DAERAH ${region.toUpperCase()}, PROVINSI BENGKULU: (…/${year})`),
  ];
}

function explanation({ region, year, until }: Terms, body: readonly NumberedBab[]): Block[] {
  return [
    centred('PENJELASAN', { bold: true, pageBreakBefore: true }), centred('ATAS'), centred(`RANCANGAN PERATURAN DAERAH ${region.toUpperCase()}`), centred('TENTANG'),
    centred(`RENCANA PEMBANGUNAN INDUSTRI ${region.toUpperCase()} TAHUN ${year}-${until}`),
    plain('I. UMUM'),
    plain(`Pasal 11 Undang-Undang Nomor 3 Tahun 2014 tentang Perindustrian mewajibkan setiap bupati/wali kota menyusun rencana pembangunan industri kabupaten/kota dengan mengacu pada Rencana Induk Pembangunan Industri Nasional dan Kebijakan Industri Nasional. Peraturan Daerah ini menjadi dasar hukum pembangunan industri di ${region} selama dua puluh tahun serta menyelaraskannya dengan rencana pembangunan industri provinsi dan daerah sekitar.`),
    plain('II. PASAL DEMI PASAL'),
    ...body.flatMap(({ pasal }) => pasal.flatMap(({ number, explanation: text }) => [plain(`Pasal ${number}`, { keepNext: true }), plain(text ?? 'Cukup jelas.', { indent: { left: 567 } })])),
    plain(`TAMBAHAN LEMBARAN DAERAH ${region.toUpperCase()} NOMOR …`),
  ];
}

function annex(terms: Terms): Block[] {
  const { region, year, until, products, zone } = terms;
  const periods = [0, 5, 10, 15].map((from) => `${year + from}-${year + from + 5}`);
  const growth = 5 + (terms.seed % 20) / 10;
  const decimal = (value: number) => value.toFixed(1).replace('.', ',');
  return [
    centred('LAMPIRAN', { bold: true, pageBreakBefore: true }), centred(`RANCANGAN PERATURAN DAERAH ${region.toUpperCase()}`), centred(`NOMOR … TAHUN ${year}`),
    centred(`RENCANA PEMBANGUNAN INDUSTRI ${region.toUpperCase()} TAHUN ${year}-${until}`, { bold: true }),
    plain('A. Industri Unggulan Daerah'),
    grid([['No.', 'Industri', 'Lokasi', 'Tahap awal'], ...products.map((product, at) => [`${at + 1}`, product, zone, periods[Math.min(at, 3)]!])]),
    plain(''), plain('B. Tahapan sasaran pembangunan industri (angka contoh)'),
    grid([['Sasaran', ...periods], ['Pertumbuhan industri pengolahan nonmigas (persen per tahun)', ...periods.map((_, at) => decimal(growth + at * 0.4))],
      ['Unit usaha industri kecil dan menengah yang dibina', ...periods.map((_, at) => String(60 + (terms.seed % 40) + at * 45))]]),
    plain(''), plain('C. Perwilayahan'), grid([['Unsur', 'Nama', 'Acuan'], ['Sentra IKM', zone, `Rencana tata ruang wilayah ${region}`], ['Simpul ekspor', 'Pelabuhan Pulau Baai', 'Rencana tata ruang wilayah Provinsi Bengkulu']]),
  ];
}

function headed(headTitle: string, head: string, place: string): string {
  const title = headTitle.trim() || head;
  return (title.toLowerCase().includes(place.toLowerCase()) ? title : `${title} ${place}`).toUpperCase();
}

function letter(at: number): string {
  return `${String.fromCharCode(97 + at)}.`;
}

function roman(number: number): string {
  const signs: [number, string][] = [[10, 'X'], [9, 'IX'], [5, 'V'], [4, 'IV'], [1, 'I']];
  let [left, text] = [number, ''];
  for (const [value, sign] of signs) while (left >= value) { text += sign; left -= value; }
  return text;
}

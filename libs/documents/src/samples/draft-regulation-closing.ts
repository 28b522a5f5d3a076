import { choose, type Bab, type Terms } from './regulation-terms';

/** The later half of the articles: carrying out, watching, paying, taking part, closing. */
export function closingChapters(terms: Terms): Bab[] {
  return [carryingOut(terms), supervision(terms), funding(terms), participation(), closing(terms)];
}

function carryingOut(terms: Terms): Bab {
  const optional = choose(terms, 11, ['incentives', 'cooperation', 'both'] as const);
  return { title: 'PELAKSANAAN', pasal: [
    { key: 'carrying-out', ayat: [
      `${terms.head} bertanggung jawab atas pelaksanaan RPIK.`,
      'Pelaksanaan RPIK dijabarkan dalam program dan kegiatan perangkat daerah yang membidangi urusan perindustrian.',
      'Program dan kegiatan sebagaimana dimaksud pada ayat (2) menjadi bagian dari rencana pembangunan jangka menengah daerah dan rencana kerja pemerintah daerah.',
    ] },
    ...(optional === 'incentives' ? [] : [{ key: 'cooperation', ayat: [
      'Dalam pelaksanaan RPIK, Pemerintah Daerah dapat bekerja sama dengan Pemerintah Pusat, pemerintah provinsi, pemerintah daerah lain, dan pihak ketiga.',
      'Kerja sama sebagaimana dimaksud pada ayat (1), termasuk kerja sama pasokan bahan baku antardaerah, dilaksanakan sesuai dengan ketentuan peraturan perundang-undangan.',
    ] }]),
    ...(optional === 'cooperation' ? [] : [{ key: 'incentives', ayat: [
      'Pemerintah Daerah dapat memberikan insentif dan/atau kemudahan kepada pelaku industri yang menanamkan modal pada Industri Unggulan Daerah sebagaimana dimaksud dalam {flagships}.',
      `Ketentuan lebih lanjut mengenai insentif dan kemudahan sebagaimana dimaksud pada ayat (1) diatur dalam Peraturan ${terms.head}.`,
    ] }]),
  ] };
}

function supervision({ head }: Terms): Bab {
  return { title: 'PEMBINAAN, PENGAWASAN, EVALUASI, DAN PELAPORAN', pasal: [
    { key: 'guidance', ayat: [
      `${head} melakukan pembinaan dan pengawasan terhadap pelaksanaan RPIK.`,
      'Pembinaan dan pengawasan sebagaimana dimaksud pada ayat (1) dilaksanakan oleh perangkat daerah yang membidangi urusan perindustrian.',
    ] },
    { key: 'reporting', ayat: [
      `${head} menyampaikan laporan pelaksanaan RPIK kepada gubernur paling sedikit 1 (satu) kali dalam 1 (satu) tahun.`,
      { text: 'Laporan sebagaimana dimaksud pada ayat (1) paling sedikit memuat:', items: ['pertumbuhan industri dan kontribusi sektor industri;', 'penyerapan tenaga kerja dan realisasi investasi;', 'perkembangan Sentra IKM; dan', 'permasalahan dan langkah penyelesaian.'] },
    ] },
  ] };
}

function funding({ area }: Terms): Bab {
  return { title: 'PEMBIAYAAN', pasal: [{ key: 'funding', ayat: [{ text: 'Pembiayaan pelaksanaan RPIK bersumber dari:', items: [`anggaran pendapatan dan belanja daerah ${area.toLowerCase()}; dan`, 'sumber pembiayaan lain yang sah dan tidak mengikat sesuai dengan ketentuan peraturan perundang-undangan.'] }] }] };
}

function participation(): Bab {
  return { title: 'PERAN SERTA MASYARAKAT', pasal: [{ key: 'participation', explanation: 'Masukan masyarakat diterima pula secara daring dan dicatat dalam daftar masukan.', ayat: [
    'Masyarakat berhak memberikan masukan dalam penyusunan, pelaksanaan, dan peninjauan kembali RPIK.',
    'Masukan sebagaimana dimaksud pada ayat (1) dapat disampaikan secara lisan dan/atau tertulis kepada Pemerintah Daerah.',
  ] }] };
}

function closing({ head }: Terms): Bab {
  return { title: 'KETENTUAN PENUTUP', pasal: [
    { key: 'implementing-rules', ayat: [`Peraturan ${head} sebagai pelaksanaan Peraturan Daerah ini ditetapkan paling lama 1 (satu) tahun terhitung sejak Peraturan Daerah ini diundangkan.`] },
    { key: 'entry-into-force', ayat: ['Peraturan Daerah ini mulai berlaku pada tanggal diundangkan.'] },
  ] };
}

import { closingChapters } from './draft-regulation-closing';
import { choose, type Ayat, type Bab, type Pasal, type Terms } from './regulation-terms';

export function considering({ region, year, until }: Pick<Terms, 'region' | 'year' | 'until'>): string[] {
  return [
    `bahwa pembangunan industri di ${region} merupakan salah satu pilar utama perekonomian daerah untuk mewujudkan kesejahteraan masyarakat yang berkeadilan dan berkelanjutan berdasarkan Pancasila dan Undang-Undang Dasar Negara Republik Indonesia Tahun 1945;`,
    `bahwa pembangunan industri di daerah perlu direncanakan secara terpadu dan selaras dengan Rencana Induk Pembangunan Industri Nasional, Kebijakan Industri Nasional, dan rencana pembangunan industri provinsi, dengan memperhatikan potensi sumber daya, rencana tata ruang wilayah, serta daya dukung lingkungan;`,
    `bahwa berdasarkan ketentuan Pasal 11 ayat (4) Undang-Undang Nomor 3 Tahun 2014 tentang Perindustrian, rencana pembangunan industri kabupaten/kota ditetapkan dengan peraturan daerah kabupaten/kota setelah dievaluasi oleh gubernur sesuai dengan ketentuan peraturan perundang-undangan;`,
    `bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam huruf a, huruf b, dan huruf c, perlu menetapkan Peraturan Daerah tentang Rencana Pembangunan Industri ${region} Tahun ${year}-${until};`,
  ];
}

export function recalling(): string[] {
  return [
    'Pasal 18 ayat (6) Undang-Undang Dasar Negara Republik Indonesia Tahun 1945;',
    'Undang-Undang Nomor 12 Tahun 2011 tentang Pembentukan Peraturan Perundang-undangan (Lembaran Negara Republik Indonesia Tahun 2011 Nomor 82, Tambahan Lembaran Negara Republik Indonesia Nomor 5234) sebagaimana telah beberapa kali diubah terakhir dengan Undang-Undang Nomor 13 Tahun 2022 tentang Perubahan Kedua atas Undang-Undang Nomor 12 Tahun 2011 tentang Pembentukan Peraturan Perundang-undangan;',
    'Undang-Undang Nomor 3 Tahun 2014 tentang Perindustrian (Lembaran Negara Republik Indonesia Tahun 2014 Nomor 4, Tambahan Lembaran Negara Republik Indonesia Nomor 5492) sebagaimana telah diubah dengan Undang-Undang Nomor 6 Tahun 2023 tentang Penetapan Peraturan Pemerintah Pengganti Undang-Undang Nomor 2 Tahun 2022 tentang Cipta Kerja menjadi Undang-Undang;',
    'Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah (Lembaran Negara Republik Indonesia Tahun 2014 Nomor 244, Tambahan Lembaran Negara Republik Indonesia Nomor 5587) sebagaimana telah beberapa kali diubah terakhir dengan Undang-Undang Nomor 6 Tahun 2023 tentang Penetapan Peraturan Pemerintah Pengganti Undang-Undang Nomor 2 Tahun 2022 tentang Cipta Kerja menjadi Undang-Undang;',
    'Peraturan Pemerintah Nomor 14 Tahun 2015 tentang Rencana Induk Pembangunan Industri Nasional Tahun 2015-2035 (Lembaran Negara Republik Indonesia Tahun 2015 Nomor 46, Tambahan Lembaran Negara Republik Indonesia Nomor 5671);',
    'Peraturan Pemerintah Nomor 28 Tahun 2021 tentang Penyelenggaraan Bidang Perindustrian (Lembaran Negara Republik Indonesia Tahun 2021 Nomor 38, Tambahan Lembaran Negara Republik Indonesia Nomor 6640);',
    'Peraturan Menteri Perindustrian Nomor 110/M-IND/PER/12/2015 tentang Pedoman Penyusunan Rencana Pembangunan Industri Provinsi dan Rencana Pembangunan Industri Kabupaten/Kota;',
    'Peraturan Daerah Provinsi Bengkulu tentang Rencana Pembangunan Industri Provinsi Bengkulu Tahun 2018-2038;',
  ];
}

/** BAB and Pasal in their order; numbering and references are given by {@link numbered}. */
export function chapters(terms: Terms): Bab[] {
  return [general(terms), standing(terms), goals(terms), flagships(terms), places(terms), resources(terms), ...closingChapters(terms)];
}

function general({ region, area, head, place }: Terms): Bab {
  return { title: 'KETENTUAN UMUM', pasal: [
    { key: 'definitions', explanation: 'Cukup jelas.', ayat: [{ text: 'Dalam Peraturan Daerah ini yang dimaksud dengan:', items: [
      `Daerah adalah ${region}.`,
      `Pemerintah Daerah adalah ${head} sebagai unsur penyelenggara pemerintahan daerah yang memimpin pelaksanaan urusan pemerintahan yang menjadi kewenangan daerah otonom.`,
      `${head} adalah ${head} ${place}.`,
      'Industri adalah seluruh bentuk kegiatan ekonomi yang mengolah bahan baku dan/atau memanfaatkan sumber daya industri sehingga menghasilkan barang yang mempunyai nilai tambah atau manfaat lebih tinggi, termasuk jasa industri.',
      'Rencana Induk Pembangunan Industri Nasional yang selanjutnya disingkat RIPIN adalah pedoman bagi pemerintah dan pelaku industri dalam perencanaan dan pembangunan industri.',
      'Rencana Pembangunan Industri Provinsi yang selanjutnya disingkat RPIP adalah dokumen perencanaan pembangunan industri Provinsi Bengkulu.',
      `Rencana Pembangunan Industri ${area} yang selanjutnya disingkat RPIK adalah dokumen perencanaan yang menjadi pedoman bagi Pemerintah Daerah dan pelaku industri dalam pembangunan industri di Daerah.`,
      'Industri Unggulan Daerah adalah industri yang ditetapkan menjadi penggerak utama perekonomian Daerah.',
      'Sentra Industri Kecil dan Industri Menengah yang selanjutnya disebut Sentra IKM adalah sekelompok industri kecil dan industri menengah dalam satu lokasi yang terdiri atas paling sedikit 5 (lima) unit usaha yang menghasilkan produk sejenis, menggunakan bahan baku sejenis, dan/atau mengerjakan proses produksi yang sama.',
      'Kawasan Peruntukan Industri yang selanjutnya disingkat KPI adalah bentangan lahan yang diperuntukkan bagi kegiatan industri berdasarkan rencana tata ruang wilayah.',
    ] }] },
    { key: 'purpose', ayat: [
      'RPIK dimaksudkan sebagai pedoman bagi Pemerintah Daerah, pelaku industri, dan masyarakat dalam perencanaan dan pembangunan industri di Daerah.',
      { text: 'RPIK bertujuan untuk:', items: ['mewujudkan industri Daerah yang mandiri, berdaya saing, dan berwawasan lingkungan;', 'meningkatkan nilai tambah sumber daya alam Daerah melalui hilirisasi;', 'memperluas kesempatan kerja dan pemerataan pembangunan; dan', 'menyelaraskan pembangunan industri antardaerah dalam satu arah pembangunan industri provinsi.'] },
    ] },
    { key: 'scope', ayat: [{ text: 'Ruang lingkup Peraturan Daerah ini meliputi:', items: ['kedudukan, jangka waktu, dan sistematika RPIK;', 'visi, misi, tujuan, dan sasaran;', 'Industri Unggulan Daerah;', 'perwilayahan industri;', 'pembangunan sumber daya, sarana, dan prasarana industri;', 'pelaksanaan, pembinaan, dan pengawasan;', 'pembiayaan; dan', 'peran serta masyarakat.'] }] },
  ] };
}

function standing({ year, until, area }: Terms): Bab {
  return { title: 'KEDUDUKAN, JANGKA WAKTU, DAN SISTEMATIKA', pasal: [
    { key: 'standing', explanation: 'Penyelarasan dengan RIPIN, Kebijakan Industri Nasional, dan RPIP dilakukan sejak tahap penyusunan agar evaluasi gubernur tidak menemukan pertentangan arah.', ayat: [
      'RPIK merupakan penjabaran pembangunan industri Daerah yang mengacu pada RIPIN dan Kebijakan Industri Nasional serta selaras dengan RPIP.',
      { text: 'RPIK disusun dengan memperhatikan:', items: ['potensi sumber daya industri Daerah;', `rencana tata ruang wilayah provinsi dan rencana tata ruang wilayah ${area.toLowerCase()}; dan`, 'keserasian dan keseimbangan dengan kebijakan pembangunan industri di provinsi dan daerah sekitar serta daya dukung lingkungan.'] },
    ] },
    { key: 'term', ayat: [
      `RPIK ditetapkan untuk jangka waktu 20 (dua puluh) tahun, terhitung sejak tahun ${year} sampai dengan tahun ${until}.`,
      'RPIK sebagaimana dimaksud pada ayat (1) dapat ditinjau kembali setiap 5 (lima) tahun.',
      'Dalam hal terjadi perubahan kebijakan nasional, perubahan rencana tata ruang wilayah, atau keadaan luar biasa, peninjauan kembali dapat dilakukan lebih dari 1 (satu) kali dalam 5 (lima) tahun.',
    ] },
    { key: 'structure', ayat: [
      { text: 'RPIK disusun dengan sistematika:', items: ['BAB I Pendahuluan;', 'BAB II Gambaran Kondisi Daerah Terkait Pembangunan Industri;', `BAB III Visi dan Misi Pembangunan Daerah serta Tujuan dan Sasaran Pembangunan Industri ${area};`, `BAB IV Strategi dan Program Pembangunan Industri ${area}; dan`, 'BAB V Penutup.'] },
      'RPIK sebagaimana dimaksud pada ayat (1) tercantum dalam Lampiran yang merupakan bagian tidak terpisahkan dari Peraturan Daerah ini.',
    ] },
  ] };
}

function goals(terms: Terms): Bab {
  const vision = choose(terms, 1, [
    'terwujudnya industri Daerah yang tangguh, bernilai tambah, dan berkelanjutan berbasis sumber daya lokal',
    'terwujudnya Daerah sebagai pusat pengolahan hasil bumi dan laut yang berdaya saing dan ramah lingkungan',
    'terwujudnya industri kecil dan industri menengah yang maju sebagai penggerak kesejahteraan masyarakat Daerah',
  ]);
  return { title: 'VISI, MISI, TUJUAN, DAN SASARAN', pasal: [
    { key: 'vision', ayat: [
      `Visi pembangunan industri Daerah adalah ${vision}.`,
      { text: 'Visi sebagaimana dimaksud pada ayat (1) dicapai melalui misi:', items: ['memperkuat struktur industri Daerah dari hulu ke hilir;', 'mengembangkan Sentra IKM yang terhubung dengan kawasan industri provinsi;', 'meningkatkan mutu sumber daya manusia industri; dan', 'menerapkan prinsip industri hijau.'] },
    ] },
    { key: 'targets', explanation: 'Besaran sasaran dirinci per lima tahun dalam Lampiran agar dapat diukur dan dievaluasi.', ayat: [
      { text: 'Sasaran pembangunan industri Daerah meliputi:', items: ['meningkatnya pertumbuhan industri pengolahan nonmigas;', 'meningkatnya kontribusi industri pengolahan terhadap produk domestik regional bruto;', 'meningkatnya penyerapan tenaga kerja di sektor industri; dan', 'bertambahnya unit usaha industri kecil dan industri menengah.'] },
      'Tahapan capaian sasaran sebagaimana dimaksud pada ayat (1) ditetapkan untuk setiap periode 5 (lima) tahun sebagaimana tercantum dalam Lampiran.',
    ] },
  ] };
}

function flagships(terms: Terms): Bab {
  const products = terms.products.length > 0 ? terms.products : ['pengolahan hasil pertanian'];
  const criterion = choose(terms, 3, ['ketersediaan bahan baku yang berkesinambungan', 'kesiapan pelaku usaha dan tenaga kerja', 'peluang pasar dalam negeri dan ekspor']);
  return { title: 'INDUSTRI UNGGULAN DAERAH', pasal: [
    { key: 'flagships', explanation: 'Penetapan Industri Unggulan Daerah telah disandingkan dengan industri unggulan daerah sekitar dan RPIP agar tidak terjadi tumpang tindih.', ayat: [
      { text: 'Industri Unggulan Daerah terdiri atas:', items: products.map((product, at) => `industri ${product}${at === products.length - 1 ? '.' : at === products.length - 2 ? '; dan' : ';'}`) },
      { text: 'Penetapan Industri Unggulan Daerah sebagaimana dimaksud pada ayat (1) didasarkan pada kriteria:', items: [`${criterion};`, 'besarnya nilai tambah yang dihasilkan;', 'keterkaitan antarindustri dan antardaerah; dan', 'kesesuaian dengan industri unggulan dalam RPIP.'] },
      'Selain Industri Unggulan Daerah, Pemerintah Daerah dapat mengembangkan industri lain yang potensial dan merupakan prioritas Daerah.',
    ] },
    { key: 'division', ayat: [
      'Dalam hal Industri Unggulan Daerah juga ditetapkan sebagai unggulan oleh daerah lain dalam provinsi, Pemerintah Daerah melakukan pembagian peran dengan daerah tersebut.',
      `Pembagian peran sebagaimana dimaksud pada ayat (1) dinyatakan oleh masing-masing daerah dalam matriks rencana dan dikoordinasikan oleh gubernur sebagai wakil Pemerintah Pusat.`,
    ] },
  ] };
}

function places(terms: Terms): Bab {
  const radius = choose(terms, 5, ['sungai dan sempadannya', 'permukiman dan fasilitas umum', 'lahan pertanian pangan berkelanjutan']);
  return { title: 'PERWILAYAHAN INDUSTRI', pasal: [
    { key: 'places', ayat: [{ text: 'Perwilayahan industri di Daerah dilaksanakan melalui:', items: ['pengembangan KPI;', 'pengembangan Sentra IKM; dan', 'keterhubungan dengan kawasan industri di wilayah provinsi, termasuk Kawasan Pelabuhan Pulau Baai.'] }] },
    { key: 'zones', ayat: ['KPI ditetapkan sesuai dengan rencana tata ruang wilayah Daerah.', `Pengembangan KPI dilakukan dengan menjaga jarak terhadap ${radius} sesuai dengan ketentuan peraturan perundang-undangan.`] },
    { key: 'sentra', explanation: 'Yang dimaksud dengan "lahan yang siap" adalah lahan yang haknya jelas pada Pemerintah Daerah, bebas sengketa, dan sesuai dengan peruntukan ruang.', ayat: [
      `Pengembangan Sentra IKM di Daerah dipusatkan pada ${terms.zone}.`,
      'Pembangunan Sentra IKM sebagaimana dimaksud pada ayat (1) dilakukan di atas lahan yang siap dengan luas paling sedikit 0,5 (nol koma lima) hektare.',
      'Sentra IKM mendukung Industri Unggulan Daerah sebagaimana dimaksud dalam {flagships}.',
    ] },
  ] };
}

function resources(terms: Terms): Bab {
  const training = choose(terms, 9, ['pelatihan vokasi berbasis kompetensi', 'magang pada perusahaan industri', 'sertifikasi kompetensi kerja']);
  return { title: 'PEMBANGUNAN SUMBER DAYA, SARANA, DAN PRASARANA INDUSTRI', pasal: [
    { key: 'resources', ayat: [
      { text: 'Pembangunan sumber daya industri meliputi:', items: ['pembangunan sumber daya manusia;', 'pemanfaatan sumber daya alam;', 'pengembangan dan pemanfaatan teknologi industri; dan', 'pengembangan kreativitas dan inovasi.'] },
      `Pembangunan sumber daya manusia sebagaimana dimaksud pada ayat (1) huruf a diutamakan melalui ${training}.`,
    ] },
    { key: 'infrastructure', ayat: [{ text: 'Pemerintah Daerah menjamin ketersediaan sarana dan prasarana industri paling sedikit berupa:', items: ['jaringan jalan dan jaringan energi;', 'sumber daya air dan pengolahan air limbah;', 'jaringan telekomunikasi dan sistem informasi industri; dan', 'sarana penunjang Sentra IKM.'] }] },
  ] };
}

export interface NumberedBab {
  title: string;
  pasal: readonly (Pasal & { number: number })[];
}

/** Numbers the articles through all chapters and resolves `{key}` to "Pasal n". An unknown key is a mistake of the author and throws. */
export function numbered(babs: readonly Bab[]): NumberedBab[] {
  const places = new Map(babs.flatMap((bab) => bab.pasal).map(({ key }, at) => [key, at + 1]));
  const resolve = (text: string) => text.replace(/\{([a-z-]+)\}/g, (_, key: string) => {
    if (!places.has(key)) throw new Error(`no article "${key}"`);
    return `Pasal ${places.get(key)}`;
  });
  const resolved = (ayat: Ayat): Ayat => typeof ayat === 'string' ? resolve(ayat) : { text: resolve(ayat.text), items: ayat.items.map(resolve) };
  return babs.map(({ title, pasal }) => ({ title, pasal: pasal.map((one) => ({ ...one, number: places.get(one.key)!, ayat: one.ayat.map(resolved) })) }));
}

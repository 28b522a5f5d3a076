import { ProvinceMinutes } from '../../testing/minutes-of-a-province';
import { type Paper, plainText, synchronizationMinutes } from '.';

const heads = ({ blocks }: Paper) => blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []));
const lines = ({ title, subtitles, mark, blocks }: Paper): string =>
  [title, ...subtitles, mark, ...blocks.flatMap((block) => {
    if (block.kind === 'list') return block.items;
    if (block.kind === 'table') return [block.columns.map((column) => column.title).join(' | '), ...block.rows.map((row) => row.join(' | '))];
    return block.kind === 'signatures' ? block.places.map(({ office, of }) => `${office}, ${of}`) : [block.text];
  })].join('\n');

describe('the minutes of synchronization', () => {
  it('are a draft before the release: who is there, who is waited for and why', () => {
    const paper = synchronizationMinutes(new ProvinceMinutes().source());
    const text = lines(paper);
    expect(paper.mark).toBe('RANCANGAN – gerbang belum dilepas');
    expect(heads(paper)).toEqual(['Rencana acuan', 'Kebijakan gerbang', 'Anggota', 'Pengecualian', 'Benturan dan temuan', 'Benturan yang dikesampingkan koordinator', 'Temuan yang dicatat koordinator', 'Rapat sinkronisasi', 'Keadaan gerbang']);
    for (const part of [
      'Provinsi Bengkulu', 'Tahun program 2027, putaran 1',
      'RPIP | 2018–2038 | Selasa, 13 Maret 2018 | – | digantikan 3 Feb 2027', 'RPIP | 2026–2046 | Selasa, 1 Desember 2026 | – | berlaku',
      'Paling sedikit 2 dari 4 anggota harus hadir.', 'Wajib hadir: Kab. Seluma.', 'Tanggal batas Rabu, 30 Juni 2027; sesudahnya koordinator memutuskan.',
      'Kab. Bengkulu Utara | Tetap (sudah ditetapkan): Perda 4/2022 | belum ada kasus | – | –',
      'Kab. Seluma | Aktif | rpik-1705-2027, Sinkronisasi provinsi | Senin, 4 Januari 2027 pukul 09.00 WIB | 2222222222222222 2222222222222222 2222222222222222 2222222222222222',
      'Kab. Mukomuko | rpik-1706-2027, Penelaahan provinsi | SK tim penyusun atau Dokumen RPIK; 2 catatan belum ditanggapi | Bappeda provinsi (Prov. Bengkulu)',
      '1 | Kab. Mukomuko | Pemekaran wilayah sedang berjalan. | Disperindag provinsi, Kamis, 4 Februari 2027 pukul 10.12 WIB | Biro Hukum provinsi (Plh, SK 7/2027), Jumat, 5 Februari 2027 pukul 10.12 WIB',
      'Kab. Bengkulu Selatan | tenun (KBLI 13122), utama, 2028–2047', 'Kab. Seluma | tenun bumpak (KBLI 13122), utama, 2028–2047',
      'Kab. Seluma | dibedakan | Seluma menenun bumpak. | Bupati/Wali Kota Kab. Seluma, Sabtu, 6 Februari 2027 pukul 10.12 WIB',
      'X01.1701-1705.kbli-13122 | Kab. Bengkulu Selatan dan Kab. Seluma | Disepakati Gubernur dalam rapat. | Disperindag provinsi,', 'X04.1705-1706.kapas | Kab. Seluma dan Kab. Mukomuko | Dipenuhi dari provinsi tetangga. |',
      'Rabu, 20 Januari 2027 | Kab. Bengkulu Selatan dan Kab. Seluma | Kab. Seluma | Pembagian peran dibahas. | –', 'Gerbang dapat dilepas: 2 dari 2 siap, 1 tetap.', 'Biro Hukum provinsi, Provinsi Bengkulu', 'Wakil Pemerintah Daerah, Kab. Mukomuko',
    ]) expect(text).toContain(part);
    expect(text).not.toMatch(/p_provincial|p_regency|undefined|null|\[object/);
  });

  it('hold exactly the frozen list after the release, and wait for nobody', () => {
    const paper = synchronizationMinutes(new ProvinceMinutes().release().source());
    const text = lines(paper);
    expect(paper.mark).toMatch(/^Dilepas \w+, \d+ Februari 2027 pukul 10\.12 WIB$/);
    expect(text).toContain('untuk 2 kasus berikut, tidak lebih dan tidak kurang');
    const frozen = paper.blocks.findLast((block) => block.kind === 'table');
    expect(frozen).toMatchObject({ rows: [['Kab. Bengkulu Selatan', 'rpik-1701-2027', '50', expect.any(String)], ['Kab. Seluma', 'rpik-1705-2027', '51', expect.any(String)]] });
    expect(text).toContain('Dikecualikan: Kab. Mukomuko.');
    expect(text).toContain('X01.1701-1705.kbli-13122: dikesampingkan koordinator');
    expect(text).toContain('Keterangan: Rapat 20 Januari 2027.');
    expect(text).not.toMatch(/RANCANGAN|Yang masih ditunggu|belum; sejak/);
  });

  it('carry every override for ever, though the finding is found no more', () => {
    const text = lines(synchronizationMinutes(new ProvinceMinutes().release().source({ conflicts: [] })));
    expect(text).toContain('Disepakati Gubernur dalam rapat.');
  });

  it('give a region its own conflicts only, and say how many they leave out', () => {
    const source = new ProvinceMinutes().release().source();
    const text = lines(synchronizationMinutes({ ...source, excerptFor: ['1706'], hidden: 1, conflicts: source.conflicts.filter(({ finding }) => finding.members.includes('1706')) }));
    expect(text).toContain('Petikan untuk Kab. Mukomuko');
    expect(text).toContain('Ada 1 temuan lain');
    expect(text).toContain('Pemekaran wilayah sedang berjalan.');
    expect(text).toContain('Dipenuhi dari provinsi tetangga.');
    expect(text).not.toMatch(/Gubernur dalam rapat|bumpak|X01|Rapat 20 Januari 2027\./);
  });

  it('say aloud that a supposition is one', () => {
    const paper = synchronizationMinutes(new ProvinceMinutes().source({ supposed: { sentence: { id: 'Kab. Mukomuko dikecualikan.', en: '' }, effect: { id: 'Gerbang tetap tertutup.', en: '' } } }));
    expect(paper.mark).toBe('RANCANGAN – pengandaian, tidak dicatat: Kab. Mukomuko dikecualikan.');
    expect(lines(paper)).toContain('Akibatnya: Gerbang tetap tertutup. Tidak ada yang dicatat.');
  });

  it('show sealed words that are not at hand by their hash', () => {
    expect(lines(synchronizationMinutes(new ProvinceMinutes().source({ words: new Map() })))).toContain('(teks tertutup, SHA-256 ');
  });

  it.each([
    ['a\u0000b\r\nc\td', 'a b c d'], ['\u202Egnudnu\u202C', 'gnudnu'], ['x\u200B\uFEFFy', 'xy'], ['\ud800', '\uFFFD'], ['\u{1F600}', '\u{1F600}'], ['<script>&amp;', '<script>&amp;'],
  ])('write %j as %j', (text, plain) => {
    expect(plainText(text)).toBe(plain);
  });
});

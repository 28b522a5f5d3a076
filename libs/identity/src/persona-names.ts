/** Invented: ordinary Indonesian names, put together by number. Nobody is meant. */
const given = [
  'Aditya', 'Agustina', 'Anwar', 'Ayu', 'Bagas', 'Bunga', 'Cahyo', 'Citra', 'Damar', 'Dewi', 'Eka', 'Fajar', 'Fitri', 'Galih', 'Gita',
  'Hana', 'Hendra', 'Indah', 'Intan', 'Joko', 'Kartika', 'Krisna', 'Laras', 'Lukman', 'Maya', 'Mega', 'Nanda', 'Nirmala', 'Oki', 'Putri',
  'Raka', 'Rini', 'Sari', 'Surya', 'Tari', 'Teguh', 'Umar', 'Vina', 'Wahyu', 'Wulan', 'Yoga',
];
const family = [
  'Anggraini', 'Budiman', 'Cempaka', 'Darmawan', 'Effendi', 'Firmansyah', 'Gunawan', 'Handoko', 'Iskandar', 'Jatmiko', 'Kencana', 'Kurniawan',
  'Lestari', 'Maharani', 'Mulyana', 'Nugraha', 'Oktaviani', 'Permata', 'Pradana', 'Purnama', 'Rahayu', 'Ramadhan', 'Saputra', 'Setiawan',
  'Sulistyo', 'Susanto', 'Syahputra', 'Tanjung', 'Utami', 'Wardana', 'Wibowo', 'Wicaksono', 'Widodo', 'Wijaya', 'Yulianti', 'Yusuf', 'Zahra',
];

/** A sample name for a number: 41 and 37 are coprime, so 1,517 numbers in a row get different names. */
export function sampleName(n: number): string {
  return `${given[n % given.length]} ${family[n % family.length]} (contoh)`;
}

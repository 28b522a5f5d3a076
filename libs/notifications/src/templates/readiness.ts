import type { Templates } from './template';

const open = { id: 'Buka kesiapan lahan', en: 'Open the readiness' };

/** The readiness of a region's small-industry zone. */
export const readiness = {
  'readiness-submitted': {
    needs: ['criterion'], asks: true,
    id: {
      subject: '{{regionName}}: bukti kesiapan menunggu verifikasi, {{criterion}}',
      happened: '{{regionName}} mengajukan bukti untuk syarat {{criterion}}.',
      toDo: 'Periksa buktinya, lalu verifikasi atau tolak dengan alasan.',
      open: open.id,
    },
    en: {
      subject: '{{regionName}}: evidence of readiness to be verified, {{criterion}}',
      happened: '{{regionName}} handed in evidence for the condition {{criterion}}.',
      toDo: 'Check the evidence, then verify it or reject it with a reason.',
      open: open.en,
    },
  },
  'readiness-verified': {
    needs: ['criterion'], asks: false,
    id: {
      subject: '{{regionName}}: {{criterion}} sudah diverifikasi',
      happened: 'Provinsi memverifikasi bukti {{regionName}} untuk syarat {{criterion}}.',
      toDo: 'Tidak ada yang perlu Anda kerjakan untuk syarat ini.',
      open: open.id,
    },
    en: {
      subject: '{{regionName}}: {{criterion}} was verified',
      happened: 'The province verified the evidence of {{regionName}} for the condition {{criterion}}.',
      toDo: 'You do not need to do anything about this condition.',
      open: open.en,
    },
  },
  'readiness-rejected': {
    needs: ['criterion'], asks: true,
    id: {
      subject: '{{regionName}}: bukti {{criterion}} belum diterima',
      happened: 'Provinsi belum menerima bukti {{regionName}} untuk syarat {{criterion}}.',
      toDo: 'Baca alasannya, perbaiki buktinya, lalu ajukan kembali.',
      open: open.id,
    },
    en: {
      subject: '{{regionName}}: the evidence for {{criterion}} was not accepted',
      happened: 'The province did not accept the evidence of {{regionName}} for the condition {{criterion}}.',
      toDo: 'Read the reason, put the evidence right, and hand it in again.',
      open: open.en,
    },
  },
  'readiness-expiring': {
    needs: ['criterion', 'dueOn'], asks: true,
    id: {
      subject: '{{regionName}}: bukti {{criterion}} berlaku sampai {{dueOn}}',
      happened: 'Bukti {{regionName}} untuk syarat {{criterion}} berlaku sampai {{dueOn}}. Sesudah itu syarat ini tidak lagi terpenuhi.',
      toDo: 'Siapkan bukti yang baru dan ajukan sebelum tanggal itu; bukti lama tetap berlaku selama yang baru diperiksa.',
      open: open.id,
    },
    en: {
      subject: '{{regionName}}: the evidence for {{criterion}} counts until {{dueOn}}',
      happened: 'The evidence of {{regionName}} for the condition {{criterion}} counts until {{dueOn}}. After that day the condition is not met any more.',
      toDo: 'Prepare new evidence and hand it in before that day; the old one counts while the new one is being checked.',
      open: open.en,
    },
  },
  'readiness-expired': {
    needs: ['criterion', 'since'], asks: true,
    id: {
      subject: '{{regionName}}: bukti {{criterion}} sudah kedaluwarsa',
      happened: 'Bukti {{regionName}} untuk syarat {{criterion}} terakhir berlaku pada {{since}}. Daerah ini belum siap selama syarat itu tidak terpenuhi.',
      toDo: 'Ajukan bukti yang baru.',
      open: open.id,
    },
    en: {
      subject: '{{regionName}}: the evidence for {{criterion}} has expired',
      happened: 'The evidence of {{regionName}} for the condition {{criterion}} last counted on {{since}}. The region is not ready while that condition is not met.',
      toDo: 'Hand in new evidence.',
      open: open.en,
    },
  },
  'readiness-ready': {
    needs: [], asks: true,
    id: {
      subject: '{{regionName}}: siap untuk dukungan pusat',
      happened: '{{regionName}} memenuhi semua syarat kesiapan lahan industri kecil.',
      toDo: 'Periksa berkasnya, lalu usulkan daerah ini untuk pendanaan pusat.',
      open: open.id,
    },
    en: {
      subject: '{{regionName}}: ready for central support',
      happened: '{{regionName}} meets all conditions of a zone for small industry.',
      toDo: 'Look through the papers, then propose the region for central funding.',
      open: open.en,
    },
  },
  'readiness-proposed': {
    needs: [], asks: true,
    id: {
      subject: '{{regionName}}: diusulkan untuk pendanaan pusat',
      happened: 'Provinsi mengusulkan {{regionName}} untuk pendanaan pusat; semua syarat kesiapan lahannya terverifikasi.',
      toDo: 'Periksa berkasnya, lalu catat nomor rujukan pendanaannya atau tolak dengan alasan.',
      open: open.id,
    },
    en: {
      subject: '{{regionName}}: proposed for central funding',
      happened: 'The province proposed {{regionName}} for central funding; all conditions of its zone are verified.',
      toDo: 'Look through the papers, then record the reference number of the funding or decline with a reason.',
      open: open.en,
    },
  },
  'readiness-funded': {
    needs: ['letterNumber'], asks: false,
    id: {
      subject: '{{regionName}}: memperoleh pendanaan pusat, {{letterNumber}}',
      happened: 'Kementerian mencatat pendanaan untuk {{regionName}} dengan nomor rujukan {{letterNumber}}.',
      toDo: 'Simpan nomor ini; kunjungan lapangan dicatat di halaman kesiapan.',
      open: open.id,
    },
    en: {
      subject: '{{regionName}}: granted central funding, {{letterNumber}}',
      happened: 'The ministry recorded the funding of {{regionName}} under the reference number {{letterNumber}}.',
      toDo: 'Keep the number; visits to the site are recorded on the page of the readiness.',
      open: open.en,
    },
  },
  'readiness-declined': {
    needs: [], asks: false,
    id: {
      subject: '{{regionName}}: usulan pendanaan belum disetujui',
      happened: 'Kementerian belum menyetujui usulan pendanaan untuk {{regionName}}.',
      toDo: 'Baca alasannya di halaman kesiapan; daerah ini dapat diusulkan kembali.',
      open: open.id,
    },
    en: {
      subject: '{{regionName}}: the proposal for funding was declined',
      happened: 'The ministry declined the proposal to fund {{regionName}}.',
      toDo: 'Read the reason on the page of the readiness; the region can be proposed again.',
      open: open.en,
    },
  },
} as const satisfies Templates;

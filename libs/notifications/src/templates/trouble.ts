import type { Templates } from './template';

/** What went wrong and is nobody's delay. Each says that nothing was lost, because that is what people fear first. */
export const trouble = {
  'transfer-failed': {
    needs: ['caseTitle', 'stage', 'documents'], asks: true,
    id: {
      subject: '{{regionName}}: kasus belum diteruskan, dokumen perlu diunggah ulang',
      happened: '{{caseTitle}} belum diteruskan{{#if transition}} ({{transition}}){{/if}} karena berkas yang tersimpan tidak lagi sama dengan yang Anda ajukan: {{documents}}. Kasus tetap di meja Anda pada tahap {{stage}} dan isian lain aman.',
      toDo: 'Unggah ulang dokumen tersebut, lalu ajukan sekali lagi.',
    },
    en: {
      subject: '{{regionName}}: the case was not passed on, documents have to be uploaded again',
      happened: '{{caseTitle}} was not passed on{{#if transition}} ({{transition}}){{/if}} because stored files are no longer the same as those you submitted: {{documents}}. The case is still at your desk at the stage {{stage}} and your other entries are safe.',
      toDo: 'Upload these documents again, then submit once more.',
    },
  },
  'no-holder': {
    needs: ['vacantRole'], asks: true,
    id: {
      subject: '{{regionName}}: peran {{vacantRole}} tidak ada pemegangnya',
      happened: 'Peran {{vacantRole}} di {{regionName}} tidak ada pemegangnya{{#if since}} sejak {{since}}{{/if}}.{{#if caseTitle}} {{caseTitle}}{{#if stage}} pada tahap {{stage}}{{/if}} menunggu peran ini.{{/if}}',
      toDo: 'Daftarkan pemegang peran atau pejabat pelaksana beserta surat keputusannya.',
      open: 'Buka daftar pejabat',
    },
    en: {
      subject: '{{regionName}}: the role {{vacantRole}} has no holder',
      happened: 'The role {{vacantRole}} in {{regionName}} has had no holder{{#if since}} since {{since}}{{/if}}.{{#if caseTitle}} {{caseTitle}}{{#if stage}} at the stage {{stage}}{{/if}} waits for this role.{{/if}}',
      toDo: 'Register a holder or an acting official with the decree.',
      open: 'Open the register',
    },
  },
  'notice-bounced': {
    needs: ['caseTitle', 'stage', 'unreachedOffice', 'message'], asks: false,
    id: {
      subject: '{{regionName}}: pesan kepada {{unreachedOffice}} tidak sampai',
      happened: 'Pesan kepada {{unreachedOffice}} tentang {{caseTitle}} ({{message}}), tahap {{stage}}, tidak dapat disampaikan ke alamat surelnya. Anda diberi tahu sebagai atasan atau administrator.',
      toDo: 'Mohon sampaikan sendiri kepada kantor itu, dan minta administrator memperbaiki alamat surelnya.',
    },
    en: {
      subject: '{{regionName}}: a message to {{unreachedOffice}} did not arrive',
      happened: 'A message to {{unreachedOffice}} about {{caseTitle}} ({{message}}), stage {{stage}}, could not be delivered to the mail address on file. You are told as the superior or the administrator.',
      toDo: 'Please tell that office yourself, and have the administrator correct the mail address.',
    },
  },
  'chain-broken': {
    needs: ['caseTitle'], asks: true,
    id: {
      subject: '{{regionName}}: catatan {{caseTitle}} tidak utuh',
      happened: 'Pemeriksaan rutin menemukan bahwa catatan {{caseTitle}} tidak lagi sama dengan yang pernah ditulis. Catatan itu tidak diubah oleh sistem dan tidak ada yang disimpulkan lagi darinya.',
      toDo: 'Jalankan selaras verify untuk melihat peristiwa yang dimaksud, lalu pulihkan dari cadangan. Periksa pula siapa yang mempunyai akses ke basis data.',
      open: 'Buka kasus',
    },
    en: {
      subject: '{{regionName}}: the record of {{caseTitle}} is not whole',
      happened: 'The routine comparison found that the record of {{caseTitle}} is no longer what was written. The system has not changed it, and derives nothing from it any more.',
      toDo: 'Run selaras verify to see which event it is, then restore from a backup. Find out as well who has access to where it is kept.',
      open: 'Open the case',
    },
  },
  'system-fault': {
    needs: ['fault'], asks: false,
    id: {
      subject: '{{regionName}}: gangguan sistem, tidak ada yang hilang',
      happened: 'Terjadi gangguan sistem{{#if since}} sejak {{since}}{{/if}}{{#if caseTitle}} pada {{caseTitle}}{{/if}}: {{fault}}. Ini bukan keterlambatan kantor Anda dan tidak ada yang hilang.',
      toDo: 'Tidak ada yang perlu dikirim ulang. Jika gangguan ini berlanjut, administrator dapat membatalkan atau mengulang langkahnya.',
    },
    en: {
      subject: '{{regionName}}: a system fault, nothing is lost',
      happened: 'There is a system fault{{#if since}} since {{since}}{{/if}}{{#if caseTitle}} on {{caseTitle}}{{/if}}: {{fault}}. It is not a delay of your office and nothing is lost.',
      toDo: 'Nothing has to be sent again. If the fault persists, the administrator can cancel or repeat the step.',
    },
  },
} as const satisfies Templates;

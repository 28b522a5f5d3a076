import type { Templates } from './template';

/** The synchronization gate of a province's cohort. */
export const gate = {
  'gate-released': {
    needs: ['cohort'], asks: false,
    id: {
      subject: '{{regionName}}: gerbang sinkronisasi {{cohort}} dilepas',
      happened: 'Gerbang sinkronisasi {{cohort}} sudah dilepas{{#if memberCount}} untuk {{memberCount}}{{/if}}.{{#if caseTitle}} {{caseTitle}} melanjutkan ke rekomendasi provinsi.{{/if}}',
      toDo: 'Tidak ada yang perlu Anda kerjakan. Hasil sinkronisasi dapat dibaca di papan gerbang.',
      open: 'Buka hasil sinkronisasi',
    },
    en: {
      subject: '{{regionName}}: the synchronization gate of {{cohort}} was released',
      happened: 'The synchronization gate of {{cohort}} was released{{#if memberCount}} for {{memberCount}}{{/if}}.{{#if caseTitle}} {{caseTitle}} goes on to the provincial recommendation.{{/if}}',
      toDo: 'You do not need to do anything. The outcome can be read on the gate board.',
      open: 'Open the outcome',
    },
  },
  'cohort-invited': {
    needs: ['cohort', 'dueOn'], asks: true,
    id: {
      subject: '{{regionName}}: undangan sinkronisasi {{cohort}}, tutup {{dueOn}}',
      happened: '{{regionName}} diundang ke gerbang sinkronisasi {{cohort}}. Rencana semua daerah provinsi ini diselaraskan bersama; tanggal tutupnya {{dueOn}}.',
      toDo: '{{#if task}}{{task}}, lalu bawa ke sinkronisasi sebelum tanggal tutup.{{else}}Bawa kasus RPIK daerah Anda ke sinkronisasi sebelum tanggal tutup.{{/if}}',
      open: 'Buka papan gerbang',
    },
    en: {
      subject: '{{regionName}}: invited to the synchronization of {{cohort}}, cut-off {{dueOn}}',
      happened: '{{regionName}} is invited to the synchronization gate of {{cohort}}. The plans of all regions of this province are brought to one direction together; the cut-off date is {{dueOn}}.',
      toDo: "{{#if task}}{{task}}, and bring it to the synchronization before the cut-off date.{{else}}Bring your region's case to the synchronization before the cut-off date.{{/if}}",
      open: 'Open the gate board',
    },
  },
  'waiver-requested': {
    needs: ['cohort', 'member'], asks: true,
    id: {
      subject: '{{regionName}}: pengecualian {{member}} menunggu orang kedua',
      happened: 'Koordinator meminta agar {{member}} tidak ditunggu di gerbang sinkronisasi {{cohort}}.',
      toDo: 'Baca alasannya di papan gerbang, lalu sahkan sebagai orang kedua bila Anda setuju.',
      open: 'Buka papan gerbang',
    },
    en: {
      subject: '{{regionName}}: the waiver of {{member}} waits for a second person',
      happened: 'The coordinator asks that {{member}} need not be waited for at the synchronization gate of {{cohort}}.',
      toDo: 'Read the reason on the gate board, and confirm as the second person if you agree.',
      open: 'Open the gate board',
    },
  },
  'meeting-called': {
    needs: ['cohort', 'meetingOn', 'meetingTime', 'place'], asks: false,
    id: {
      subject: '{{regionName}}: undangan rapat sinkronisasi {{meetingOn}}',
      happened: 'Koordinator mengundang {{regionName}} ke rapat sinkronisasi {{cohort}} pada {{meetingOn}} pukul {{meetingTime}}, bertempat di {{place}}.',
      toDo: 'Baca acaranya, siapkan klaim daerah Anda, dan hadirlah.',
      open: 'Buka undangan rapat',
    },
    en: {
      subject: '{{regionName}}: invited to the synchronization meeting of {{meetingOn}}',
      happened: 'The coordinator invites {{regionName}} to the synchronization meeting of {{cohort}} on {{meetingOn}} at {{meetingTime}}, {{place}}.',
      toDo: "Read its agenda, prepare your region's claims, and come.",
      open: 'Open the invitation',
    },
  },
  'meeting-moved': {
    needs: ['cohort', 'meetingOn', 'meetingTime', 'place'], asks: false,
    id: {
      subject: '{{regionName}}: rapat sinkronisasi dipindah ke {{meetingOn}}',
      happened: 'Rapat sinkronisasi {{cohort}} dipindah: {{meetingOn}} pukul {{meetingTime}}, bertempat di {{place}}.',
      toDo: 'Catat waktu dan tempat yang baru; alasannya tercantum pada halaman rapat.',
      open: 'Buka undangan rapat',
    },
    en: {
      subject: '{{regionName}}: the synchronization meeting was moved to {{meetingOn}}',
      happened: 'The synchronization meeting of {{cohort}} was moved: {{meetingOn}} at {{meetingTime}}, {{place}}.',
      toDo: 'Note the new time and place; the reason stands on the page of the meetings.',
      open: 'Open the invitation',
    },
  },
  'meeting-called-off': {
    needs: ['cohort', 'meetingOn', 'meetingTime'], asks: false,
    id: {
      subject: '{{regionName}}: rapat sinkronisasi {{meetingOn}} dibatalkan',
      happened: 'Rapat sinkronisasi {{cohort}} pada {{meetingOn}} pukul {{meetingTime}} dibatalkan; alasannya tercantum pada halaman rapat.',
      toDo: 'Tidak ada yang perlu Anda kerjakan. Undangan baru akan dikirim bila rapat dipanggil lagi.',
      open: 'Buka halaman rapat',
    },
    en: {
      subject: '{{regionName}}: the synchronization meeting of {{meetingOn}} was called off',
      happened: 'The synchronization meeting of {{cohort}} on {{meetingOn}} at {{meetingTime}} was called off; the reason stands on the page of the meetings.',
      toDo: 'You do not need to do anything. Another invitation follows if a meeting is called again.',
      open: 'Open the page of the meetings',
    },
  },
  'plan-superseded': {
    needs: ['cohort', 'plan'], asks: false,
    id: {
      subject: '{{regionName}}: rencana acuan baru {{plan}}',
      happened: '{{plan}} menggantikan versi sebelumnya sebagai rencana acuan {{cohort}}. Pemeriksaan yang bersandar pada versi lama ditandai dan dimintakan ulang; tidak ada kasus yang mundur.',
      toDo: 'Baca rencana yang baru. Yang harus Anda periksa ulang, bila ada, tampil di daftar kerja Anda.',
      open: 'Buka rencana acuan',
    },
    en: {
      subject: '{{regionName}}: a new reference plan {{plan}}',
      happened: '{{plan}} takes the place of the earlier version as a reference plan of {{cohort}}. Checks that relied on the earlier version are marked and asked for again; no case goes back.',
      toDo: 'Read the new plan. What you have to check again, if anything, stands on your worklist.',
      open: 'Open the reference plan',
    },
  },
  'finding-stale': {
    needs: ['cohort', 'finding'], asks: true,
    id: {
      subject: '{{regionName}}: temuan {{finding}} perlu diperiksa ulang',
      happened: 'Klaim atau rencana acuan yang dibandingkan oleh temuan {{finding}} pada {{cohort}} sudah berubah. Yang disepakati sebelumnya tidak lagi dihitung.',
      toDo: 'Periksa klaim yang baru dan nyatakan kembali sikap Anda.',
      open: 'Buka temuan',
    },
    en: {
      subject: '{{regionName}}: the finding {{finding}} has to be checked again',
      happened: 'The claims or reference plans that the finding {{finding}} of {{cohort}} compares have changed. What was agreed before counts no more.',
      toDo: 'Look at the new claims and say again where you stand.',
      open: 'Open the finding',
    },
  },
  'cut-off-reached': {
    needs: ['cohort', 'since'], asks: true,
    id: {
      subject: '{{regionName}}: tanggal tutup {{cohort}} sudah lewat',
      happened: 'Tanggal tutup sinkronisasi {{cohort}}, {{since}}, sudah lewat.',
      toDo: 'Lihat papan gerbang: lepas gerbang bila syaratnya terpenuhi, atau minta pengecualian bagi yang belum hadir.',
      open: 'Buka papan gerbang',
    },
    en: {
      subject: '{{regionName}}: the cut-off date of {{cohort}} has passed',
      happened: 'The cut-off date of the synchronization of {{cohort}}, {{since}}, has passed.',
      toDo: 'Look at the gate board: release the gate if its conditions are met, or ask for a waiver of those who are missing.',
      open: 'Open the gate board',
    },
  },
  'member-left': {
    needs: ['cohort', 'member'], asks: false,
    id: {
      subject: '{{regionName}}: {{member}} tidak lagi di gerbang {{cohort}}',
      happened: '{{member}} termasuk dalam pelepasan gerbang {{cohort}}, tetapi kasusnya sudah meninggalkan gerbang sebelum dibuka baginya.',
      toDo: 'Tidak ada yang perlu Anda kerjakan. Bila kasusnya kembali, ia ikut putaran berikutnya.',
      open: 'Buka papan gerbang',
    },
    en: {
      subject: '{{regionName}}: {{member}} is no longer at the gate of {{cohort}}',
      happened: '{{member}} belongs to a release of the gate of {{cohort}}, but its case had left the gate before it was opened.',
      toDo: 'You do not need to do anything. Should its case come back, it joins the next round.',
      open: 'Open the gate board',
    },
  },
  'member-waived': {
    needs: ['cohort', 'reason'], asks: false,
    id: {
      subject: '{{regionName}}: dikecualikan dari gerbang {{cohort}}',
      happened: '{{regionName}} dikecualikan dari gerbang sinkronisasi {{cohort}} oleh dua pejabat provinsi. Alasan: {{reason}}. Kasusnya tetap berjalan dan tidak lagi ditunggu pada putaran ini.',
      toDo: 'Jika Anda menilai alasan ini keliru, sampaikan kepada koordinator provinsi sebelum gerbang dilepas.',
      open: 'Buka papan gerbang',
    },
    en: {
      subject: '{{regionName}}: waived at the gate of {{cohort}}',
      happened: '{{regionName}} was waived at the synchronization gate of {{cohort}} by two officials of the province. Reason: {{reason}}. Its case goes on and is no longer waited for in this round.',
      toDo: 'If you find this reason wrong, tell the provincial coordinator before the gate is released.',
      open: 'Open the gate board',
    },
  },
} as const satisfies Templates;

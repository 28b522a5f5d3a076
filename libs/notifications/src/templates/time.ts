import type { Templates } from './template';

/** The ladder of reminders and what moves a due day. A late office is named, nobody is blamed. */
export const time = {
  reminder: {
    needs: ['caseTitle', 'stage', 'dueOn', 'workingDaysLeft'], asks: true,
    id: {
      subject: 'Pengingat: {{regionName}}, {{stage}}, tenggat {{dueOn}} ({{workingDaysLeft}})',
      happened: 'Tahap {{stage}} untuk {{caseTitle}} jatuh tempo pada {{dueOn}} ({{workingDaysLeft}}).',
      toDo: '{{#if task}}{{task}}.{{else}}Selesaikan tahap ini sebelum tenggatnya lewat.{{/if}} Jika ada yang menghalangi, catat di halaman kasus agar pihak lain mengetahuinya.',
    },
    en: {
      subject: 'Reminder: {{regionName}}, {{stage}}, due {{dueOn}} ({{workingDaysLeft}})',
      happened: 'The stage {{stage}} of {{caseTitle}} is due on {{dueOn}} ({{workingDaysLeft}}).',
      toDo: '{{#if task}}{{task}}.{{else}}Complete the stage before its due day has passed.{{/if}} If something stands in the way, note it on the page of the case so that others know.',
    },
  },
  overdue: {
    needs: ['caseTitle', 'stage', 'actorOffice', 'dueOn', 'workingDaysLeft', 'rung'], asks: true,
    id: {
      subject: '{{regionName}}: {{stage}} lewat tenggat ({{workingDaysLeft}})',
      happened: 'Tahap {{stage}} untuk {{caseTitle}} di {{actorOffice}} jatuh tempo pada {{dueOn}} dan belum selesai ({{workingDaysLeft}}).{{#if reason}} Hari jatuh temponya berubah karena {{reason}}.{{/if}} {{rung}}',
      toDo: 'Mohon pastikan tahap ini dapat diselesaikan: ingatkan, tunjuk petugas lain, atau catat apa yang menghalanginya.',
    },
    en: {
      subject: '{{regionName}}: {{stage}} is past its due day ({{workingDaysLeft}})',
      happened: 'The stage {{stage}} of {{caseTitle}} at {{actorOffice}} was due on {{dueOn}} and is not complete ({{workingDaysLeft}}).{{#if reason}} Its due day moved because of {{reason}}.{{/if}} {{rung}}',
      toDo: 'Please see that the stage can be completed: remind, assign somebody else, or note what stands in the way.',
    },
  },
  'desk-reminded': {
    needs: ['caseTitle', 'stage', 'actorOffice', 'since'], asks: true,
    id: {
      subject: '{{regionName}}: {{stage}} menunggu Anda sejak {{since}}',
      happened: '{{actorOffice}} mengingatkan bahwa {{caseTitle}} menunggu pada tahap {{stage}} sejak {{since}}.{{#if dueOn}} Tenggatnya {{dueOn}}{{#if workingDaysLeft}} ({{workingDaysLeft}}){{/if}}.{{/if}}',
      toDo: '{{#if task}}{{task}}.{{else}}Buka kasus ini dan lanjutkan.{{/if}} Jika ada yang menghalangi, catat di halaman kasus agar pihak lain mengetahuinya.',
    },
    en: {
      subject: '{{regionName}}: {{stage}} has waited for you since {{since}}',
      happened: '{{actorOffice}} reminds you that {{caseTitle}} has waited at the stage {{stage}} since {{since}}.{{#if dueOn}} It is due {{dueOn}}{{#if workingDaysLeft}} ({{workingDaysLeft}}){{/if}}.{{/if}}',
      toDo: '{{#if task}}{{task}}.{{else}}Open the case and carry on.{{/if}} If something stands in the way, note it on the page of the case so that others know.',
    },
  },
  'desk-escalated': {
    needs: ['caseTitle', 'stage', 'actorOffice', 'since'], asks: true,
    id: {
      subject: '{{regionName}}: {{stage}} tersendat sejak {{since}}',
      happened: '{{caseTitle}} menunggu {{actorOffice}} pada tahap {{stage}} sejak {{since}}.{{#if dueOn}} Tenggatnya {{dueOn}}.{{/if}} Administrator menyampaikan hal ini kepada Anda sebagai atasan.',
      toDo: 'Mohon pastikan tahap ini dapat diselesaikan: ingatkan, tunjuk petugas lain, atau catat apa yang menghalanginya.',
    },
    en: {
      subject: '{{regionName}}: {{stage}} has not moved since {{since}}',
      happened: '{{caseTitle}} has waited for {{actorOffice}} at the stage {{stage}} since {{since}}.{{#if dueOn}} It is due {{dueOn}}.{{/if}} The administrator tells you as the superior.',
      toDo: 'Please see that the stage can be completed: remind, assign somebody else, or note what stands in the way.',
    },
  },
  'clock-expired': {
    needs: ['caseTitle', 'stage', 'dueOn'], asks: false,
    id: {
      subject: '{{regionName}}: jangka waktu {{stage}} berakhir {{dueOn}}',
      happened: 'Jangka waktu {{#if clock}}{{clock}}{{else}}tahap {{stage}}{{/if}} untuk {{caseTitle}} berakhir pada {{dueOn}}{{#if reason}} karena {{reason}}{{/if}}.{{#if consequence}} {{consequence}}.{{/if}}',
      toDo: 'Buka kasus ini untuk melihat langkah yang kini dapat diambil.',
    },
    en: {
      subject: '{{regionName}}: the term of {{stage}} ended on {{dueOn}}',
      happened: 'The term of {{#if clock}}{{clock}}{{else}}the stage {{stage}}{{/if}} for {{caseTitle}} ended on {{dueOn}}{{#if reason}} because of {{reason}}{{/if}}.{{#if consequence}} {{consequence}}.{{/if}}',
      toDo: 'Open the case to see which steps can be taken now.',
    },
  },
  'deadline-moved': {
    needs: ['caseTitle', 'stage', 'previousDueOn', 'dueOn', 'reason'], asks: true,
    id: {
      subject: '{{regionName}}: tenggat {{stage}} berubah menjadi {{dueOn}}',
      happened: 'Tenggat {{#if clock}}{{clock}}{{else}}tahap {{stage}}{{/if}} untuk {{caseTitle}} berubah dari {{previousDueOn}} menjadi {{dueOn}}. Sebabnya: {{reason}}.',
      toDo: 'Sesuaikan rencana kerja Anda dengan tenggat yang baru.',
    },
    en: {
      subject: '{{regionName}}: {{stage}} is now due {{dueOn}}',
      happened: 'The due day of {{#if clock}}{{clock}}{{else}}the stage {{stage}}{{/if}} for {{caseTitle}} moved from {{previousDueOn}} to {{dueOn}}. The cause: {{reason}}.',
      toDo: 'Adjust your plan of work to the new due day.',
    },
  },
  'hold-proposed': {
    needs: ['caseTitle', 'stage', 'actorOffice', 'reason'], asks: true,
    id: {
      subject: '{{regionName}}: jeda waktu diusulkan untuk {{stage}}',
      happened: '{{actorOffice}} mengusulkan jeda waktu pada {{caseTitle}}, tahap {{stage}}. Alasan: {{reason}}. Waktu terus berjalan sampai usul ini disetujui.',
      toDo: 'Periksa dokumen pendukungnya, lalu setujui atau tolak usul ini.',
    },
    en: {
      subject: '{{regionName}}: a pause is proposed for {{stage}}',
      happened: '{{actorOffice}} proposes a pause of {{caseTitle}}, stage {{stage}}. Reason: {{reason}}. Time keeps running until the proposal is confirmed.',
      toDo: 'Check the supporting document, then confirm or refuse the proposal.',
    },
  },
  'hold-confirmed': {
    needs: ['caseTitle', 'stage', 'actorOffice', 'reason'], asks: false,
    id: {
      subject: '{{regionName}}: {{stage}} dijeda',
      happened: '{{actorOffice}} menyetujui jeda waktu pada {{caseTitle}}, tahap {{stage}}{{#if since}}, sejak {{since}}{{/if}}. Alasan: {{reason}}.',
      toDo: 'Tidak ada yang perlu Anda kerjakan. Anda akan diberi tahu bila waktu berjalan kembali.',
    },
    en: {
      subject: '{{regionName}}: {{stage}} is paused',
      happened: '{{actorOffice}} confirmed the pause of {{caseTitle}}, stage {{stage}}{{#if since}}, since {{since}}{{/if}}. Reason: {{reason}}.',
      toDo: 'You do not need to do anything. You will be told when time runs again.',
    },
  },
  'relisting-due': {
    needs: ['caseTitle', 'programmeYear'], asks: true,
    id: {
      subject: '{{regionName}}: perlu dicantumkan kembali dalam Propemperda',
      happened: 'Tahun Propemperda {{programmeYear}} telah berakhir sebelum {{caseTitle}} disetujui bersama.',
      toDo: 'Catat keputusan DPRD yang mencantumkan rancangan ini kembali. Tanpa itu, penyampaian ke DPRD dan pembicaraannya belum dapat dilanjutkan.',
    },
    en: {
      subject: '{{regionName}}: to be listed again in the legislative programme',
      happened: 'The programme year {{programmeYear}} ended before {{caseTitle}} was jointly approved.',
      toDo: 'Record the council decision that lists the draft again. Without it, submission to the council and deliberation cannot go on.',
    },
  },
} as const satisfies Templates;

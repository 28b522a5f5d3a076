import type { Templates } from './template';

/** A case comes to a desk, leaves it, or comes back. */
export const desk = {
  'task-opened': {
    needs: ['caseTitle', 'stage'], asks: true,
    id: {
      subject: '{{regionName}}: {{stage}} menunggu Anda{{#if dueOn}}, tenggat {{dueOn}}{{/if}}',
      happened: '{{caseTitle}} kini berada di meja Anda pada tahap {{stage}}{{#if actorOffice}}, diteruskan oleh {{actorOffice}}{{/if}}.{{#if round}} Ini putaran {{round}}.{{/if}}',
      toDo: '{{#if task}}{{task}}.{{else}}Buka kasus ini dan kerjakan tahap {{stage}}.{{/if}}',
    },
    en: {
      subject: '{{regionName}}: {{stage}} is waiting for you{{#if dueOn}}, due {{dueOn}}{{/if}}',
      happened: '{{caseTitle}} is now at your desk at the stage {{stage}}{{#if actorOffice}}, passed on by {{actorOffice}}{{/if}}.{{#if round}} This is round {{round}}.{{/if}}',
      toDo: '{{#if task}}{{task}}.{{else}}Open the case and work on the stage {{stage}}.{{/if}}',
    },
  },
  'task-assigned': {
    needs: ['caseTitle', 'stage'], asks: true,
    id: {
      subject: '{{regionName}}: tugas {{stage}} diserahkan kepada Anda',
      happened: 'Tugas pada {{caseTitle}}, tahap {{stage}}, diserahkan kepada Anda{{#if actorOffice}} oleh {{actorOffice}}{{/if}}.',
      toDo: '{{#if task}}{{task}}.{{else}}Buka kasus ini dan kerjakan tugasnya.{{/if}} Jika Anda tidak dapat mengerjakannya, lepaskan tugas ini agar rekan lain dapat mengambilnya.',
    },
    en: {
      subject: '{{regionName}}: the task {{stage}} was assigned to you',
      happened: 'The task on {{caseTitle}}, stage {{stage}}, was assigned to you{{#if actorOffice}} by {{actorOffice}}{{/if}}.',
      toDo: '{{#if task}}{{task}}.{{else}}Open the case and do the task.{{/if}} If you cannot do it, release it so that a colleague can take it.',
    },
  },
  'case-returned': {
    needs: ['caseTitle', 'stage', 'actorOffice', 'reason'], asks: true,
    id: {
      subject: '{{regionName}}: kasus dikembalikan ke tahap {{stage}}',
      happened: '{{actorOffice}} mengembalikan {{caseTitle}} ke tahap {{stage}}. Alasan: {{reason}}.{{#if remarkCount}} Ada {{remarkCount}} yang perlu dijawab.{{/if}}{{#if round}} Kasus ini masuk putaran {{round}}.{{/if}}',
      toDo: 'Perbaiki berkasnya, jawab setiap catatan, lalu ajukan kembali.',
    },
    en: {
      subject: '{{regionName}}: the case was returned to {{stage}}',
      happened: '{{actorOffice}} returned {{caseTitle}} to the stage {{stage}}. Reason: {{reason}}.{{#if remarkCount}} To be answered: {{remarkCount}}.{{/if}}{{#if round}} The case enters round {{round}}.{{/if}}',
      toDo: 'Correct the file, answer every remark, and submit it again.',
    },
  },
  'case-recalled': {
    needs: ['caseTitle', 'stage', 'actorOffice'], asks: false,
    id: {
      subject: '{{regionName}}: pengajuan ditarik kembali',
      happened: '{{actorOffice}} menarik kembali {{caseTitle}} sebelum dibuka di meja Anda. Kasus ini kembali ke tahap {{stage}}.',
      toDo: 'Tidak ada yang perlu Anda kerjakan. Anda akan diberi tahu bila kasus ini diajukan lagi.',
    },
    en: {
      subject: '{{regionName}}: the submission was recalled',
      happened: '{{actorOffice}} recalled {{caseTitle}} before it was opened at your desk. The case is back at the stage {{stage}}.',
      toDo: 'You do not need to do anything. You will be told when the case is submitted again.',
    },
  },
  'correction-requested': {
    needs: ['caseTitle', 'stage', 'actorOffice', 'documents'], asks: true,
    id: {
      subject: '{{regionName}}: perbaikan dokumen diminta',
      happened: '{{actorOffice}} meminta perbaikan dokumen pada {{caseTitle}}: {{documents}}. Kasus tetap pada tahap {{stage}} dan tenggatnya terus berjalan.',
      toDo: 'Unggah dokumen yang sudah diperbaiki, lalu nyatakan perbaikan selesai.',
    },
    en: {
      subject: '{{regionName}}: a correction of documents is requested',
      happened: '{{actorOffice}} asks for a correction of documents on {{caseTitle}}: {{documents}}. The case stays at the stage {{stage}} and its term keeps running.',
      toDo: 'Upload the corrected documents, then mark the correction as provided.',
    },
  },
  'correction-provided': {
    needs: ['caseTitle', 'stage', 'actorOffice'], asks: true,
    id: {
      subject: '{{regionName}}: perbaikan dokumen sudah disampaikan',
      happened: '{{actorOffice}} menyampaikan perbaikan pada {{caseTitle}}{{#if documents}}: {{documents}}{{/if}}. Kasus berada pada tahap {{stage}}.',
      toDo: 'Periksa dokumen yang baru dan lanjutkan penilaian Anda.',
    },
    en: {
      subject: '{{regionName}}: the correction of documents was provided',
      happened: '{{actorOffice}} provided the correction on {{caseTitle}}{{#if documents}}: {{documents}}{{/if}}. The case is at the stage {{stage}}.',
      toDo: 'Check the new documents and continue your assessment.',
    },
  },
  'check-stale': {
    needs: ['caseTitle', 'check', 'reason'], asks: true,
    id: {
      subject: '{{regionName}}: periksa ulang {{check}}',
      happened: 'Dasar pemeriksaan {{check}} pada {{caseTitle}} sudah berubah: {{reason}}. Suara yang diberikan tetap tercatat dan kasus tidak mundur.',
      toDo: 'Periksa kembali dan catat hasilnya pada kasus.',
    },
    en: {
      subject: '{{regionName}}: check {{check}} again',
      happened: 'What the check {{check}} of {{caseTitle}} rests on has changed: {{reason}}. The vote stays on the record and the case does not go back.',
      toDo: 'Check again and record the result on the case.',
    },
  },
} as const satisfies Templates;

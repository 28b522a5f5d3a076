import type { Templates } from './template';

/** Remarks, answers and votes. Their text stays on the case: it may be confidential, a mailbox is not. */
export const discussion = {
  'remark-added': {
    needs: ['caseTitle', 'stage', 'actorOffice', 'remarkCount'], asks: true,
    id: {
      subject: '{{regionName}}: {{remarkCount}} baru dari {{actorOffice}}',
      happened: '{{actorOffice}} memberi {{remarkCount}} pada {{caseTitle}}, tahap {{stage}}.',
      toDo: 'Baca catatannya di halaman kasus dan berikan jawaban.',
      open: 'Buka catatan',
    },
    en: {
      subject: '{{regionName}}: {{remarkCount}} from {{actorOffice}}',
      happened: '{{actorOffice}} made {{remarkCount}} on {{caseTitle}}, stage {{stage}}.',
      toDo: 'Read it on the page of the case and give your answer.',
      open: 'Open the remarks',
    },
  },
  'remark-answered': {
    needs: ['caseTitle', 'stage', 'actorOffice', 'remarkCount'], asks: false,
    id: {
      subject: '{{regionName}}: {{remarkCount}} dijawab oleh {{actorOffice}}',
      happened: '{{actorOffice}} menjawab {{remarkCount}} pada {{caseTitle}}, tahap {{stage}}.{{#if openRemarkCount}} Belum dijawab: {{openRemarkCount}}.{{/if}}',
      toDo: 'Anda dapat membaca jawabannya di halaman kasus.',
      open: 'Buka catatan',
    },
    en: {
      subject: '{{regionName}}: {{remarkCount}} answered by {{actorOffice}}',
      happened: '{{actorOffice}} answered {{remarkCount}} on {{caseTitle}}, stage {{stage}}.{{#if openRemarkCount}} Not answered yet: {{openRemarkCount}}.{{/if}}',
      toDo: 'You can read the answer on the page of the case.',
      open: 'Open the remarks',
    },
  },
  'vote-recorded': {
    needs: ['caseTitle', 'stage', 'actorOffice', 'vote'], asks: false,
    id: {
      subject: '{{regionName}}: pendapat {{actorOffice}} tercatat ({{vote}})',
      happened: 'Pendapat {{actorOffice}} atas {{caseTitle}} pada tahap {{stage}} sudah tercatat: {{vote}}.',
      toDo: 'Jika pendapat Anda sendiri belum tercatat, berikan di halaman kasus.',
    },
    en: {
      subject: '{{regionName}}: the opinion of {{actorOffice}} is recorded ({{vote}})',
      happened: 'The opinion of {{actorOffice}} on {{caseTitle}} at the stage {{stage}} is recorded: {{vote}}.',
      toDo: 'If your own opinion is not recorded yet, give it on the page of the case.',
    },
  },
} as const satisfies Templates;

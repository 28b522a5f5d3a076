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

import type { Templates } from './template';

/** How a case ends, or becomes valid without an act. */
export const ends = {
  'deemed-valid': {
    needs: ['caseTitle', 'effectiveOn', 'basis'], asks: true,
    id: {
      subject: '{{regionName}}: rancangan dianggap sah sejak {{effectiveOn}}',
      happened: '{{caseTitle}} tidak ditetapkan dalam 30 hari kerja sejak persetujuan bersama, sehingga dianggap sah sejak {{effectiveOn}} menurut {{basis}}.',
      toDo: 'Undangkan dengan kalimat pengesahan menurut undang-undang. Jika penetapan sebenarnya sudah ditandatangani pada waktunya, daftarkan naskah bertanda tangannya sebelum pengundangan.',
    },
    en: {
      subject: '{{regionName}}: the draft is deemed valid from {{effectiveOn}}',
      happened: '{{caseTitle}} was not enacted within 30 working days of the joint approval and is deemed valid from {{effectiveOn}} under {{basis}}.',
      toDo: 'Promulgate it with the statutory sentence. If it was in fact signed in time, register the signed text before promulgation.',
    },
  },
  'case-closed': {
    needs: ['caseTitle', 'outcome'], asks: false,
    id: {
      subject: '{{regionName}}: kasus selesai ({{outcome}})',
      happened: '{{caseTitle}} telah ditutup dengan hasil: {{outcome}}.{{#if reason}} Alasan: {{reason}}.{{/if}}',
      toDo: 'Tidak ada yang perlu Anda kerjakan. Riwayatnya tetap dapat dibaca.',
      open: 'Buka riwayat',
    },
    en: {
      subject: '{{regionName}}: the case is closed ({{outcome}})',
      happened: '{{caseTitle}} was closed with the outcome: {{outcome}}.{{#if reason}} Reason: {{reason}}.{{/if}}',
      toDo: 'You do not need to do anything. Its history can still be read.',
      open: 'Open the history',
    },
  },
} as const satisfies Templates;

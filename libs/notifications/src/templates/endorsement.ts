import type { Templates } from './template';

/** The ministry's sign-off: support without statutory force, which every message about it has to say. */
export const endorsement = {
  endorsed: {
    needs: ['caseTitle'], asks: false,
    id: {
      subject: '{{regionName}}: didukung kementerian',
      happened: 'Kementerian Perindustrian memberikan dukungan atas {{caseTitle}}{{#if letterNumber}} dengan surat nomor {{letterNumber}}{{/if}}. Ini dukungan non-statutori, bukan persetujuan Perda.',
      toDo: 'Kasus ini dapat dilanjutkan ke penyampaian kepada DPRD. Surat dukungan ada di halaman kasus.',
    },
    en: {
      subject: '{{regionName}}: supported by the ministry',
      happened: 'The Ministry of Industry supports {{caseTitle}}{{#if letterNumber}} by letter number {{letterNumber}}{{/if}}. This is non-statutory support, not approval of the regulation.',
      toDo: 'The case can go on to the council. The letter of support is on the page of the case.',
    },
  },
  'endorsed-with-conditions': {
    needs: ['caseTitle', 'conditionCount'], asks: true,
    id: {
      subject: '{{regionName}}: didukung kementerian dengan {{conditionCount}}',
      happened: 'Kementerian Perindustrian memberikan dukungan atas {{caseTitle}} dengan {{conditionCount}}{{#if letterNumber}} (surat nomor {{letterNumber}}){{/if}}. Ini dukungan non-statutori, bukan persetujuan Perda.',
      toDo: 'Baca setiap syarat di halaman kasus, penuhi pada waktunya, dan laporkan beserta buktinya.',
      open: 'Buka syarat',
    },
    en: {
      subject: '{{regionName}}: supported by the ministry with {{conditionCount}}',
      happened: 'The Ministry of Industry supports {{caseTitle}} with {{conditionCount}}{{#if letterNumber}} (letter number {{letterNumber}}){{/if}}. This is non-statutory support, not approval of the regulation.',
      toDo: 'Read each condition on the page of the case, meet it in time, and report it with its evidence.',
      open: 'Open the conditions',
    },
  },
  declined: {
    needs: ['caseTitle', 'actorOffice', 'reason'], asks: true,
    id: {
      subject: '{{regionName}}: dukungan belum diberikan',
      happened: '{{actorOffice}} belum memberikan dukungan atas {{caseTitle}}. Alasan: {{reason}}.{{#if stage}} Kasus kembali ke tahap {{stage}}.{{/if}}',
      toDo: 'Baca penjelasannya di halaman kasus, perbaiki rancangannya, lalu ajukan kembali.',
    },
    en: {
      subject: '{{regionName}}: support was declined',
      happened: '{{actorOffice}} declined to support {{caseTitle}}. Reason: {{reason}}.{{#if stage}} The case is back at the stage {{stage}}.{{/if}}',
      toDo: 'Read the explanation on the page of the case, revise the draft, and submit it again.',
    },
  },
  'texts-compared': {
    needs: ['caseTitle', 'differences'], asks: false,
    id: {
      subject: '{{regionName}}: naskah yang disetujui bersama dan naskah yang didukung',
      happened: 'DPRD dan kepala daerah telah menyetujui bersama {{caseTitle}}. {{differences}}.',
      toDo: 'Bandingkan kedua naskah di halaman kasus. Tidak ada tahap yang tertahan karenanya.',
    },
    en: {
      subject: '{{regionName}}: the jointly approved text and the endorsed one',
      happened: 'The council and the head of the region have jointly approved {{caseTitle}}. {{differences}}.',
      toDo: 'Compare the two texts on the page of the case. No stage is held up by them.',
    },
  },
  'condition-due': {
    needs: ['caseTitle', 'conditionNumber', 'dueOn', 'workingDaysLeft'], asks: true,
    id: {
      subject: '{{regionName}}: syarat nomor {{conditionNumber}} jatuh tempo {{dueOn}}',
      happened: 'Syarat nomor {{conditionNumber}} atas dukungan untuk {{caseTitle}} jatuh tempo pada {{dueOn}} ({{workingDaysLeft}}).{{#if condition}} Isinya: {{condition}}.{{/if}}',
      toDo: 'Laporkan pemenuhan syarat ini beserta buktinya.',
      open: 'Buka syarat',
    },
    en: {
      subject: '{{regionName}}: condition number {{conditionNumber}} is due {{dueOn}}',
      happened: 'Condition number {{conditionNumber}} of the support for {{caseTitle}} is due on {{dueOn}} ({{workingDaysLeft}}).{{#if condition}} It says: {{condition}}.{{/if}}',
      toDo: 'Report how the condition was met, with the evidence.',
      open: 'Open the conditions',
    },
  },
} as const satisfies Templates;

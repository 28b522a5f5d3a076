import type { Templates } from './template';

/** Once a day, what waits for one person. */
export const digest = {
  digest: {
    needs: ['digest'], asks: false,
    id: {
      subject: 'Yang harus Anda kerjakan: {{digest.open}} ({{digest.late}} terlambat, {{digest.today}} hari ini)',
      happened: 'Ada {{digest.open}} tugas yang menunggu Anda: {{digest.late}} terlambat, {{digest.today}} jatuh tempo hari ini, {{digest.soon}} segera (tidak lebih dari 3 hari kerja). Pemberitahuan yang belum dibaca: {{digest.unread}}.',
      toDo: 'Mulailah dari yang paling atas; daftar lengkapnya ada di halaman kerja.',
      open: 'Buka daftar kerja',
    },
    en: {
      subject: 'What you need to do: {{digest.open}} ({{digest.late}} late, {{digest.today}} today)',
      happened: 'Tasks waiting for you: {{digest.open}}; late: {{digest.late}}; due today: {{digest.today}}; due soon (within 3 working days): {{digest.soon}}. Notices you have not read: {{digest.unread}}.',
      toDo: 'Start from the top; the whole list is on the work page.',
      open: 'Open the worklist',
    },
  },
} as const satisfies Templates;

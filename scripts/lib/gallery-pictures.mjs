/**
 * What the gallery shows: who looks, where, and what the picture is called. A page that a demo does not have is left out with a word.
 * `sizes` and `schemes` are a desk in daylight unless they say otherwise.
 */
export const pictures = [
  { name: 'sign-in', path: '/' },
  { name: 'work-coordinator', persona: 'coordinator-1700', path: '/kerja', sizes: ['desk', 'phone'] },
  { name: 'work-drafter', persona: 'drafter-1706', path: '/kerja', sizes: ['phone'], schemes: ['dark'] },
  { name: 'case-seluma', persona: 'coordinator-1700', path: '/kasus/rpik-1705-2026', sizes: ['desk', 'phone'] },
  { name: 'decide-seluma', persona: 'coordinator-1700', path: '/kasus/rpik-1705-2026/keputusan/favourable' },
  { name: 'case-evaluation', persona: 'legal-1700', path: '/kasus/rpik-1771-2025', schemes: ['dark'] },
  { name: 'comparison', persona: 'coordinator-1700', path: '/kasus/rpik-1706-2026/banding' },
  { name: 'matters', persona: 'council-1702', path: '/kasus/rpik-1702-2025/urusan' },
  { name: 'history', persona: 'coordinator-1700', path: '/kasus/rpik-1706-2026/riwayat' },
  { name: 'gate-board', persona: 'coordinator-1700', path: '/provinsi/cohort-17-2026', sizes: ['desk', 'phone'], schemes: ['light', 'dark'] },
  { name: 'findings', persona: 'coordinator-1700', path: '/provinsi/cohort-17-2026/temuan' },
  { name: 'same-ground', persona: 'coordinator-1700', path: '/provinsi/cohort-17-2026/temuan/X02.1701-1705.kpi-pino-raya.kpi-semidang-alas-maras' },
  { name: 'readiness', persona: 'coordinator-1700', path: '/provinsi/cohort-17-2026/kesiapan' },
  { name: 'figures', persona: 'coordinator-1700', path: '/provinsi/cohort-17-2026/angka' },
  { name: 'sign-off', persona: 'ministry-signer', path: '/kasus/rpik-1708-2025/keputusan/endorse', schemes: ['light', 'dark'] },
  { name: 'stalled', persona: 'admin', path: '/tersendat', sizes: ['desk', 'phone'] },
  { name: 'notices', persona: 'drafter-1706', path: '/notifikasi', sizes: ['phone'] },
  { name: 'deadlines', persona: 'coordinator-1700', path: '/hitung' },
  { name: 'process', persona: 'admin', path: '/proses/rpik' },
  { name: 'register', persona: 'admin', path: '/pengelola/register' },
  { name: 'health', persona: 'admin', path: '/pengelola/kesehatan' },
  { name: 'verification', path: '/verifikasi', sizes: ['desk', 'phone'] },
  { name: 'public-cohort', path: '/publik/kohort/cohort-17-2026' },
];

export const sizes = { desk: { width: 1280, height: 800 }, phone: { width: 360, height: 740 } };

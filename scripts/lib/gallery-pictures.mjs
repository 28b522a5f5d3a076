/**
 * What the gallery shows: who looks, where, and what the picture is called. A screen that the demo cannot show yet is left out with a word.
 * `sizes` and `schemes` default to a desk in daylight; `press` is clicked first (the accessible name of a link or button).
 */
export const pictures = [
  { name: 'sign-in', path: '/' },
  { name: 'work-coordinator', persona: 'coordinator-1700', path: '/kerja', sizes: ['desk', 'phone'], schemes: ['light', 'dark'] },
  { name: 'work-drafter', persona: 'drafter-1706', path: '/kerja', sizes: ['phone'] },
  { name: 'case-seluma', persona: 'coordinator-1700', path: '/kasus/rpik-1705-2026', sizes: ['desk', 'phone'] },
  { name: 'case-evaluation', persona: 'legal-1700', path: '/kasus/rpik-1771-2025' },
  { name: 'decide-seluma', persona: 'coordinator-1700', path: '/kasus/rpik-1705-2026/keputusan' },
  { name: 'compare-seluma', persona: 'coordinator-1700', path: '/kasus/rpik-1705-2026/banding' },
  { name: 'gate-board', persona: 'coordinator-1700', path: '/provinsi/cohort-17-2026', sizes: ['desk', 'phone'], schemes: ['light', 'dark'] },
  { name: 'findings', persona: 'coordinator-1700', path: '/provinsi/cohort-17-2026/temuan' },
  { name: 'readiness', persona: 'coordinator-1700', path: '/provinsi/cohort-17-2026/kesiapan' },
  { name: 'stalled', persona: 'admin', path: '/tersendat', sizes: ['desk', 'phone'] },
  { name: 'sign-off', persona: 'ministry-signer', path: '/kasus/rpik-1708-2025/keputusan/endorse', sizes: ['desk'] },
  { name: 'notices', persona: 'drafter-1706', path: '/notifikasi' },
];

export const sizes = { desk: { width: 1280, height: 800 }, phone: { width: 360, height: 740 } };

import type { Basis } from '../definition';
import { documents, roles } from '../rpik/vocabulary.v1';
import type { ReadinessDefinition } from './criteria';

/** What the ministry asked of the ten regions of Bengkulu when it offered to support their zones. */
const seed: Basis = { source: 'Pertemuan RPIK Bengkulu, 15 Maret 2018', certainty: 'reported' };
const usual: Basis = { source: 'Praktik perizinan dan aset daerah', certainty: 'assumed' };
const guideline: Basis = { source: 'Pedoman Teknis Pembangunan Sentra IKM, Kemenperin 2017 (daftar isi)', certainty: 'reported' };
const unlimited: Basis = { source: 'Hak atas tanah dan catatan aset tidak berjangka waktu untuk keperluan ini', certainty: 'assumed' };
/** Until somebody finds the rule, nothing expires that does not say so itself. */
const unknown: Basis = { source: 'Batas umur bukti ini tidak diketahui; tidak ada yang kedaluwarsa dengan sendirinya', certainty: 'assumed' };

export const readinessV1 = {
  id: 'readiness',
  version: 1,
  roles,
  documents,
  criteria: {
    'land-area': {
      label: { id: 'Lahan tersedia', en: 'Land is available' },
      short: { id: 'Lahan', en: 'Land' },
      required: ['location-decree'],
      measure: {
        label: { id: 'Luas lahan', en: 'Area of the land' },
        unit: { id: 'ha', en: 'ha' },
        thresholds: [
          { from: '2015-01-01', least: 5, basis: { source: 'Kemenperin menurut pers, 2015: 5 ha clear and clean', certainty: 'reported' } },
          { from: '2018-03-15', least: 0.5, basis: seed },
        ],
      },
      validity: null,
      validityBasis: unknown,
      basis: seed,
    },
    clear: {
      label: { id: 'Jelas haknya (clear): hak daerah', en: "Clear: the regency's right" },
      short: { id: 'Hak', en: 'Right' },
      required: ['land-certificate', 'asset-entry'],
      validity: null,
      validityBasis: unlimited,
      basis: usual,
    },
    clean: {
      label: { id: 'Bersih (clean): tanpa sengketa', en: 'Clean: no dispute' },
      short: { id: 'Sengketa', en: 'Dispute' },
      required: ['no-dispute-letter', 'field-check-minutes'],
      validity: null,
      validityBasis: unknown,
      basis: seed,
    },
    zoning: {
      label: { id: 'Di peruntukan ruang yang benar', en: 'In the right zone' },
      short: { id: 'Ruang', en: 'Zone' },
      required: ['zoning-conformity'],
      validity: null,
      validityBasis: unknown,
      basis: { source: 'Industri berada di KPI, kecuali jenis yang disebut (KKPR)', certainty: 'reported' },
    },
    commitment: {
      label: { id: 'Komitmen kepala daerah dan DPRD', en: 'Commitment of head and council' },
      short: { id: 'Komitmen', en: 'Commitment' },
      required: ['commitment-statement'],
      validity: null,
      validityBasis: unknown,
      basis: seed,
    },
    flagship: {
      label: { id: 'Penetapan produk unggulan', en: 'Decree on flagship products' },
      short: { id: 'Produk', en: 'Product' },
      required: ['flagship-decree'],
      validity: null,
      validityBasis: unknown,
      basis: usual,
    },
    sentra: {
      label: { id: 'Sentra sekurangnya lima unit usaha', en: 'A sentra of five units or more' },
      short: { id: 'Sentra', en: 'Sentra' },
      required: ['unit-list'],
      measure: {
        label: { id: 'Jumlah unit usaha', en: 'Business units' },
        unit: { id: 'unit', en: 'units' },
        whole: true,
        // Counted from the beginning of the regulation's year: the day is of no consequence here.
        thresholds: [{ from: '2018-01-01', least: 5, basis: { source: 'PP 29/2018 Pasal 1 angka 8', certainty: 'verified' } }],
      },
      validity: null,
      validityBasis: unknown,
      basis: { source: 'PP 29/2018 Pasal 1 angka 8', certainty: 'verified' },
    },
    design: {
      label: { id: 'Rancangan rinci dan dokumen lingkungan', en: 'Design and environment papers' },
      short: { id: 'Rancangan', en: 'Design' },
      required: ['detailed-design', 'environment-document'],
      validity: null,
      validityBasis: unknown,
      basis: guideline,
    },
    'pulau-baai': {
      label: { id: 'Terpadu dengan Pulau Baai', en: 'Integrated with Pulau Baai' },
      short: { id: 'Pulau Baai', en: 'Pulau Baai' },
      required: ['supply-chain-statement'],
      validity: null,
      validityBasis: unknown,
      basis: seed,
    },
  },
  siteVisits: { label: { id: 'Kunjungan lapangan', en: 'Site visits' }, evidence: ['field-check-minutes'] },
  reminders: { days: [30, 7], at: 7 * 60 + 30, basis: { source: 'Kebijakan Selaras', certainty: 'assumed' } },
} as const satisfies ReadinessDefinition;

export type ReadinessCriterion = keyof typeof readinessV1.criteria;

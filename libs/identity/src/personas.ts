import { sampleName } from './persona-names';

export type PersonaRole =
  | 'regency-drafter' | 'regency-secretary' | 'regency-head' | 'council-secretariat'
  | 'provincial-coordinator' | 'provincial-planner' | 'provincial-legal' | 'harmonizer' | 'provincial-secretary'
  | 'ministry-reviewer' | 'ministry-signer' | 'administrator';

/** Somebody the demo can sign in as. */
export interface Persona {
  /** `drafter-1705`, `coordinator-1700`, `admin`. */
  readonly persona: string;
  /** The token's `sub`. */
  readonly subject: string;
  /** Invented, and marked as a sample. */
  readonly name: string;
  readonly email: string;
  readonly role: PersonaRole;
  /** BPS code: '' nation, '17' province, '1705' regency or city. */
  readonly scope: string;
  readonly office: { readonly id: string; readonly en: string };
}

interface Region { readonly bps: string; readonly name: string }
type Seat = readonly [prefix: string, role: PersonaRole, id: string, en: string];

const regional: readonly Seat[] = [
  ['drafter', 'regency-drafter', 'Penyusun', 'Drafter'],
  ['secretary', 'regency-secretary', 'Sekretaris Daerah', 'Regional secretary'],
  ['head', 'regency-head', 'Kepala daerah', 'Head of region'],
  ['council', 'council-secretariat', 'Sekretariat DPRD', 'Council secretariat'],
];
const provincial: readonly Seat[] = [
  ['coordinator', 'provincial-coordinator', 'Koordinator provinsi', 'Provincial coordinator'],
  ['planner', 'provincial-planner', 'Bappeda provinsi', 'Provincial planner'],
  ['legal', 'provincial-legal', 'Biro Hukum provinsi', 'Provincial legal bureau'],
  ['harmonizer', 'harmonizer', 'Kanwil Kementerian Hukum', 'Regional office of the Ministry of Law'],
  ['secretary', 'provincial-secretary', 'Sekretaris Daerah provinsi', 'Provincial secretary'],
];
const national: readonly Seat[] = [
  ['ministry-reviewer', 'ministry-reviewer', 'Penelaah Kementerian Perindustrian', 'Reviewer, Ministry of Industry'],
  ['ministry-signer', 'ministry-signer', 'Penanda tangan Kementerian Perindustrian', 'Signing official, Ministry of Industry'],
  ['admin', 'administrator', 'Administrator', 'Administrator'],
];

/** The personas of the demo for these regions, their provinces and the ministry; the same regions always give the same people. */
export function personas(regions: readonly Region[]): Persona[] {
  const provinces = [...new Set(regions.map(({ bps }) => bps.slice(0, 2)))].sort();
  return [
    ...regions.flatMap(({ bps, name }) => regional.map((seat, i) => regionPersona(seat, bps, name, i))),
    ...provinces.flatMap((province) => provincial.map((seat, i) => provincePersona(seat, province, i))),
    ...national.map(([persona, role, id, en], i) => aPersona(persona, role, '', { id, en }, i)),
  ];
}

function regionPersona([prefix, role, id, en]: Seat, bps: string, region: string, i: number): Persona {
  const title = role === 'regency-head' ? headOf(region) : { id, en };
  return aPersona(`${prefix}-${bps}`, role, bps, { id: `${title.id}, ${region}`, en: `${title.en}, ${region}` }, Number(bps) * 4 + i);
}

/** Numbered below the province's first region, whose people follow at once. */
function provincePersona([prefix, role, id, en]: Seat, province: string, i: number): Persona {
  const office = { id: `${id} (${province})`, en: `${en} (${province})` };
  return aPersona(`${prefix}-${province}00`, role, province, office, Number(`${province}00`) * 4 - provincial.length + i);
}

function headOf(region: string): { id: string; en: string } {
  return region.startsWith('Kota ') ? { id: 'Wali Kota', en: 'Mayor' } : { id: 'Bupati', en: 'Regent' };
}

function aPersona(persona: string, role: PersonaRole, scope: string, office: Persona['office'], n: number): Persona {
  return { persona, subject: `demo|${persona}`, name: sampleName(n), email: `${persona}@contoh.selaras.test`, role, scope, office };
}

import type { FlagshipClaim, LinkClaim, MaterialClaim, ZoneClaim } from '../matrix';
import type { Text } from '../text';
import type { ClaimingMember } from './finding';

/** A number with at most two decimals in each language's own writing: 12.500,5 and 12,500.5. */
export function figure(value: number): Text {
  const [whole, decimals] = (Math.round(value * 100) / 100)
    .toFixed(2)
    .replace(/\.?0+$/, '')
    .split('.') as [string, string?];
  const grouped = (mark: string) => whole.replace(/\B(?=([0-9]{3})+$)/g, mark);
  return { id: grouped('.') + (decimals ? `,${decimals}` : ''), en: grouped(',') + (decimals ? `.${decimals}` : '') };
}

export function nameOf(member: Pick<ClaimingMember, 'name' | 'regionCode'>): string {
  return member.name ?? member.regionCode;
}

/** "a, b dan c" / "a, b and c". */
export function listed(names: readonly string[]): Text {
  const [last, ...before] = [...names].reverse();
  const head = before.reverse().join(', ');
  return before.length === 0 ? { id: last ?? '', en: last ?? '' } : { id: `${head} dan ${last}`, en: `${head} and ${last}` };
}

const roles: Record<FlagshipClaim['role'], Text> = {
  main: { id: 'utama', en: 'main' },
  supporting: { id: 'pendukung', en: 'supporting' },
  upstream: { id: 'hulu', en: 'upstream' },
};
const uses: Record<MaterialClaim['use'], Text> = { produced: { id: 'dihasilkan', en: 'produced' }, needed: { id: 'dibutuhkan', en: 'needed' } };

export function flagshipSummary(claim: FlagshipClaim): Text {
  const shared = claim.sharedWith.join(', ');
  const division = claim.division.trim();
  const years = claim.from === claim.to ? `${claim.from}` : `${claim.from}–${claim.to}`;
  return {
    id: `${claim.commodity} (KBLI ${claim.kbli}), ${roles[claim.role].id}, ${years}${shared && `; bersama ${shared}`}${division && `; pembagian peran: ${division}`}`,
    en: `${claim.commodity} (KBLI ${claim.kbli}), ${roles[claim.role].en}, ${years}${shared && `; with ${shared}`}${division && `; division of roles: ${division}`}`,
  };
}

export function zoneSummary({ name, kind, areaHa, rtrwRef }: ZoneClaim): Text {
  const area = figure(areaHa);
  return { id: `${kind} ${name}, ${area.id} ha${rtrwRef && `; ${rtrwRef}`}`, en: `${kind} ${name}, ${area.en} ha${rtrwRef && `; ${rtrwRef}`}` };
}

export function materialSummary({ commodity, tonnesPerYear, origin, use }: MaterialClaim): Text {
  const tonnes = figure(tonnesPerYear);
  return {
    id: `${commodity} ${uses[use].id}: ${tonnes.id} ton per tahun; asal ${origin}`,
    en: `${commodity} ${uses[use].en}: ${tonnes.en} tonnes a year; from ${origin}`,
  };
}

export function linkSummary({ from, to, commodity, tonnesPerYear }: LinkClaim): Text {
  const tonnes = figure(tonnesPerYear);
  return { id: `${commodity} ${from} → ${to}: ${tonnes.id} ton per tahun`, en: `${commodity} ${from} → ${to}: ${tonnes.en} tonnes a year` };
}

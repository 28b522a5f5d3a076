import { commodityName, hub, type LinkClaim, type MaterialClaim } from '../matrix';
import type { Check } from './check';
import { effectAmong, type Finding, tonnesTolerance } from './finding';
import { findingKey } from './finding-key';
import { figure, linkSummary, listed, materialSummary, nameOf } from './wording';

interface Row<Claim> {
  claim: Claim;
  row: number;
}

const total = (rows: readonly Row<{ tonnesPerYear: number }>[]): number => rows.reduce((sum, { claim }) => sum + claim.tonnesPerYear, 0);

/** X03: a supply link of which only one end knows, or of which the ends name different tonnes. The hub declares nothing and is asked for nothing. */
export const unmatchedLink: Check<Row<LinkClaim>> = {
  name: 'X03',
  *claimsOf({ regionCode, matrix }) {
    for (const [index, claim] of matrix.links.entries()) {
      const ends = [claim.from, claim.to];
      if (ends.includes(hub) || claim.from === claim.to || !ends.includes(regionCode)) continue;
      yield [`${claim.from}>${claim.to}>${commodityName(claim.commodity)}`, { claim, row: index + 1 }];
    }
  },
  judge(topic, parties, scene) {
    const [from, to, commodity] = topic.split('>') as [string, string, string];
    scene.compared.claims += parties.length;
    const [first, second] = parties.map(({ claims }) => total(claims));
    const tonnes = second === undefined ? first! : Math.abs(first! - second);
    if (second !== undefined && tonnes <= tonnesTolerance) return [];
    const [amount, members] = [figure(tonnes), [from, to].sort()];
    const called = (code: string) => parties.find(({ member }) => member.regionCode === code)?.member.name ?? scene.names.get(code) ?? code;
    const [source, target] = [called(from), called(to)];
    const declaring = called(parties[0]!.member.regionCode);
    const silent = called(members.find((code) => code !== parties[0]!.member.regionCode)!);
    return [
      {
        key: findingKey('X03', members, [`from ${from}`, commodity]),
        check: 'X03',
        effect: effectAmong(
          'X03',
          parties.map(({ member }) => member.state),
        ),
        members,
        claims: parties.flatMap(({ member: { regionCode }, claims }) =>
          claims.map(({ claim, row }) => ({ regionCode, table: 'links' as const, row, summary: linkSummary(claim) })),
        ),
        measure: { tonnes },
        sentence:
          second === undefined
            ? {
                id: `Rantai pasok ${commodity} dari ${source} ke ${target} (${amount.id} ton per tahun) hanya dinyatakan oleh ${declaring}, tidak oleh ${silent}.`,
                en: `The supply link for ${commodity} from ${source} to ${target} (${amount.en} tonnes a year) is declared by ${declaring} only, not by ${silent}.`,
              }
            : {
                id: `Kedua ujung rantai pasok ${commodity} dari ${source} ke ${target} menyatakan jumlah yang berbeda ${amount.id} ton per tahun.`,
                en: `The two ends of the supply link for ${commodity} from ${source} to ${target} differ by ${amount.en} tonnes a year.`,
              },
      },
    ];
  },
};

/** X04: the regions together need more of a commodity than they together produce. */
export const shortMaterial: Check<Row<MaterialClaim>> = {
  name: 'X04',
  *claimsOf({ matrix }) {
    for (const [index, claim] of matrix.materials.entries()) yield [commodityName(claim.commodity), { claim, row: index + 1 }];
  },
  judge(commodity, parties, scene): Finding[] {
    scene.compared.claims += parties.length;
    const rows = parties.flatMap(({ claims }) => claims);
    const needed = total(rows.filter(({ claim }) => claim.use === 'needed'));
    const produced = total(rows.filter(({ claim }) => claim.use === 'produced'));
    if (needed - produced <= tonnesTolerance) return [];
    const needing = parties
      .filter(({ claims }) => claims.some(({ claim }) => claim.use === 'needed' && claim.tonnesPerYear > 0))
      .map(({ member }) => member);
    const members = needing.map(({ regionCode }) => regionCode);
    const [need, supply, names] = [figure(needed), figure(produced), listed(needing.map(nameOf))];
    return [
      {
        key: findingKey('X04', members, [commodity]),
        check: 'X04',
        effect: effectAmong(
          'X04',
          needing.map(({ state }) => state),
        ),
        members,
        claims: parties.flatMap(({ member: { regionCode }, claims }) =>
          claims.map(({ claim, row }) => ({ regionCode, table: 'materials' as const, row, summary: materialSummary(claim) })),
        ),
        measure: { tonnes: needed - produced },
        sentence: {
          id: `Kebutuhan ${commodity} oleh ${names.id} (${need.id} ton per tahun) melebihi seluruh produksi daerah (${supply.id} ton).`,
          en: `The need for ${commodity} of ${names.en} (${need.en} tonnes a year) exceeds what all regions produce (${supply.en} tonnes).`,
        },
      },
    ];
  },
};

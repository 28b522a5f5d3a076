import type { PlanContent } from '../api/shapes';

/** A plan's content as lines a person types: "13121; tenun" and "KPI Pulau Baai; 1771, 1709". */
export interface PlanLines {
  flagships: string;
  zones: string;
  port: string;
}

export const linesOf = ({ flagships = [], zones = [], portTonnesPerYear }: PlanContent = {}): PlanLines => ({
  flagships: flagships.map(({ kbli, commodity }) => (kbli ? `${kbli}; ${commodity}` : commodity)).join('\n'),
  zones: zones.map(({ name, regionCodes }) => (regionCodes?.length ? `${name}; ${regionCodes.join(', ')}` : name)).join('\n'),
  port: portTonnesPerYear === undefined ? '' : String(portTonnesPerYear),
});

const linesIn = (text: string): string[] => text.split('\n').map((line) => line.trim()).filter(Boolean);

/** The lines that cannot be read, by their number; or the content. What the form does not show stays as it was. */
export function contentOf({ flagships, zones, port }: PlanLines, before: PlanContent = {}): { content: PlanContent } | { unread: string[] } {
  const unread: string[] = [];
  const roles = new Map((before.flagships ?? []).map(({ kbli = '', commodity, role }) => [`${kbli};${commodity}`, role]));
  const products = linesIn(flagships).map((line) => {
    const [first = '', ...rest] = line.split(';').map((part) => part.trim());
    const [kbli, commodity] = rest.length > 0 ? [first, rest.join('; ')] : ['', first];
    if (commodity === '' || (kbli !== '' && !/^\d{2,5}$/.test(kbli))) unread.push(line);
    const role = roles.get(`${kbli};${commodity}`);
    return { ...(kbli && { kbli }), commodity, ...(role && { role }) };
  });
  const areas = linesIn(zones).map((line) => {
    const [name = '', codes = ''] = line.split(';').map((part) => part.trim());
    const regionCodes = codes.split(/[\s,]+/).filter(Boolean);
    if (name === '' || regionCodes.some((code) => !/^\d{4}$/.test(code))) unread.push(line);
    return { name, ...(regionCodes.length > 0 && { regionCodes }) };
  });
  const tonnes = Number(port.replace(/\./g, '').replace(',', '.'));
  if (port.trim() !== '' && !(tonnes > 0)) unread.push(port);
  if (unread.length > 0) return { unread };
  return {
    content: {
      ...(before.horizon && { horizon: before.horizon }),
      ...(products.length > 0 && { flagships: products }),
      ...(areas.length > 0 && { zones: areas }),
      ...(port.trim() !== '' && { portTonnesPerYear: tonnes }),
    },
  };
}

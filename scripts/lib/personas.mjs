/** "drafter-1701", "drafter-1702", "admin" → "drafter-1701 … 1702", "admin": one line for each kind of person. */
export function personaLines(names) {
  const kinds = new Map();
  for (const name of names) {
    const [, kind, region] = /^(.*)-(\d+)$/.exec(name) ?? [undefined, name, undefined];
    kinds.set(kind, [...(kinds.get(kind) ?? []), ...(region ? [region] : [])]);
  }
  return [...kinds].map(([kind, regions]) => {
    if (regions.length === 0) return kind;
    const sorted = [...regions].sort();
    return sorted.length === 1 ? `${kind}-${sorted[0]}` : `${kind}-${sorted[0]} … ${kind}-${sorted.at(-1)} (${sorted.length})`;
  });
}

/** The demo's personas as the API names them; an empty list when it does not say. */
export async function personasOf(url) {
  try {
    const answer = await fetch(`${url}/v1/demo/personas`, { signal: AbortSignal.timeout(5_000) });
    const body = answer.ok ? await answer.json() : [];
    const list = Array.isArray(body) ? body : (body.items ?? body.personas ?? []);
    return list.map((each) => (typeof each === 'string' ? each : (each.persona ?? each.id ?? each.name))).filter((name) => typeof name === 'string');
  } catch {
    return [];
  }
}

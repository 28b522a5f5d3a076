import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/** What of a service these specs look at. */
export interface Service {
  readonly image?: string;
  readonly user?: string;
  readonly restart?: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly healthcheck?: { readonly test?: readonly string[]; readonly disable?: boolean };
  readonly networks?: readonly string[];
  readonly ports?: readonly string[];
  readonly volumes?: readonly string[];
  readonly secrets?: readonly string[];
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly read_only?: boolean;
  readonly cap_drop?: readonly string[];
  readonly stop_grace_period?: string;
  readonly deploy?: { readonly resources: { readonly limits: { readonly cpus: string; readonly memory: string } } };
}

export interface ComposeFile {
  readonly services: Readonly<Record<string, Service>>;
  readonly networks: Readonly<Record<string, { readonly internal?: boolean }>>;
  readonly volumes: Readonly<Record<string, unknown>>;
  readonly secrets: Readonly<Record<string, { readonly file: string }>>;
}

const folder = path.join(__dirname, '..', '..', 'docker');

export const dockerFile = (...names: string[]): string => readFileSync(path.join(folder, ...names), 'utf8');

/** docker/compose.yaml as Compose reads it, with merge keys applied and variables left as they stand. */
export function composeFile(): ComposeFile {
  // The parser is the one @nestjs/swagger brings along.
  const yaml = createRequire(require.resolve('@nestjs/swagger'))('js-yaml') as { load(text: string): unknown };
  return merged(yaml.load(dockerFile('compose.yaml'))) as ComposeFile;
}

function merged(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(merged);
  if (typeof node !== 'object' || node === null) return node;
  const { '<<': parents = [], ...own } = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, merged(value)]));
  // Of several parents the first that has a key wins, and the node itself before them all.
  return Object.assign({}, ...[parents].flat().reverse(), own) as unknown;
}

import { covers } from '../actor';
import type { CaseCommand } from '../command';
import type { CaseEvent } from '../event';
import { type Definition, rolesOf, transitionsAt } from '../definition';
import { drafters } from '../offices';
import { type Refusal, refuse } from '../refusal';
import type { Decision, Rules } from '../rules';
import { checksOnTables } from '../stale-checks';
import type { CaseState } from '../state';
import { noteRefusal } from './inputs';
import { manifestOf } from '../manifest';

const MOST_DOCUMENTS = 200;

type Attach = Extract<CaseCommand, { type: 'attach-document' }>;
type Withdraw = Extract<CaseCommand, { type: 'withdraw-document' }>;

/**
 * The roles that may put a document of this type on the case now; none when it is frozen. Whoever may take a transition that
 * requires it uploads it, in the stage of that transition; what a stage lists besides belongs to the stage's owner;
 * a correction asked of the regency, or a file found damaged, opens its type again.
 */
export function uploaders(definition: Definition, state: CaseState, type: string): readonly string[] {
  const damaged = state.reopened?.includes(type) ? [state.documents.find((document) => document.type === type)?.role ?? drafters[0]!] : [];
  // A registered first half freezes its papers, but for a damaged one, of which the same bytes are wanted again.
  if (state.halves.some(({ texts }) => type in texts)) return damaged;
  const corrected = state.correction?.documents.includes(type) ? drafters : [];
  return [...new Set([...damaged, ...corrected, ...evidenceUploaders(definition, state, type), ...uploadable(definition, state.stage, type)])];
}

/** Evidence belongs to no stage: whoever may propose a hold, or correct a fact, brings its paper. */
function evidenceUploaders(definition: Definition, state: CaseState, type: string): readonly string[] {
  const { hold, correction } = definition.evidence;
  if (type === correction) return Object.values(state.factBy).filter((role) => role !== '');
  return type === hold ? (definition.stages[state.stage]?.owner ?? []) : [];
}

/** The roles that bring a paper of this type to a stage, whatever the case. */
export function uploadable(definition: Definition, stageName: string, type: string): readonly string[] {
  const stage = definition.stages[stageName];
  const exits = Object.values(definition.exits).filter((exit) => exit.from.includes(stageName) && exit.documents?.includes(type));
  const fromExits = exits.flatMap((exit) => rolesOf(exit));
  if (!stage?.editable.includes(type)) return [...new Set(fromExits)];
  const requiring = Object.values(transitionsAt(definition, stageName)).filter((one) => [...(one.documents ?? []), ...(one.anyDocument ?? [])].includes(type));
  const roles = requiring.flatMap((one) => rolesOf(one));
  return [...new Set([...(roles.length > 0 ? roles : stage.owner), ...fromExits])];
}

function uploadRefusal(rules: Rules, state: CaseState, command: Attach | Withdraw): Refusal | undefined {
  if (!Object.hasOwn(rules.definition.documents, command.documentType)) return refuse('unknown-document', [command.documentType]);
  if (!covers(command.actor.scope, state.region)) return refuse('not-your-region');
  const roles = uploaders(rules.definition, state, command.documentType);
  if (roles.length === 0) return refuse('document-frozen', [command.documentType]);
  return roles.includes(command.actor.role) ? undefined : refuse('not-your-role', roles);
}

/** A file that has passed inspection counts from here on; identical bytes of the same type are already there. */
export function attachDocument(rules: Rules, state: CaseState, command: Attach): Decision {
  const refusal = uploadRefusal(rules, state, command) ?? noteRefusal(command.name);
  if (refusal) return refusal;
  const type = rules.definition.documents[command.documentType]!;
  if (!type.media.some((media) => media === command.media)) return refuse('media-not-accepted', type.media);
  const same = state.documents.filter((document) => document.type === command.documentType);
  const isDamaged = state.damaged?.includes(command.documentType);
  if (same.some(({ sha256 }) => sha256 === command.sha256) && !isDamaged) return { events: [] };
  if (type.several && state.documents.length >= MOST_DOCUMENTS) return refuse('too-many-documents', [MOST_DOCUMENTS]);
  const { documentType, sha256, size, media, name, actor } = command;
  const version = 1 + (state.versions[documentType] ?? 0);
  const document = { type: documentType, version, sha256, size, media, name, by: actor.person, role: actor.role };
  const replaces = type.several ? undefined : same[0]?.sha256;
  return { events: [{ type: 'document-attached', actor, body: { document, ...(replaces && { replaces }) } }] };
}

export function withdrawDocument(rules: Rules, state: CaseState, command: Withdraw): Decision {
  const refusal = uploadRefusal(rules, state, command);
  if (refusal) return refusal;
  const { documentType: type, version, actor } = command;
  if (!state.documents.some((document) => document.type === type && document.version === version)) return refuse('document-not-present', [type, version]);
  return { events: [{ type: 'document-withdrawn', actor, body: { type, version } }] };
}

/** The drafter edits the plan matrix where the stage says so; everywhere else it is frozen. */
export function saveMatrix(rules: Rules, state: CaseState, command: Extract<CaseCommand, { type: 'save-matrix' }>): Decision {
  if (!drafters.includes(command.actor.role)) return refuse('not-your-role', drafters);
  if (!covers(command.actor.scope, state.region)) return refuse('not-your-region');
  const isFrozen = state.halves.some(({ texts }) => Object.keys(texts).length > 0);
  if (isFrozen || rules.definition.stages[state.stage]?.matrix !== 'editable') return refuse('matrix-frozen', [state.stage]);
  if (state.matrix?.sha256 === command.sha256) return { events: [] };
  const version = 1 + (state.matrix?.version ?? 0);
  return { events: [{ type: 'matrix-saved', actor: command.actor, body: { version, sha256: command.sha256, valid: command.valid } }] };
}

/** At the gate a resolution may change the claims: a new version, a new manifest and a new arrival in one event. */
export function amendClaims(rules: Rules, state: CaseState, command: Extract<CaseCommand, { type: 'amend-claims' }>): Decision {
  if (!drafters.includes(command.actor.role)) return refuse('not-your-role', drafters);
  if (!covers(command.actor.scope, state.region)) return refuse('not-your-region');
  if (!rules.definition.stages[state.stage]?.gate || !state.gate) return refuse('not-at-gate', [state.stage]);
  if (command.released) return refuse('gate-released', [state.gate.arrivedSeq]);
  if (!command.valid) return refuse('matrix-invalid');
  if (state.matrix?.sha256 === command.sha256) return { events: [] };
  const matrix = { version: 1 + (state.matrix?.version ?? 0), sha256: command.sha256, valid: true };
  const manifest = manifestOf({ ...state, matrix }, rules.digest);
  const { actor, resolution, tables } = command;
  const amended: CaseEvent = { type: 'claims-amended', actor, body: { version: matrix.version, sha256: matrix.sha256, manifest, resolution } };
  const checks = checksOnTables(rules.definition, state, tables);
  return { events: checks.length > 0 ? [amended, { type: 'checks-stale', actor, body: { checks } }] : [amended] };
}

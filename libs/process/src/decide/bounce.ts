import type { CaseCommand } from '../command';
import { refuse } from '../refusal';
import type { Decision, Rules } from '../rules';

/**
 * A notice that reached nobody of its office goes up the ladder: the superior is told that the office could not be reached. Above
 * the administrator there is nobody; a message to them that bounced stays in the outbox, where they see it.
 */
export function noticeBounced({ definition }: Rules, { actor, notice, template, role }: Extract<CaseCommand, { type: 'notice-bounced' }>): Decision {
  if (role === 'administrator') return { events: [] };
  const office = definition.roles[role];
  if (!office) return refuse('not-your-role', [role]);
  return { events: [{ type: 'notice-bounced', actor, body: { notice, template, role, to: office.superior ?? 'administrator' } }] };
}

import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { type Caller, Ledger } from '#ledger';
import { By } from '../door/request';
import { civilDate, label, pageOf, queryText } from '../door/shapes';
import { Describes } from '../openapi/describe';
import { listOf } from '../openapi/examples';
import { problem } from '../problems/catalogue';
import { administers, within } from './administers';

class PeopleQuery extends createZodDto(z.object({ q: queryText(80).optional() })) {}
class SuccessionQuery extends createZodDto(z.object({ on: civilDate })) {}
class PeopleShape extends createZodDto(pageOf(z.object({ id: z.string(), subject: z.string(), name: z.string() }))) {}
class SuccessionShape extends createZodDto(
  z.object({
    role: z.string(), scope: z.string(), vacantFrom: z.string().nullable(), others: z.array(z.object({ person: z.string(), name: z.string(), capacity: z.string() })), mandates: z.array(z.object({ person: z.string(), name: z.string(), toOn: z.string() })),
    open: z.number().int(), tasks: z.array(z.object({ taskId: z.string(), subjectId: z.string(), verb: label, dueOn: z.string().nullable(), provisional: z.boolean(), provisionalBecause: label.nullable() })),
  }),
) {}

/** What an administrator looks up before writing into the register of office-holders. */
@ApiTags('register')
@Controller('v1')
export class OfficesController {
  constructor(private readonly ledger: Ledger) {}

  @Get('people')
  @Describes({
    summary: 'People who may be given an office',
    says: 'For administrators: people of their places and people without an office, by name or `sub`.',
    answers: [{ says: 'At most 100, by name.', type: PeopleShape, example: listOf({ id: 'p_planner-1700', subject: 'planner-1700', name: 'Maya Rahayu (contoh)' }) }],
    problems: ['not-your-role', 'validation-failed'],
  })
  async people(@By() caller: Caller, @Query() { q }: PeopleQuery) {
    return { items: await this.ledger.registers.offices.people(administers(caller).map(({ scope }) => scope), q), nextCursor: null };
  }

  @Get('holders/:id/succession')
  @Describes({
    summary: 'What would follow if a term of office ended',
    says: 'For administrators, within their scope. `on` is its last day; nothing is written.',
    answers: [{
      says: 'Whether the office falls vacant, who else holds it, and what lies on its desk.', type: SuccessionShape,
      example: { role: 'regency-drafter', scope: '1705', vacantFrom: '2026-12-01', others: [], mandates: [], open: 1, tasks: [{ taskId: 'rpik-1705-2027/programme', subjectId: 'rpik-1705-2027', verb: { id: 'Catat Propemperda', en: 'Record the programme' }, dueOn: '2026-12-28', provisional: false, provisionalBecause: null }] },
    }],
    problems: ['not-your-role', 'not-your-region', 'not-found', 'validation-failed'],
  })
  async succession(@By() caller: Caller, @Param('id') id: string, @Query() { on }: SuccessionQuery) {
    administers(caller);
    const found = await this.ledger.registers.offices.succession(caller.scopes, id, on);
    if (!found) throw problem('not-found');
    within(caller, found.scope);
    return found;
  }
}

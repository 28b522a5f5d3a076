import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { civil, covers, dayAt, dutiesOf, isoInstant, rpikV1, type Text, zoneOfRegion } from '#process';
import { type Caller, Ledger, type RegisterRefusal, type KeyReused } from '#ledger';
import { By, Key } from '../door/request';
import { civilDate, scope } from '../door/shapes';
import { Describes } from '../openapi/describe';
import { problem, refused } from '../problems/catalogue';
import { registerProblems } from '../problems/record-problems';
import { administers, within } from './administers';

const personInput = z.object({ subject: z.string().min(1).max(255), name: z.string().trim().min(1).max(200), email: z.email().max(254).optional(), language: z.enum(['id', 'en']).optional() });
class PersonBody extends createZodDto(personInput) {}
class HolderBody extends createZodDto(
  z.object({ person: z.string().min(1).max(80), role: z.string().max(60), scope, capacity: z.enum(['definitive', 'Plt', 'Pj']), from: civilDate, to: civilDate.optional(), decree: z.string().trim().min(1).max(300), superior: z.string().max(80).optional() }),
) {}
class MandateBody extends createZodDto(z.object({ person: z.string().min(1).max(80), holder: z.string().min(1).max(80), from: civilDate, to: civilDate, decree: z.string().trim().min(1).max(300) })) {}
class EndBody extends createZodDto(z.object({ on: civilDate })) {}
class HoldersQuery extends createZodDto(z.object({ role: z.string().max(60).optional(), scope: scope.optional() })) {}

const roles: Record<string, { label: Text; level: string }> = rpikV1.roles;
const holderExample = { id: '0197b2c4-5d6e-7f80-9a1b-2c3d4e5f6071', person: 'p_planner-1700', name: 'Maya Rahayu (contoh)', role: 'provincial-planner', scope: '17', capacity: 'definitive', fromOn: '2025-01-01', toOn: null, decree: 'SK Gubernur 12/2025', superior: null };
const registers = 'The register of office-holders says what people may do; a token only says who they are.';

@ApiTags('register')
@Controller('v1')
export class RegisterController {
  constructor(private readonly ledger: Ledger) {}

  @Get('me')
  @Describes({
    summary: 'Who the caller is, and what they may act as today',
    says: '`duties` are what the offices are for where no case is before them: to open one (`file-case`), to found a cohort, to watch whether cases move, to administer. `now` is the instant by this installation, and the civil day it has where the first office sits.',
    answers: [{ says: 'Person, offices, scopes.', example: { person: 'p_planner-1700', name: 'Maya Rahayu (contoh)', role: 'provincial-planner', scope: '17', offices: [{ role: 'provincial-planner', scope: '17', capacity: 'definitive', label: { id: 'Bappeda provinsi', en: 'Provincial planner' }, onBehalfOf: null }], duties: [], mandates: [], scopes: ['17', '1701'], signInAge: 60, now: { at: '2026-11-24T03:12:00.000Z', today: '2026-11-24', zone: 'WIB' } } }],
  })
  async me(@By() { person, name, offices, scopes, signInAge }: Caller) {
    const { at } = await this.ledger.clock.now();
    const zone = zoneOfRegion(offices[0]?.scope ?? '');
    const shown = offices.map(({ role, scope: seat, capacity, onBehalfOf }) => ({ role, scope: seat, capacity, label: roles[role]?.label ?? { id: role, en: role }, onBehalfOf: onBehalfOf ?? null }));
    return { person, name, role: offices[0]?.role, scope: offices[0]?.scope, offices: shown, duties: dutiesOf(offices), mandates: shown.filter(({ onBehalfOf }) => onBehalfOf !== null), scopes, signInAge: signInAge ?? null, now: { at: isoInstant(at), today: civil(dayAt(at, zone)), zone } };
  }

  @Get('holders')
  @Describes({ summary: 'Office-holders, past and future', says: `For administrators, within their scope. ${registers}`, answers: [{ says: 'All terms, at most 2,000.', example: { items: [holderExample], nextCursor: null } }], problems: ['not-your-role', 'validation-failed'] })
  async holders(@By() caller: Caller, @Query() query: HoldersQuery) {
    const offices = administers(caller);
    const items = await this.ledger.register.holders({ ...(query.role !== undefined && { role: query.role }), ...(query.scope !== undefined && { scope: query.scope }) });
    return { items: items.filter((holder) => offices.some((office) => covers(office.scope, holder.scope))), nextCursor: null };
  }

  @Post('people')
  @HttpCode(201)
  @Describes({ summary: 'Register a person', says: 'For administrators. `subject` is the `sub` of their tokens.', command: 'register', body: { type: PersonBody, example: { subject: 'maya.rahayu', name: 'Maya Rahayu', email: 'maya@contoh.test' } }, answers: [{ status: 201, says: 'The person.', example: { person: { id: 'p_0197b2c4', subject: 'maya.rahayu', name: 'Maya Rahayu', email: 'maya@contoh.test', language: 'id' } } }], problems: ['not-your-role', 'subject-taken'] })
  async addPerson(@By() caller: Caller, @Key() key: string, @Body() { email, language, ...rest }: PersonBody) {
    administers(caller);
    return written(await this.ledger.register.addPerson(caller, key, { ...rest, ...(email && { email }), ...(language && { language }) }));
  }

  @Post('holders')
  @HttpCode(201)
  @Describes({
    summary: 'Register an office-holder',
    command: 'register',
    body: { type: HolderBody, example: { person: 'p_planner-1700', role: 'provincial-planner', scope: '17', capacity: 'definitive', from: '2026-11-24', decree: 'SK Gubernur 45/2026' } },
    answers: [{ status: 201, says: 'The term of office.', example: { holder: holderExample } }],
    problems: ['not-your-role', 'not-your-region', 'unknown-person', 'term-invalid'],
  })
  async addHolder(@By() caller: Caller, @Key() key: string, @Body() { to, superior, ...rest }: HolderBody) {
    within(caller, rest.scope);
    const level = roles[rest.role]?.level;
    if (level === undefined || !fits(level, rest.scope)) {
      const message = { id: 'Peran tidak dikenal, atau bukan untuk wilayah ini.', en: 'The role is not known, or not one of this scope.' };
      throw problem('validation-failed', { errors: [{ pointer: level === undefined ? '/role' : '/scope', message }] });
    }
    return written(await this.ledger.register.addHolder(caller, key, { ...rest, ...(to !== undefined && { to }), ...(superior !== undefined && { superior }) }));
  }

  @Post('holders/:id/end')
  @HttpCode(200)
  @Describes({ summary: 'End a term of office', says: '`on` is its last day.', command: 'register', body: { type: EndBody, example: { on: '2026-11-30' } }, answers: [{ says: 'The term of office.', example: { holder: { ...holderExample, toOn: '2026-11-30' } } }], problems: ['not-your-role', 'not-your-region', 'unknown-holder', 'term-invalid', 'term-ended'] })
  async endHolder(@By() caller: Caller, @Key() key: string, @Param('id') id: string, @Body() { on }: EndBody) {
    const holder = (await this.ledger.register.holders()).find((one) => one.id === id);
    within(caller, holder?.scope ?? '');
    return written(await this.ledger.register.endHolder(caller, key, id, on));
  }

  @Get('mandates')
  @Describes({ summary: 'Acting officials (Plh)', says: 'For administrators, within their scope.', answers: [{ says: 'All mandates, at most 2,000.', example: { items: [{ id: holderExample.id, person: 'p_x', name: 'Joko Susanto (contoh)', holder: holderExample.id, role: 'provincial-planner', scope: '17', actsFor: 'p_planner-1700', fromOn: '2026-11-24', toOn: '2026-12-04', decree: 'Surat perintah 7/2026' }], nextCursor: null } }], problems: ['not-your-role'] })
  async mandates(@By() caller: Caller) {
    const offices = administers(caller);
    const items = await this.ledger.register.mandates();
    return { items: items.filter((mandate) => offices.some((office) => covers(office.scope, mandate.scope))), nextCursor: null };
  }

  @Post('mandates')
  @HttpCode(201)
  @Describes({
    summary: 'Register somebody who acts for a holder',
    command: 'register',
    body: { type: MandateBody, example: { person: 'p_x', holder: holderExample.id, from: '2026-11-24', to: '2026-12-04', decree: 'Surat perintah 7/2026' } },
    answers: [{ status: 201, says: 'The mandate.', example: { mandate: { id: holderExample.id, person: 'p_x', holder: holderExample.id, fromOn: '2026-11-24', toOn: '2026-12-04', decree: 'Surat perintah 7/2026' } } }],
    problems: ['not-your-role', 'not-your-region', 'unknown-person', 'unknown-holder', 'term-invalid'],
  })
  async addMandate(@By() caller: Caller, @Key() key: string, @Body() body: MandateBody) {
    const holder = (await this.ledger.register.holders()).find((one) => one.id === body.holder);
    within(caller, holder?.scope ?? '');
    return written(await this.ledger.register.addMandate(caller, key, body));
  }

  @Post('mandates/:id/end')
  @HttpCode(200)
  @Describes({ summary: 'End a mandate', command: 'register', body: { type: EndBody, example: { on: '2026-11-30' } }, answers: [{ says: 'The mandate.', example: { mandate: { id: holderExample.id, toOn: '2026-11-30' } } }], problems: ['not-your-role', 'not-your-region', 'unknown-holder', 'term-invalid'] })
  async endMandate(@By() caller: Caller, @Key() key: string, @Param('id') id: string, @Body() { on }: EndBody) {
    const mandate = (await this.ledger.register.mandates()).find((one) => one.id === id);
    within(caller, mandate?.scope ?? '');
    return written(await this.ledger.register.endMandate(caller, key, id, on));
  }
}

const fits = (level: string, seat: string): boolean => level === 'any' || { nation: 0, province: 2, regency: 4 }[level] === seat.length;

function written<T extends object>(result: T | RegisterRefusal | KeyReused): T {
  if ('keyReused' in result) throw problem('idempotency-key-reused');
  if ('refused' in result) throw refused(registerProblems, result as RegisterRefusal);
  return result;
}

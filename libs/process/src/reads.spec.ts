import { actionsFor, type Rules } from '.';
import { eventWords } from './event-words';
import { type Life, aCaseAt, sealed } from '../testing';
import type { RoleName } from '../testing/an-actor';

const asked = (life: Life, role: RoleName, name: string) => actionsFor(life.rules, life.state, [life.actor(role)], life.at).find(({ transition }) => transition === name)?.reads.map(({ type }) => type);
const hashOf = (life: Life, type: string) => life.state.documents.find((document) => document.type === type)!.sha256;
const favourable = { checks: { C05: 'conform' as const } };

describe('what is read before a case passes', () => {
  it('is the newest text and its annex, for whoever lets pass what others wrote', () => {
    expect(asked(aCaseAt('intake'), 'provincial-coordinator', 'accept-intake')).toEqual(expect.arrayContaining(['draft-regulation', 'plan-annex']));
    expect(asked(aCaseAt('review'), 'provincial-legal', 'favourable')).toEqual(expect.arrayContaining(['draft-regulation', 'plan-annex']));
  });
  it('is nothing for the author, for a return, for an objection, and at the sign-off, which has its own evidence', () => {
    expect(asked(aCaseAt('drafting'), 'regency-drafter', 'open-consultation')).toEqual([]);
    expect(asked(aCaseAt('harmonization'), 'harmonizer', 'return-from-harmonization')).toEqual([]);
    expect(asked(aCaseAt('review'), 'provincial-legal', 'unfavourable')).toEqual([]);
    expect(asked(aCaseAt('sign-off'), 'ministry-signer', 'endorse')).toEqual([]);
  });
  it('goes on record with the act: opened, or why not', () => {
    const life = aCaseAt('review');
    const [draft, annex] = [hashOf(life, 'draft-regulation'), hashOf(life, 'plan-annex')];
    const reason = sealed('Sama dengan putaran 1');
    life.take('provincial-legal', 'favourable', { ...favourable, read: [{ sha256: draft }, { sha256: annex, reason }] });
    const event = life.of('texts-read').at(-1)!;
    expect(event.body).toMatchObject({ transition: 'favourable', texts: expect.arrayContaining([expect.objectContaining({ sha256: draft }), expect.objectContaining({ sha256: annex, reason })]) as object });
    expect(eventWords(event, life.rules.definition, 'en')).toContain('(not opened, with a reason)');
    expect(life.of('vote-recorded').at(-1)!.seq).toBe(event.seq + 1);
  });
  it('is refused for a text that is not before the desk', () => {
    const life = aCaseAt('review');
    expect(life.refused('provincial-legal', 'favourable', { ...favourable, read: [{ sha256: 'f'.repeat(64) }] })).toBe('unknown-document');
  });
  it('may be left unsaid, unless the definition demands it', () => {
    const life = aCaseAt('review');
    expect(life.refused('provincial-legal', 'favourable', favourable)).toBeUndefined();
    life.rules = demanding(life.rules);
    expect(life.refused('provincial-legal', 'favourable', favourable)).toBe('texts-unread');
    expect(life.refused('provincial-legal', 'unfavourable', { checks: { C05: 'not-conform' }, remarks: [{ text: sealed('x') }] })).toBeUndefined();
    const read = actionsFor(life.rules, life.state, [life.actor('provincial-legal')], life.at).find(({ transition }) => transition === 'favourable')!.reads.map(({ sha256 }) => ({ sha256 }));
    expect(life.refused('provincial-legal', 'favourable', { ...favourable, read })).toBeUndefined();
  });
});

const demanding = (rules: Rules): Rules => ({ ...rules, definition: { ...rules.definition, reading: { ...rules.definition.reading!, demanded: true } } });

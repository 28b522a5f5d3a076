import type { SeatedActor } from '#ledger';
import type { Definition, Holder, Text, Why } from '#process';
import { reasonView } from './case-view';

const ofSystem: Record<'in-transfer' | 'gate-shut' | 'no-cohort', Text> = {
  'in-transfer': { id: 'Berkas sedang diantar; tidak ada yang perlu dilakukan.', en: 'The file is being carried; nothing has to be done.' },
  'gate-shut': { id: 'Gerbang provinsi belum dilepas.', en: "The province's gate has not been released." },
  'no-cohort': { id: 'Belum ada kohor provinsi untuk tahun ini.', en: 'The province has no cohort of this year yet.' },
};

/** `blockedBy`: the gate's own sentence, where the case waits for it. */
export function whyView(definition: Definition, { desk, unmet, unblock, nextAlarm, nobody, barred, ...rest }: Why, seatedAt: ReadonlyMap<string, readonly SeatedActor[]>, blockedBy: Text | undefined) {
  const office = (role: string, scope: string) => ({ role, scope, label: definition.roles[role]!.label });
  const holder = (one: Holder) => (typeof one === 'string' ? one : office(one.role, one.scope));
  const names = (role: string, scope: string, isOne: (person: string) => boolean = () => true) => [...new Set((seatedAt.get(`${role}@${scope}`) ?? []).filter(({ person }) => isOne(person)).map(({ name }) => name))];
  return {
    ...rest,
    who: desk.map(({ role, scope, since }) => ({ ...office(role, scope), since, holders: names(role, scope) })),
    unmet: unmet.map(({ code, details, holders }) => ({
      code, details, holders: holders.map(holder),
      message: code === 'gate-shut' ? (blockedBy ?? ofSystem[code]) : code === 'in-transfer' || code === 'no-cohort' ? ofSystem[code] : reasonView(definition, { code, details }).message,
    })),
    unblock: unblock.map(({ role, scope, ...step }) => ({ ...step, by: office(role, scope) })),
    nextAlarm: nextAlarm ?? null,
    barred: barred.map(({ role, scope, persons }) => ({ ...office(role, scope), names: names(role, scope, (person) => persons.includes(person)) })),
    nobody: nobody.map(({ role, scope, since }) => ({ ...office(role, scope), since })),
  };
}

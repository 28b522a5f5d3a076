/** What a task is about, by what it belongs to: a closed list, so that every kind of work has its place on every screen. */
export interface MattersOf {
  /** `desk`: the case's own way; the others go on beside it, but for a damaged paper, which holds the way up. */
  case: 'desk' | 'damage' | 'condition' | 'hold' | 'correction' | 'recheck' | 'reopening';
  cohort: 'founding' | 'waiver' | 'finding';
  readiness: 'criterion' | 'funding';
  office: 'vacancy';
}
export type SubjectKind = keyof MattersOf;
export type CaseMatter = MattersOf['case'];
export type Matter = MattersOf[SubjectKind];

/** A task as it is stored. */
export interface KeptTask {
  subject: { kind: SubjectKind; id: string };
  key: string;
  transition: string | null;
}

/** The matter of a task, and what of it: the number of a condition, the key of a finding, the name of a check, the vacant role. */
export interface TaskMatter {
  matter: Matter;
  about: string | null;
}

/** How the keys of each matter are written; what is caught is what the task is about. In the order in which they are tried. */
const writings: { readonly [kind in SubjectKind]: { readonly [matter in MattersOf[kind]]: RegExp } } = {
  case: {
    damage: /^damaged\.(.+)$/,
    condition: /^condition\.(\d+)$/,
    hold: /^hold\.(\d+)$/,
    correction: /^correct-fact:(.+)\.[a-z-]+$/,
    recheck: /^recheck\.(.+)$/,
    reopening: /^recheck\.(.+)$/,
    desk: /^/,
  },
  cohort: {
    founding: /^create-cohort$/,
    waiver: /^waiver\.(\d+)\.[a-z-]+$/,
    finding: /^recheck\.(.+)\.[a-z-]+\.\d*$/,
  },
  readiness: { funding: /^(?:propose|decide)-funding$/, criterion: /^(?:verify|renew)\.(.+)$/ },
  office: { vacancy: /^appoint$/ },
};

export const matters: readonly Matter[] = Object.values(writings).flatMap((of) => Object.keys(of) as Matter[]);

/** What a stored task is about, read from its key. */
export function taskMatter({ subject: { kind, id }, key, transition }: KeptTask): TaskMatter {
  const found = Object.entries<RegExp>(writings[kind]).find(([, writing]) => writing.test(key));
  if (!found) throw new Error(`no matter is written ${key}`);
  const [matter, writing] = found as [Matter, RegExp];
  // A check that does not hold any more asks for a transition: whether the case goes back on it.
  if (matter === 'recheck' && transition !== null) return { matter: 'reopening', about: writing.exec(key)![1]! };
  if (matter === 'vacancy') return { matter, about: id.split('@')[0]! };
  return { matter, about: writing.exec(key)![1] ?? null };
}

import Handlebars from 'handlebars';
import { pages, tellings } from '#process';
import { factNames } from '../facts';
import { everyTemplate, aNotice, sampleFacts } from '../../testing/sample-notices';
import { render } from '../render';
import { say } from '../say';
import { catalogue } from './catalogue';
import type { Sentences, Template } from './template';

/** The names a source uses, and those it uses without asking first whether they are there. */
function namesIn(source: string): { all: Set<string>; bare: Set<string> } {
  const all = new Set<string>();
  const bare = new Set<string>();
  const visit = (program: hbs.AST.Program, asked: ReadonlySet<string>): void => {
    for (const statement of program.body) {
      if (statement.type === 'MustacheStatement') {
        const { path, escaped } = statement as hbs.AST.MustacheStatement;
        const name = (path as hbs.AST.PathExpression).parts[0]!;
        expect(escaped).toBe(true);
        all.add(name);
        if (!asked.has(name)) bare.add(name);
      } else if (statement.type === 'BlockStatement') {
        const { path, params, program: yes, inverse: no } = statement as hbs.AST.BlockStatement;
        expect((path as hbs.AST.PathExpression).original).toBe('if');
        const name = (params[0] as hbs.AST.PathExpression).parts[0]!;
        all.add(name);
        visit(yes, new Set([...asked, name]));
        if (no) visit(no, asked);
      } else expect(statement.type).toBe('ContentStatement');
    }
  };
  visit(Handlebars.parse(source), new Set());
  return { all, bare };
}

const sources = ({ subject, happened, toDo, open = '' }: Sentences): string => [subject, happened, toDo, open].join('\n');
const templates: [string, Template][] = Object.entries(catalogue);

describe.each(templates)('the notice %s', (name, template) => {
  it('speaks of the same facts in Indonesian and in English', () => {
    for (const part of ['subject', 'happened', 'toDo'] as const) {
      expect([...namesIn(template.id[part]).all].sort()).toEqual([...namesIn(template.en[part]).all].sort());
    }
    expect(template.id.open === undefined).toBe(template.en.open === undefined);
  });
  it.each(['id', 'en'] as const)('asks (%s) only for facts that exist, and demands exactly those it cannot do without', (language) => {
    const { all, bare } = namesIn(sources(template[language]));
    expect([...all].filter((fact) => !factNames.includes(fact as never))).toEqual([]);
    const demanded = new Set<string>(['regionName', 'path', ...template.needs]);
    expect([...bare].filter((fact) => !demanded.has(fact))).toEqual([]);
    expect(template.needs.filter((fact) => !all.has(fact))).toEqual([]);
  });
  it.each(['id', 'en'] as const)('is plain and courteous (%s)', (language) => {
    const words = sources(template[language]);
    expect(words).not.toMatch(/!|\b(workflow|payload|error|timeout|server|database|invalid|gagal|salah)\b/i);
    expect(words).not.toMatch(/\b(kamu|anda)\b/);
    for (const sentence of [template[language].happened, template[language].toDo]) expect(sentence).toMatch(/[.}]$/);
    expect(template[language].subject).not.toMatch(/\.$/);
  });
  it.each(['id', 'en'] as const)('reads without a hole (%s)', (language) => {
    const { subject, text, html } = render(aNotice(name as never, {}, { language }), 'https://selaras.example');
    for (const part of [subject, text, html]) expect(part).not.toMatch(/\{\{|\}\}|undefined|null|NaN|\[object|  +\.|\.\./);
  });
  it('says the two languages differently', () => {
    expect(say(aNotice(name as never, {}, { language: 'id' })).toDo).not.toBe(say(aNotice(name as never, {}, { language: 'en' })).toDo);
  });
});

it('every notice of the process has its words, and every notice its kind; the digest is nobody\'s case', () => {
  expect(Object.keys(tellings).sort()).toEqual(Object.keys(catalogue).filter((name) => name !== 'digest').sort());
});

it('every notice leads to a page that the screens have', () => {
  const named = [pages.work, pages.register, pages.case('rpik-1705-2027'), pages.cohort('17', 'cohort-17-2027'), pages.meetings('17', 'cohort-17-2027'), pages.readiness('1705')];
  expect(everyTemplate.filter((template) => !named.includes(sampleFacts[template].path))).toEqual([]);
});

it('there is a sample, and so a test, for every notice', () => {
  expect([...everyTemplate].sort()).toEqual(Object.keys(catalogue).sort());
  expect(everyTemplate).toHaveLength(52);
});

import type { Caller } from '#ledger';
import { placesOf } from './registers/worklist';
import { aKey, callerFor, openTestDatabase, statementsOf, type TestDatabase } from '#test/database';

interface Plan {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  'Shared Hit Blocks'?: number;
  'Shared Read Blocks'?: number;
  Plans?: Plan[];
}

const provinces = '11 12 13 14 15 16 17 18 19 21 31 32 33 34 35 36 51 52 53 61 62 63 64 65 71 72 73 74 75 76 81 82 91 94'.split(' ');

describe('a worklist among two hundred thousand open tasks', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await openTestDatabase();
    // Thirty-four provinces of ninety regions: six times as many as there are.
    await db.owner.query(
      `
      insert into region (code, kemendagri_code, name, kind)
      select p || lpad(n::text, 2, '0'), '', 'Kabupaten ' || p || n, 'kabupaten' from unnest($1::text[]) p, generate_series(1, 90) n on conflict do nothing`,
      [provinces],
    );
    await db.owner.query(
      `
      insert into task (task_id, subject_kind, subject_id, region, key, role, scope, stage, verb, due_on, since)
      select 'made-' || n || '/k', 'case', 'made-' || n, region, 'k', role, case level when 'nation' then '' when 'province' then left(region, 2) else region end, 'review', '{"id": "Telaah", "en": "Review"}',
             case when n % 10 = 0 then null else date '2026-01-01' + n % 700 end, now()
        from generate_series(1, 200000) n
        cross join lateral (select ($1::text[])[1 + n / 90 % 34] || lpad((1 + n % 90)::text, 2, '0') as region,
          (array['regency-drafter', 'provincial-coordinator', 'ministry-reviewer', 'regency-head'])[1 + n / 3060 % 4] as role, (array['regency', 'province', 'nation', 'regency'])[1 + n / 3060 % 4] as level) made`,
      [provinces],
    );
    await db.owner.query('vacuum analyze task');
  }, 60_000);
  afterAll(() => db.close());

  /** The plan of the list's own statement, run as the application's role under the caller's scope. */
  async function planOf(caller: Caller, view: 'mine' | 'unit' | 'waiting', cursor?: string): Promise<{ nodes: Plan[]; blocks: number }> {
    const page = () => db.ledger.registers.worklist.page(caller, view, { limit: 50, ...(cursor && { cursor }) });
    const [statement] = (await statementsOf(page)).filter((sent) => sent.includes('all_of_them'));
    const isNation = caller.scopes.includes('*');
    const [due, task] = cursor ? (JSON.parse(Buffer.from(cursor, 'base64url').toString()) as string[]) : ['0001-01-01', ''];
    const values = [JSON.stringify(caller.offices), due, task, 51, view === 'waiting' ? (isNation ? null : placesOf(caller.scopes)) : caller.person];
    const [row] = await db.ledger.database.inScope(caller.scopes, (tx) =>
      tx.query<{ 'QUERY PLAN': { Plan: Plan }[] }[]>(`explain (analyze, buffers, format json) ${statement}`, values),
    );
    const root = row!['QUERY PLAN'][0]!.Plan;
    const flat = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(flat)];
    return { nodes: flat(root), blocks: (root['Shared Hit Blocks'] ?? 0) + (root['Shared Read Blocks'] ?? 0) };
  }

  it.each([
    ['drafter-1705', 'mine', 'tasks_of_office'],
    ['coordinator-1700', 'unit', 'tasks_of_office'],
    ['ministry-reviewer', 'mine', 'tasks_of_office'],
    ['coordinator-1700', 'waiting', 'tasks_of_province'],
    ['head-1705', 'waiting', 'tasks_of_region'],
    ['admin', 'waiting', 'tasks_of_everybody'],
  ] as const)('is read by %s (%s) from an index alone, page after page', async (subject, view, index) => {
    const caller = await callerFor(db.ledger, subject);
    const first = await db.ledger.registers.worklist.page(caller, view, { limit: 50 });
    expect(first.items.length).toBeGreaterThan(0);
    for (const cursor of [undefined, first.nextCursor ?? undefined]) {
      const { nodes, blocks } = await planOf(caller, view, cursor);
      expect(nodes.filter((node) => node['Node Type'] === 'Seq Scan' && node['Relation Name'] === 'task')).toEqual([]);
      expect(nodes.map((node) => node['Index Name'])).toContain(index);
      expect(blocks).toBeLessThan(400);
    }
  });

  it('comes in order of the due day, without a day last', async () => {
    const { items } = await db.ledger.registers.worklist.page(await callerFor(db.ledger, 'ministry-reviewer'), 'mine', { limit: 100 });
    const days = items.map(({ dueOn }) => dueOn!);
    expect(days).toEqual([...days].sort());
    expect(items).toHaveLength(100);
  });

  it('gives every task of a region exactly once over all of its pages', async () => {
    const region = '1705';
    const caller: Caller = {
      person: aKey(),
      name: '',
      offices: [{ person: 'x', role: 'regency-drafter', scope: region, capacity: 'definitive' }],
      scopes: [region],
    };
    const [count] = await db.owner.query<{ n: string }[]>(`select count(*) as n from task where region = $1 and role = 'regency-drafter'`, [region]);
    const seen = new Set<string>();
    for (let cursor: string | null | undefined; cursor !== null;) {
      const page = await db.ledger.registers.worklist.page(caller, 'unit', { limit: 3, ...(cursor && { cursor }) });
      page.items.forEach(({ taskId }) => seen.add(taskId));
      cursor = page.nextCursor;
    }
    expect(seen.size).toBe(Number(count!.n));
  });
});

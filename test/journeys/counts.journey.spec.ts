import { Client as Temporal, Connection } from '@temporalio/client';
import fs from 'node:fs';
import path from 'node:path';
import { House } from '#test/house';
import { Counter } from '../bench/counts';
import { type ActCosts, measureCounts } from '../bench/measure-counts';
import { Office } from '../bench/office';

jest.setTimeout(180_000);

/** A house remembers the ports of its servers, so that it finds them again. */
function engineOf({ home }: House): string {
  const ports = JSON.parse(fs.readFileSync(path.join(home, 'ports.json'), 'utf8')) as Record<string, number>;
  return `127.0.0.1:${ports['house-temporal']}`;
}

describe('what an act costs', () => {
  let house: House;
  let costs: ActCosts;

  beforeAll(async () => {
    house = await House.open('counts');
    const counter = await Counter.open(house.ownerUrl, path.join(house.home, 'log', 'house-postgres.log'));
    const connection = await Connection.connect({ address: engineOf(house) });
    costs = await measureCounts(new Office(house.url), counter, new Temporal({ connection }));
    await connection.close();
    await counter.close();
  });
  afterAll(() => house?.close());

  it('is at most eight statements within a stage, from who asks to the case as it then stands, written through once, and nothing for the engine', () => {
    const { ledger, statements, walSyncs, events } = costs.remark;
    expect(ledger[0]).toMatch(/^start transaction/i);
    expect(ledger.at(-1)).toMatch(/^commit/i);
    expect(statements.length).toBeLessThanOrEqual(8);
    expect({ walSyncs, events }).toEqual({ walSyncs: 1, events: 0 });
  });

  it('is at most ten events of the engine for a transfer, whose act is at most eight statements as well', () => {
    const { ledger, events } = costs.transfer;
    expect(ledger).toHaveLength(1);
    expect(ledger[0]!.length).toBeLessThanOrEqual(8);
    expect(events).toBeGreaterThan(0);
    expect(events).toBeLessThanOrEqual(10);
  });

  it('is paid when the answer arrives: the worklist shows the next task, and no longer the last', async () => {
    const office = new Office(house.url, 2030);
    const one = await office.fileCase();
    await office.bring(one, 2_000);
    const stages = async (): Promise<string[]> => {
      const { text } = await office.read(one.drafter, '/v1/worklist?view=unit&limit=100');
      const { items } = JSON.parse(text) as { items: { caseId?: string; stage: { id: string } }[] };
      return items.filter(({ caseId }) => caseId === one.id).map(({ stage }) => stage.id);
    };
    expect(new Set(await stages())).toEqual(new Set(['programme']));
    await office.handOver(one);
    expect(new Set(await stages())).toEqual(new Set(['preparation']));
  });
});

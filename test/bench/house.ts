/** The running house the bench works in, as scripts/bench.mjs tells it. */
export interface BenchHouse {
  url: string;
  ownerUrl: string;
  temporal: string;
  postgresLog: string;
  pids: { api: number; worker: number };
}

export function houseFrom(env: NodeJS.ProcessEnv): BenchHouse {
  const told = (name: string): string => {
    const value = env[name];
    if (!value) throw new Error(`${name} is not set: the bench runs under "npm run bench", which opens a house of its own.`);
    return value;
  };
  return {
    url: `http://127.0.0.1:${told('PORT')}`,
    ownerUrl: told('DATABASE_OWNER_URL'),
    temporal: told('TEMPORAL_ADDRESS'),
    postgresLog: told('BENCH_POSTGRES_LOG'),
    pids: { api: Number(told('BENCH_API_PID')), worker: Number(told('BENCH_WORKER_PID')) },
  };
}

import { ConfigError, readConfig } from '#config';
import { readRegions } from './regions';
import { startProvider, type RunningProvider } from './start-provider';

/** `main.js [regions.csv]`: the regions whose people can be signed in as. */
async function main(): Promise<void> {
  const config = readConfig(process.env, 'idp');
  const regions = readRegions(process.argv[2] ?? 'libs/ledger/reference/regions-id.csv');
  const provider = await startProvider({ ...config, regions });
  console.log(`The demo's identity provider answers at ${provider.issuer}`);
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void end(provider));
}

async function end(provider: RunningProvider): Promise<void> {
  await provider.stop();
  process.exit(0);
}

main().catch((error: unknown) => {
  console.error(adviceOn(error));
  process.exit(1);
});

function adviceOn(error: unknown): string {
  if (error instanceof ConfigError) return error.message;
  if (!(error instanceof Error)) return String(error);
  return (error as NodeJS.ErrnoException).code === 'EADDRINUSE' ? `${error.message}: set IDP_PORT to a free port` : error.message;
}

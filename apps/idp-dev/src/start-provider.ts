import { once } from 'node:events';
import { createServer } from 'node:http';
import Provider from 'oidc-provider';
import { personas } from '#identity';
import { configuration } from './configuration';
import { personaTokens } from './persona-tokens';
import type { Region } from './regions';
import { routes } from './routes';
import { providerSecrets } from './signing-key';

/** Milliseconds an open connection is waited for at the end. */
const patience = 2_000;

export interface RunningProvider { readonly issuer: string; stop(): Promise<void> }

/** Starts the demo's provider on this machine's own address; nobody else can reach it. */
export async function startProvider({ port, publicUrl, home, regions }: { port: number; publicUrl: string; home: string; regions: readonly Region[] }): Promise<RunningProvider> {
  const issuer = `http://127.0.0.1:${port}`;
  const secrets = await providerSecrets(home);
  const people = personas(regions);
  const provider = new Provider(issuer, configuration(publicUrl, new Map(people.map((persona) => [persona.subject, persona])), secrets));
  provider.use(routes(provider, publicUrl, people, await personaTokens(issuer, secrets)));

  const answer = provider.callback();
  const server = createServer((request, response) => void answer(request, response));
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    issuer,
    stop: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeIdleConnections();
      const impatience = setTimeout(() => server.closeAllConnections(), patience);
      await closed;
      clearTimeout(impatience);
    },
  };
}

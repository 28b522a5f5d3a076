import { openServers } from '../../scripts/lib/test-servers.mjs';

/** One PostgreSQL and one Temporal for the whole run; specs read their addresses from the environment. */
export default async function globalSetup() {
  globalThis.selarasTestServers = await openServers();
}

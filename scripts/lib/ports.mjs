import { randomInt } from 'node:crypto';
import { connect, createServer } from 'node:net';
import path from 'node:path';
import { readJson, writeWhole } from './home.mjs';

/** Whether something answers on this port of this machine. */
export const isListening = (port, host = '127.0.0.1') =>
  new Promise((resolve) => {
    const socket = connect(port, host);
    const answer = (yes) => {
      socket.destroy();
      resolve(yes);
    };
    socket.setTimeout(2_000, () => answer(false));
    socket.once('connect', () => answer(true));
    socket.once('error', () => answer(false));
  });

export const isFree = (port, host = '127.0.0.1') =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });

/** A port below the range from which outgoing connections take theirs, so that it is still free after a restart. */
export async function freePort() {
  for (let attempt = 0; attempt < 200; attempt++) {
    const port = randomInt(20_000, 32_000);
    if (await isFree(port)) return port;
  }
  throw new Error('no free port between 20000 and 32000');
}

/** The port this home used for `name` the last time, if it is still free; else another one, remembered from now on. */
export async function portOf(home, name, preferred) {
  const file = path.join(home, 'ports.json');
  const ports = readJson(file) ?? {};
  for (const port of [ports[name], preferred]) if (port && (await isFree(port))) return remember(port);
  return remember(await freePort());

  function remember(port) {
    if (ports[name] !== port) writeWhole(file, JSON.stringify({ ...readJson(file), [name]: port }, null, 2));
    return port;
  }
}

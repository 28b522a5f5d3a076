import { createServer, type AddressInfo, type Server } from 'node:net';

export const eicar = String.raw`X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*`;

/** Speaks clamd's protocol over a real socket; `says` turns the received content into the verdict. */
export async function openClamd(says: (content: string) => string | undefined): Promise<Server> {
  const scanner = createServer((socket) => {
    let received = Buffer.alloc(0);
    socket.on('error', () => undefined).on('data', (part) => {
      received = Buffer.concat([received, part]);
      if (!received.subarray(-4).equals(Buffer.alloc(4))) return;
      if (received.subarray(0, 10).toString() !== 'zINSTREAM\0') return void socket.end('UNKNOWN COMMAND\0');
      let content = '';
      for (let at = 10; received.readUInt32BE(at) > 0;) { const length = received.readUInt32BE(at); content += received.subarray(at + 4, at + 4 + length).toString('latin1'); at += 4 + length; }
      const verdict = says(content);
      if (verdict !== undefined) socket.end(`${verdict}\0`);
    });
  });
  await new Promise<void>((done) => scanner.listen(0, '127.0.0.1', done));
  return scanner;
}

export const portOf = (server: Server): number => (server.address() as AddressInfo).port;

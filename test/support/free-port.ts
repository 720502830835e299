import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/** Listens for a moment; 0 is any free port. */
const tryPort = (port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

/** A port of this machine that nobody listens on at the moment. */
export const findFreePort = (): Promise<number> => tryPort(0);

/** The same below the ports that Linux gives to connections: it stays free while who listens there is started anew. */
export async function findLastingPort(): Promise<number> {
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- one try after the other
    const port = await tryPort(randomInt(20_000, 30_000)).catch(() => undefined);
    if (port !== undefined) return port;
  }
}

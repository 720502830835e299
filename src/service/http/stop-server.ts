import type { Server, Socket } from 'node:net';

/** An HTTP server of Node.js. */
export interface HttpServer extends Server {
  closeIdleConnections(): void;
  closeAllConnections(): void;
}

/** How often a stop lets go of connections that have become idle, in milliseconds. */
const idleSweepMs = 50;

/**
 * Prepares the end of a server that has no connections yet. The end takes no new ones, lets go of those that wait for
 * their next request, and waits for the answers under way.
 * @returns Ends it; whether all answers were given within `timeoutMs` milliseconds. Those that were not are cut.
 */
export function prepareStop(server: HttpServer, timeoutMs: number): () => Promise<boolean> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });

  const sweep = (): void => {
    // A connection that was answering becomes an idle one, and would be kept for the next request.
    server.closeIdleConnections();
    // Browsers open some ahead and say nothing; Node.js counts these as busy.
    for (const socket of sockets) if (socket.bytesRead === 0) socket.destroy();
  };

  return async () => {
    let isWhole = true;
    const sweeping = setInterval(sweep, idleSweepMs);
    const giveUp = setTimeout(() => {
      isWhole = false;
      server.closeAllConnections();
    }, timeoutMs);
    await new Promise<void>((resolve) => {
      server.close(() => resolve());
    });
    clearInterval(sweeping);
    clearTimeout(giveUp);
    return isWhole;
  };
}

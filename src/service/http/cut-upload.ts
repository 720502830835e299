import type { Socket } from 'node:net';
import type { Readable } from 'node:stream';

/** A request of Node.js whose body may still be on its way. */
export interface Upload extends Readable {
  readonly complete: boolean;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly socket: Socket;
}

/** What is left of a body no longer than this is read and dropped, so that the connection can be used again. */
const maxRestBytes = 64 * 1024;
/** How long a sender may go on before the connection is closed, in milliseconds. */
const lingerMs = 500;

/**
 * Stops reading a long body that is answered before it has arrived, such as one that is too large: the answer says
 * that the connection closes, and the rest is left in the network. Call it before the answer is written.
 */
export function cutUpload(
  incoming: Upload,
  outgoing: { setHeader(name: string, value: string): unknown },
): void {
  if (incoming.complete) return;
  if (Number(incoming.headers['content-length'] ?? Infinity) <= maxRestBytes) return;
  const { socket } = incoming;
  outgoing.setHeader('Connection', 'close');
  // Node.js and the adapter would drain the rest, which costs a buffer for each of its pieces.
  socket.pause();
  socket.resume = () => socket;
  // To close with bytes unread resets the connection, and a reset can overtake the answer: so first the end of our
  // side, then time for the sender to see it.
  socket.destroySoon = () => {
    socket.end();
    setTimeout(() => socket.destroy(), lingerMs).unref();
  };
}

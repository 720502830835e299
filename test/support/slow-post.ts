import { type IncomingMessage, request } from 'node:http';
import { once } from 'node:events';

/** A post whose beginning a server has read and whose end it waits for. */
export interface SlowPost {
  /** Sends the rest; status and `Connection` of the answer. */
  finish(): Promise<{ readonly status: number; readonly connection: string | undefined }>;
  /** Goes away in the middle. */
  leave(): void;
  /** Resolves when the server cuts it. */
  readonly cut: Promise<unknown>;
}

/** Posts JSON up to its middle; by `100 Continue` it is known that the request has begun. */
export async function beginPost(url: string, body: object): Promise<SlowPost> {
  const bytes = Buffer.from(JSON.stringify(body));
  const post = request(url, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'Content-Length': bytes.length,
      Expect: '100-continue',
      Connection: 'keep-alive',
    },
  });
  const cut = once(post, 'close');
  // Known even to who does not ask.
  cut.catch(() => {});
  post.flushHeaders();
  await once(post, 'continue');
  post.write(bytes.subarray(0, bytes.length / 2));
  return {
    cut,
    leave: () => void post.destroy(),
    async finish() {
      const answered = once(post, 'response');
      post.end(bytes.subarray(bytes.length / 2));
      const [answer] = (await answered) as [IncomingMessage];
      answer.resume();
      return { status: answer.statusCode ?? 0, connection: answer.headers.connection };
    },
  };
}

import { Agent, request } from 'node:http';

/** An answer read to its end. */
export interface Answer {
  readonly status: number;
  readonly body: string;
}

/** Sends requests on connections that are kept open. */
export interface HttpClient {
  /** Rejects when the connection ends before the whole answer has come. */
  get(url: string, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  /** The same for a JSON body. */
  post(url: string, body: object, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  close(): void;
}

/**
 * Creates a client of at most `connections` connections. Lighter than `fetch`, which would take the server's time.
 * @param localAddress - Address of this machine to send from; by default the system chooses.
 */
export function createHttpClient(connections: number, localAddress?: string): HttpClient {
  const from = localAddress === undefined ? {} : { localAddress };
  const agent = new Agent({ keepAlive: true, maxSockets: connections, ...from });

  const send = (
    url: string,
    method: string,
    headers: Readonly<Record<string, string | number>>,
    body?: string,
  ): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const outgoing = request(url, { agent, method, headers }, (incoming) => {
        let text = '';
        incoming.setEncoding('utf8');
        incoming.on('data', (chunk: string) => (text += chunk));
        incoming.on('error', reject);
        incoming.on('end', () => resolve({ status: incoming.statusCode ?? 0, body: text }));
      });
      outgoing.on('error', reject);
      outgoing.end(body);
    });

  return {
    get: (url, headers = {}) => send(url, 'GET', headers),
    post(url, body, headers) {
      const json = JSON.stringify(body);
      return send(
        url,
        'POST',
        {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(json),
          ...headers,
        },
        json,
      );
    },
    close: () => agent.destroy(),
  };
}

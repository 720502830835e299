import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestContext } from 'node:test';

interface Copy {
  readonly body: string;
  readonly tags: readonly string[];
  readonly keptAt: number;
  readonly freshMs: number;
  readonly staleMs: number;
}

/** What a purge endpoint was sent. */
export interface PurgeRequest {
  readonly authorization: string | undefined;
  readonly body: string;
}

/** A shared cache in front of a service that goes by its headers, as a CDN does, with a purge endpoint at `/purge`. */
export interface CacheServer {
  readonly url: string;
  readonly purges: readonly PurgeRequest[];
  /** How many of the next purge requests fail. */
  failing: number;
}

const seconds = (caching: string, directive: string): number =>
  Number(new RegExp(`${directive}=(\\d+)`).exec(caching)?.[1] ?? 0) * 1000;

const read = async (request: IncomingMessage): Promise<string> => {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
};

const listen = async (t: TestContext, server: Server): Promise<string> => {
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  t.after(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

/** Starts a cache on the loopback whose clock is the test's. */
export async function startCache(
  t: TestContext,
  ask: (query: string) => Promise<Response>,
  now: () => number,
): Promise<CacheServer> {
  const copies = new Map<string, Copy>();
  const purges: PurgeRequest[] = [];
  const cache = { url: '', purges, failing: 0 };

  const renew = async (query: string): Promise<Copy> => {
    const response = await ask(query);
    const caching = response.headers.get('cache-control') ?? '';
    const copy: Copy = {
      body: await response.text(),
      tags: (response.headers.get('cache-tag') ?? '').split(','),
      keptAt: now(),
      freshMs: seconds(caching, 's-maxage'),
      staleMs: seconds(caching, 'stale-while-revalidate'),
    };
    copies.set(query, copy);
    return copy;
  };

  const answer = async (query: string): Promise<string> => {
    const copy = copies.get(query);
    const age = copy ? now() - copy.keptAt : Infinity;
    if (copy && age < copy.freshMs) return copy.body;
    if (copy && age < copy.freshMs + copy.staleMs) {
      await renew(query);
      return copy.body;
    }
    return (await renew(query)).body;
  };

  const purge = async (request: IncomingMessage): Promise<number> => {
    const body = await read(request);
    purges.push({ authorization: request.headers.authorization, body });
    if (cache.failing > 0) {
      cache.failing -= 1;
      return 500;
    }
    const { tags } = JSON.parse(body) as { tags: string[] };
    for (const [query, copy] of copies) {
      if (copy.tags.some((tag) => tags.includes(tag))) copies.delete(query);
    }
    return 204;
  };

  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://cache.test');
    if (url.pathname === '/purge') {
      void purge(request).then((status) => response.writeHead(status).end());
    } else {
      void answer(url.search).then((body) => response.end(body));
    }
  });
  cache.url = await listen(t, server);
  return cache;
}

/** Starts a server on the loopback that takes requests and never answers; what was asked for. */
export async function startSilentServer(
  t: TestContext,
): Promise<{ readonly url: string; readonly asked: readonly string[] }> {
  const asked: string[] = [];
  const server = createServer(({ url = '' }) => void asked.push(url));
  return { url: await listen(t, server), asked };
}

import { post, readReply, type Reply, type RequestHeaders } from '../client.ts';

/** Parameters of a query; those without a value are left out. */
export type Query = Readonly<Record<string, string | null | undefined>>;

/** A request to the comment service. */
export interface RequestOptions {
  readonly query?: Query;
  /** The page's own headers. */
  readonly headers?: RequestHeaders | undefined;
  readonly signal?: AbortSignal | undefined;
  /** How it is written where it is more than a question. */
  readonly init?: RequestInit;
}

/** Asks the service for a path below its endpoint. */
export type Ask = (path: string, options?: RequestOptions) => Promise<Reply>;

/** Asks the service for `path` below its endpoint. Never throws: every outcome is a {@link Reply}. */
export function request(
  endpoint: string,
  path: string,
  { query, headers, signal, init }: RequestOptions,
): Promise<Reply> {
  const [base = '', own] = endpoint.split('?');
  const parameters = new URLSearchParams(own);
  for (const name in query) if (query[name]) parameters.set(name, query[name]);
  const search = parameters.size > 0 ? `?${parameters}` : '';
  return post(base.replace(/\/$/, '') + path + search, undefined, {
    headers,
    signal: signal ?? new AbortController().signal,
    format: {
      encode: () => ({ method: 'GET', credentials: 'omit', ...init }),
      read: (response, text) =>
        response.status === 204 ? { ok: true, body: {} } : readReply(response, text),
    },
  });
}

import { post, readReply, type Reply, type RequestHeaders } from '../client.ts';

/** A request to the comment service. */
export interface RequestOptions {
  /** Default `GET`. */
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Parameters of the query; those without a value are left out. */
  readonly query?: Readonly<Record<string, string | null | undefined>>;
  /** Who asks, where not everybody may. */
  readonly bearer?: string | undefined;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** The page's own headers. */
  readonly headers?: RequestHeaders | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Asks the service for a path below its endpoint. */
export type Ask = (path: string, options?: RequestOptions) => Promise<Reply>;

/** Asks the service for `path` below its endpoint. Never throws: every outcome is a {@link Reply}. */
export function request(
  endpoint: string,
  path: string,
  { method = 'GET', query, bearer, body, headers, signal }: RequestOptions,
): Promise<Reply> {
  const [base = '', own] = endpoint.split('?');
  const parameters = new URLSearchParams(own);
  for (const name in query) if (query[name]) parameters.set(name, query[name]);
  const search = parameters.size > 0 ? `?${parameters}` : '';
  return post(base.replace(/\/$/, '') + path + search, body, {
    headers,
    signal: signal ?? new AbortController().signal,
    format: {
      encode: () => ({
        method,
        credentials: 'omit',
        // Reading takes no header that another origin would have to be asked about first.
        headers: {
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...(bearer && { authorization: `Bearer ${bearer}` }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      }),
      read: (response, text) =>
        response.status === 204 ? { ok: true, body: {} } : readReply(response, text),
    },
  });
}

import { readReply, refuse, type Reply, type RequestHeaders, timeoutMs } from '../client.ts';

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

/** Asks the service for `path` below its endpoint. Never throws: every outcome is a {@link Reply}. */
export async function request(
  endpoint: string,
  path: string,
  { method = 'GET', query = {}, bearer, body, headers, signal }: RequestOptions,
): Promise<Reply> {
  try {
    const url = new URL(endpoint, document.baseURI);
    url.pathname = url.pathname.replace(/\/$/, '') + path;
    for (const [name, value] of Object.entries(query)) {
      if (value) url.searchParams.set(name, value);
    }
    const response = await fetch(url, {
      method,
      credentials: 'omit',
      headers: {
        ...(typeof headers === 'function' ? await headers() : headers),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(bearer && { authorization: `Bearer ${bearer}` }),
      },
      body: body === undefined ? null : JSON.stringify(body),
      signal: AbortSignal.any([...(signal ? [signal] : []), AbortSignal.timeout(timeoutMs)]),
    });
    const text = await response.text();
    return response.status === 204 ? { ok: true, body: {} } : readReply(response, text);
  } catch {
    return refuse('network');
  }
}

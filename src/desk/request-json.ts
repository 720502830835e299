/** Why a request was not answered as hoped: the server's code, or what stood in its place. */
export interface JsonRefusal {
  readonly code: string;
  /** 0 where there was no answer. */
  readonly status: number;
  readonly retryAfterSeconds: number;
  /** What the server said, for members of its own. */
  readonly body: Readonly<Record<string, unknown>>;
}

/** What became of a request. */
export type JsonReply<Body> =
  | { readonly ok: true; readonly body: Body }
  | { readonly ok: false; readonly refusal: JsonRefusal };

/** A request of the desk. */
export interface JsonRequest {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly body?: unknown;
  readonly signal?: AbortSignal | undefined;
}

/** Milliseconds after which an answer is no longer waited for. */
export const requestTimeoutMs = 15_000;

const refuse = (code: string, status = 0, more: Partial<JsonRefusal> = {}): JsonReply<never> => ({
  ok: false,
  refusal: { code, status, retryAfterSeconds: 0, body: {}, ...more },
});

const parse = (text: string): Readonly<Record<string, unknown>> | undefined => {
  try {
    return Object(JSON.parse(text)) as Record<string, unknown>;
  } catch {
    // A proxy's HTML page, or an answer cut off: told apart by the status alone.
    return undefined;
  }
};

const codeOf = (status: number): string =>
  status === 401 ? 'unauthorized' : status === 429 ? 'rate-limited' : 'unavailable';

/** Asks the desk's own service, with the session's cookie. Never throws: every outcome is a {@link JsonReply}. */
export async function requestJson<Body>(
  url: string,
  { method = 'GET', body, signal }: JsonRequest = {},
): Promise<JsonReply<Body>> {
  const limit = AbortSignal.timeout(requestTimeoutMs);
  try {
    const response = await fetch(url, {
      method,
      credentials: 'same-origin',
      ...(body !== undefined && {
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
      signal: signal ? AbortSignal.any([signal, limit]) : limit,
    });
    const answer = response.status === 204 ? {} : parse(await response.text());
    if (response.ok) return answer ? { ok: true, body: answer as Body } : refuse('unreadable');
    const { code, retryAfterSeconds } = answer ?? {};
    const wait = Number(retryAfterSeconds ?? response.headers.get('retry-after'));
    return refuse(typeof code === 'string' ? code : codeOf(response.status), response.status, {
      retryAfterSeconds: wait || 0,
      ...(answer && { body: answer }),
    });
  } catch (error) {
    if (signal?.aborted) return refuse('aborted');
    return refuse((error as Error).name === 'TimeoutError' ? 'timeout' : 'network');
  }
}

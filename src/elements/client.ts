import type { Problem, ProblemCode } from '../protocol/problem.ts';

/** Why a request was not taken: the server's word, or what stood in its place. */
export type RefusalCode =
  | ProblemCode
  | 'offline'
  | 'network'
  | 'timeout'
  | 'unreadable'
  | 'aborted';

/** A refusal as the server told it, or as much of one as can be known without it. */
export type Refusal = Pick<Problem, 'errors' | 'retryAfterSeconds' | 'challenge' | 'notice'> & {
  readonly code: RefusalCode;
};

/** What became of a request. */
export type Reply =
  | { readonly ok: true; readonly body: Readonly<Record<string, unknown>> }
  | { readonly ok: false; readonly refusal: Refusal };

/** Headers a page adds to every request: fixed, or made anew each time (a token getter). */
export type RequestHeaders =
  | Readonly<Record<string, string>>
  | (() => Readonly<Record<string, string>> | Promise<Readonly<Record<string, string>>>);

/** How a request is written and its answer read. */
export interface PostFormat {
  /** The body, and what goes with it in the request. */
  readonly encode: (body: unknown, key: string | undefined) => RequestInit;
  readonly read: (response: Response, text: string) => Reply;
}

/** What a request takes along. */
export interface PostOptions {
  readonly headers?: RequestHeaders | undefined;
  readonly signal: AbortSignal;
  /** Same for each try of the same comment: the server keeps it once. */
  readonly key?: string | undefined;
  /** Default JSON both ways. */
  readonly format?: PostFormat | Promise<PostFormat> | undefined;
}

/** Milliseconds after which an answer is no longer waited for. */
export const timeoutMs = 15_000;

/** JSON both ways (design.md §4). */
export const jsonFormat: PostFormat = {
  encode: (body, key) => ({
    headers: { 'content-type': 'application/json', ...(key && { 'idempotency-key': key }) },
    body: JSON.stringify(body),
    credentials: 'omit',
  }),
  read: readReply,
};

/** Posts and reads the answer. Never throws and never repeats: every outcome is a {@link Reply}. */
export async function post(
  url: string,
  body: unknown,
  { headers, signal, key, format }: PostOptions,
): Promise<Reply> {
  let response: Response | undefined;
  try {
    const { encode, read } = (await format) ?? jsonFormat;
    const request = encode(body, key);
    response = await fetch(url, {
      method: 'POST',
      ...request,
      headers: {
        ...(request.headers as Record<string, string>),
        ...(typeof headers === 'function' ? await headers() : headers),
      },
      signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
    });
    return read(response, await response.text());
  } catch (error) {
    if (signal.aborted) return refuse('aborted');
    if ((error as Error).name === 'TimeoutError') return refuse('timeout');
    // Broken off after its head: the server has had the request, so this is no failure to send.
    if (response) return readReply(response, '');
    return refuse(navigator.onLine ? 'network' : 'offline');
  }
}

/** A refusal that carries nothing but its code. */
export const refuse = (code: RefusalCode, retryAfterSeconds = 0): Reply => ({
  ok: false,
  refusal: { code, retryAfterSeconds },
});

/** An answer of our own service, or of what stood in its place. */
export function readReply({ ok, status, headers }: Response, text: string): Reply {
  let body: Record<string, unknown> | undefined;
  try {
    body = Object(JSON.parse(text)) as Record<string, unknown>;
  } catch {
    // A proxy's HTML page, or an answer cut off: told apart by the status alone.
  }
  if (ok) return body ? { ok, body } : refuse('unreadable');
  if (typeof body?.['code'] === 'string') return { ok, refusal: body as unknown as Refusal };
  return refuse(codeOf(status), Number(headers.get('retry-after')));
}

const codes: Readonly<Record<number, RefusalCode>> = {
  401: 'origin-refused',
  403: 'origin-refused',
  413: 'too-large',
  429: 'too-busy',
  503: 'unavailable',
};

const codeOf = (status: number): RefusalCode => codes[status] ?? 'internal-error';

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
export type Refusal = Pick<Problem, 'errors' | 'retryAfterSeconds' | 'challenge'> & {
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

/** Milliseconds after which an answer is no longer waited for. */
export const timeoutMs = 15_000;

/** Posts JSON and reads a JSON answer. Never throws and never repeats: every outcome is a {@link Reply}. */
export async function postJson(
  url: string,
  body: unknown,
  headers: RequestHeaders | undefined,
  signal: AbortSignal,
): Promise<Reply> {
  let response: Response | undefined;
  try {
    response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(typeof headers === 'function' ? await headers() : headers),
      },
      body: JSON.stringify(body),
      credentials: 'omit',
      signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
    });
    return readReply(response, await response.text());
  } catch (error) {
    if (signal.aborted) return refuse('aborted');
    if ((error as Error).name === 'TimeoutError') return refuse('timeout');
    // Broken off after its head: the server has had the request, so this is no failure to send.
    if (response) return readReply(response, '');
    return refuse(navigator.onLine ? 'network' : 'offline');
  }
}

const refuse = (code: RefusalCode, retryAfterSeconds = 0): Reply => ({
  ok: false,
  refusal: { code, retryAfterSeconds },
});

function readReply({ ok, status, headers }: Response, text: string): Reply {
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

const codeOf = (status: number): RefusalCode =>
  codes[status] ?? (status < 500 ? 'unreadable' : 'internal-error');

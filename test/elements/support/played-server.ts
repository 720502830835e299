import { pictureChallenge } from './challenges.ts';

/** What the played server answers; `unreachable` for a connection that fails. */
export type PlayedAnswer =
  | 'unreachable'
  | {
      readonly status: number;
      readonly json?: unknown;
      readonly text?: string;
      readonly headers?: Readonly<Record<string, string>>;
    };

/** A request as it left the page. */
export interface PlayedRequest {
  readonly url: string;
  readonly method: string | undefined;
  readonly headers: Headers;
  readonly credentials: RequestCredentials | undefined;
  readonly body: Record<string, unknown>;
  readonly signal: AbortSignal | null | undefined;
}

/** How long a test may take where a machine is busy with others. */
const patienceMs = 20_000;

type Kind = 'comment' | 'challenge';

const defaultAnswers: Readonly<Record<Kind, PlayedAnswer>> = {
  comment: { status: 202, json: { id: 'id-1', status: 'pending', receipt: 'receipt-1' } },
  challenge: {
    status: 200,
    json: { challenge: pictureChallenge(), article: { state: 'open' } },
  },
};

/** A refusal as the service writes it. */
export const problem = (
  status: number,
  code: string,
  members: Readonly<Record<string, unknown>> = {},
): PlayedAnswer => ({
  status,
  json: { type: 'about:blank', title: `developer words for ${code}`, status, code, ...members },
  headers: { 'content-type': 'application/problem+json' },
});

/** The answer to a request for a challenge. */
export const challengeAnswer = (challenge: unknown): PlayedAnswer => ({
  status: 200,
  json: { challenge, article: { state: 'open' } },
});

/** The same where more is offered, speech beside pictures unless told otherwise. */
export const offeringAnswer = (
  challenge: unknown,
  kinds: readonly string[] = ['picture', 'speech'],
): PlayedAnswer => ({
  status: 200,
  json: { challenge, kinds, article: { state: 'open' } },
});

/** Plays the server in place of the network: keeps the requests, answers when the test lets it. */
export class PlayedServer {
  requests: PlayedRequest[] = [];
  /** The path that codes are asked from; every other takes comments. */
  challengePath = '/comments/challenge';

  #answers: Record<Kind, readonly PlayedAnswer[]> = { comment: [], challenge: [] };
  #gates: Record<Kind, Promise<void> | undefined> = { comment: undefined, challenge: undefined };

  /** Comments that have been posted. */
  get comments(): PlayedRequest[] {
    return this.requests.filter((request) => this.#kindOf(request.url) === 'comment');
  }

  /** Codes that have been asked for. */
  get challenges(): PlayedRequest[] {
    return this.requests.filter((request) => this.#kindOf(request.url) === 'challenge');
  }

  /** Sets the next answers to comments; the last one stays. */
  answerComments(...answers: readonly PlayedAnswer[]): void {
    this.#answers.comment = answers;
  }

  /** Sets the next answers to requests for a code; the last one stays. */
  answerChallenges(...answers: readonly PlayedAnswer[]): void {
    this.#answers.challenge = answers;
  }

  /** Lets requests of a kind wait until the function it returns is called. */
  hold(kind: Kind): () => void {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#gates[kind] = promise;
    return () => {
      this.#gates[kind] = undefined;
      resolve();
    };
  }

  /** Stands in for `fetch`. */
  readonly fetch: typeof fetch = async (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    this.requests.push({
      url,
      method: init?.method,
      headers: new Headers(init?.headers),
      credentials: init?.credentials,
      body: readBody(init?.body),
      signal: init?.signal,
    });
    const kind = this.#kindOf(url);
    const [answer = defaultAnswers[kind], ...later] = this.#answers[kind];
    if (later.length > 0) this.#answers[kind] = later;
    init?.signal?.throwIfAborted();
    await Promise.race([this.#gates[kind], abortionOf(init?.signal)]);
    if (answer === 'unreachable') throw new TypeError('Failed to fetch');
    const { status, json, text = JSON.stringify(json), headers = {} } = answer;
    return new Response(text, { status, headers });
  };

  #kindOf(url: string): Kind {
    return new URL(url, location.href).pathname === this.challengePath ? 'challenge' : 'comment';
  }
}

function readBody(body: BodyInit | null | undefined): Record<string, unknown> {
  if (body instanceof URLSearchParams) return Object.fromEntries(body);
  return JSON.parse(body as string) as Record<string, unknown>;
}

function abortionOf(signal: AbortSignal | null | undefined): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason as Error));
  });
}

/** A played server for each test of the calling suite; the page's own `fetch` and storage are put right after it. */
export function usePlayedServer(): PlayedServer {
  const server = new PlayedServer();
  const original = globalThis.fetch;
  beforeEach(function () {
    this.currentTest?.timeout(patienceMs);
    sessionStorage.clear();
    server.requests = [];
    server.challengePath = '/comments/challenge';
    server.answerComments();
    server.answerChallenges();
    server.hold('comment')();
    server.hold('challenge')();
    globalThis.fetch = server.fetch;
  });
  afterEach(() => {
    globalThis.fetch = original;
    sessionStorage.clear();
  });
  return server;
}

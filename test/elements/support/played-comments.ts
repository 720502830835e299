import type { CommentPage, PublishedComment } from '../../../src/protocol/types.ts';

/** An answer of the played service: its status and its JSON; `unreachable` for a connection that fails. */
export type Answer = 'unreachable' | readonly [status: number, json?: unknown];

/** A request as it left the page. */
export interface Asked {
  readonly method: string;
  /** Below the endpoint, with its query. */
  readonly path: string;
  readonly bearer: string | null;
  readonly body: unknown;
}

/** Id of the comment with a number. */
export const idOf = (n: number): string => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`;

/** A comment that nothing is special about. */
export const comment = (n: number, changes: Partial<PublishedComment> = {}): PublishedComment => ({
  id: idOf(n),
  parent: null,
  name: `Bạn đọc ${n}`,
  content: `Ý kiến ${n}.`,
  publishedAt: new Date(Date.UTC(2026, 10, 24, 3) - n * 60_000).toISOString(),
  edited: false,
  pinned: false,
  pick: false,
  staff: false,
  likes: 0,
  ...changes,
});

/** Comments numbered from `first` on. */
export const comments = (first: number, count: number): PublishedComment[] =>
  Array.from({ length: count }, (_, index) => comment(first + index));

/** A page of an open article. */
export const page = (
  shown: readonly PublishedComment[],
  { next = null, ...article }: Partial<CommentPage['article']> & { next?: string | null } = {},
): CommentPage => ({
  article: { id: 'bai-123', state: 'open', count: shown.length, ...article },
  comments: shown,
  next,
});

/** Plays the comment service in place of the network. */
export class PlayedComments {
  asked: Asked[] = [];
  #answers = new Map<string, readonly Answer[]>();
  #gates = new Map<string, Promise<void>>();

  /** Sets the answers to a request such as `GET /count?article=bai-123`; the last one stays. */
  answer(request: string, ...answers: readonly Answer[]): void {
    this.#answers.set(request, answers);
  }

  /** The first page of the list in an order. */
  answerList(first: CommentPage, sort = 'newest'): void {
    this.answer(`GET ?article=bai-123&sort=${sort}`, [200, first]);
  }

  /** Lets a request wait until the function it returns is called. */
  hold(request: string): () => void {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#gates.set(request, promise);
    return () => {
      this.#gates.delete(request);
      resolve();
    };
  }

  /** What has been asked, such as `PUT /…/like`. */
  get requests(): string[] {
    return this.asked.map(({ method, path }) => `${method} ${path}`);
  }

  reset(): void {
    this.asked = [];
    this.#answers.clear();
    this.#gates.clear();
  }

  /** Stands in for `fetch`. */
  readonly fetch: typeof fetch = async (input, init) => {
    const path = (input as string).replace('/comments', '');
    const headers = new Headers(init?.headers);
    const method = init?.method ?? 'GET';
    const body: unknown = typeof init?.body === 'string' ? JSON.parse(init.body) : undefined;
    this.asked.push({ method, path, bearer: headers.get('authorization'), body });
    const request = `${method} ${path}`;
    await this.#gates.get(request);
    init?.signal?.throwIfAborted();
    const [answer, ...later] = this.#answers.get(request) ?? [[404, { code: 'not-found' }]];
    if (later.length > 0) this.#answers.set(request, later);
    if (!answer || answer === 'unreachable') throw new TypeError('Failed to fetch');
    const [status, json] = answer;
    return new Response(json === undefined ? null : JSON.stringify(json), { status });
  };
}

/** A played service for each test of the calling suite; the page's own `fetch`, storage and address are put right after it. */
export function usePlayedComments(): PlayedComments {
  const service = new PlayedComments();
  const original = globalThis.fetch;
  const address = location.href;
  beforeEach(() => {
    localStorage.clear();
    service.reset();
    globalThis.fetch = service.fetch;
  });
  afterEach(() => {
    globalThis.fetch = original;
    localStorage.clear();
    history.replaceState(null, '', address);
  });
  return service;
}

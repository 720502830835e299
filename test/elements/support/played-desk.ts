import {
  type AuthorCard,
  type DeskBulkAnswer,
  type DeskComment,
  type DeskCommentDetail,
  type DeskDecision,
  type DeskQueue,
  deskQueues,
  type DeskSelection,
  type EditorRole,
  type QueueCounts,
} from '../../../src/protocol/desk.ts';
import type { OwnPasskey } from '../../../src/desk/sign-in-client.ts';
import { PlayedArticles } from './played-articles.ts';
import { playStats } from './played-stats.ts';
import { PlayedWords } from './played-words.ts';

/** Id of the comment with a number. */
export const deskId = (n: number): string =>
  `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`;

/** A comment of the desk that nothing is special about. */
export const deskComment = (n: number, changes: Partial<DeskComment> = {}): DeskComment => ({
  id: deskId(n),
  version: 1,
  article: { id: 'bai-123', title: 'Đường ven sông mở lại', url: 'https://bao.example/bai-123' },
  parent: null,
  status: 'pending',
  name: `Bạn đọc ${n}`,
  address: '',
  content: `Ý kiến ${n}.`,
  createdAt: new Date(Date.UTC(2026, 10, 24, 3) + n * 60_000).toISOString(),
  decidedAt: null,
  publishedAt: null,
  pinned: false,
  pick: false,
  staff: false,
  likes: 0,
  reports: 0,
  signals: [],
  ...changes,
});

/** What is known of who wrote a comment. */
export const authorCard: AuthorCard = {
  key: 'author-1',
  published: 12,
  refused: 1,
  total: 14,
  firstSeenAt: '2026-03-02T01:00:00.000Z',
  standing: 'usual',
  latest: [
    {
      id: deskId(900),
      status: 'published',
      content: 'Cảm ơn bài viết.',
      createdAt: '2026-11-02T01:00:00.000Z',
    },
  ],
  sameNetwork: 3,
};

const statusAfter = {
  publish: 'published',
  reject: 'rejected',
  spam: 'spam',
  remove: 'removed',
  restore: 'pending',
  keep: 'published',
} as const satisfies Record<DeskDecision, string>;

const isIn = ({ reports, signals, status }: DeskComment, queue: DeskQueue): boolean => {
  if (queue === 'reported') return status === 'published' && reports > 0;
  const isSuspect = signals.some(({ severity }) => severity !== 'note');
  if (queue === 'suspect') return status === 'pending' && isSuspect;
  if (queue === 'new') return status === 'pending' && !isSuspect;
  return status === queue;
};

/** A request as it left the page. */
export interface DeskAsked {
  readonly request: string;
  readonly query: URLSearchParams;
  readonly body: Record<string, unknown>;
  readonly credentials: RequestCredentials | undefined;
}

type Answer = readonly [status: number, json?: unknown];

/** Plays the desk's service in place of the network, with comments that change as they would. */
export class PlayedDesk {
  comments: DeskComment[] = [];
  role: EditorRole = 'admin';
  isSignedIn = true;
  pageSize = 20;
  /** Of the editor who is signed in. */
  passkeys: OwnPasskey[] = [];
  readonly articles: PlayedArticles = new PlayedArticles();
  readonly words: PlayedWords = new PlayedWords();
  asked: DeskAsked[] = [];
  /** Members of every comment in full. */
  detail: Partial<DeskCommentDetail> = { author: authorCard };

  #answers = new Map<string, Answer | 'unreachable'>();
  #gates = new Map<string, Promise<void>>();
  #undo = new Map<string, readonly DeskComment[]>();

  /** Sets the answer to a request such as `POST /undo`, in place of what it would do. */
  answer(request: string, ...answer: ['unreachable'] | [number, unknown?]): void {
    this.#answers.set(request, answer[0] === 'unreachable' ? 'unreachable' : answer);
  }

  /** Answers as before again. */
  unanswer(request: string): void {
    this.#answers.delete(request);
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

  /** Bodies of the requests to a path, in their order. */
  bodies(request: string): Record<string, unknown>[] {
    return this.asked.filter((one) => one.request === request).map(({ body }) => body);
  }

  get counts(): QueueCounts {
    return Object.fromEntries(
      deskQueues.map((queue) => [queue, this.comments.filter((one) => isIn(one, queue)).length]),
    ) as QueueCounts;
  }

  find(id: string): DeskComment | undefined {
    return this.comments.find((one) => one.id === id);
  }

  /** Somebody else changes a comment. */
  change(id: string, changes: Partial<DeskComment>): DeskComment {
    const before = this.find(id)!;
    const after = { ...before, version: before.version + 1, ...changes };
    this.comments = this.comments.map((one) => (one.id === id ? after : one));
    return after;
  }

  /** Stands in for `fetch`. */
  readonly fetch: typeof fetch = async (input, init) => {
    const url = new URL(
      input instanceof Request ? input.url : String(input),
      'http://desk.example',
    );
    const path = url.pathname.replace(/^\/comments\/desk/, '').replace(/^\/api/, '');
    const body = (typeof init?.body === 'string' ? JSON.parse(init.body) : {}) as never;
    const request = `${init?.method ?? 'GET'} ${path}`;
    const query = url.searchParams;
    this.asked.push({ request, query, body, credentials: init?.credentials });
    await this.#gates.get(request);
    init?.signal?.throwIfAborted();
    const answer = this.#answers.get(request) ?? this.#play(request, path, body, query);
    if (answer === 'unreachable') throw new TypeError('Failed to fetch');
    const [status, json] = answer;
    return new Response(json === undefined ? null : JSON.stringify(json), { status });
  };

  #play(
    request: string,
    path: string,
    body: Record<string, unknown>,
    query: URLSearchParams,
  ): Answer {
    if (path.startsWith('/auth/')) return this.#playSignIn(request);
    if (!this.isSignedIn) return [401, { code: 'unauthorized' }];
    if (path === '/me') return [200, { id: 'e-1', name: 'Trần Thị Bình', role: this.role }];
    if (path === '/queues') return [200, { counts: this.counts }];
    if (path === '/comments') return [200, this.#page(query, (one) => this.#fits(one, query))];
    if (path === '/search') {
      const words = query.get('query')!.toLowerCase();
      return [200, this.#page(query, ({ content }) => content.toLowerCase().includes(words))];
    }
    if (path === '/undo') return this.#takeBack(String(body['undo']));
    if (path === '/bulk') return this.#bulk(body);
    if (path.startsWith('/authors/')) return [200, { ...authorCard, ...body }];
    const played =
      this.articles.play(request, path, body) ??
      this.words.play(request, path, body) ??
      playStats(path, query);
    if (played) return played;
    const [, , id = '', action = ''] = path.split('/');
    const comment = this.find(id);
    if (!comment) return [404, { code: 'not-found' }];
    if (!action) {
      return [200, { comment, history: [], reports: [], ...this.detail }];
    }
    return this.#write(comment, action, body);
  }

  #write(comment: DeskComment, action: string, body: Record<string, unknown>): Answer {
    const { id, version } = comment;
    if (body['version'] !== undefined && body['version'] !== version) {
      const last = { at: '2026-11-29T00:00:00.000Z', who: 'Lê Văn Cường', action: 'publish' };
      return [409, { code: 'version-changed', conflict: { comment, last } }];
    }
    const { content, decision, publish, pick, pinned } = body as {
      content?: string | null;
      decision?: DeskDecision;
      publish?: boolean;
      pick?: boolean;
      pinned?: boolean;
    };
    if (action === 'reply')
      return [200, { comment: deskComment(999, { staff: true }), undo: 'reply' }];
    const { editedContent: _, ...original } = comment;
    const changed = {
      ...(content === null ? original : comment),
      version: version + 1,
      ...(typeof content === 'string' && { editedContent: content }),
      ...(decision && { status: statusAfter[decision], reports: 0 }),
      ...(publish && { status: 'published' as const }),
      ...(pick !== undefined && { pick }),
      ...(pinned !== undefined && { pinned }),
    };
    this.comments = this.comments.map((one) => (one.id === id ? changed : one));
    return [200, { comment: changed, undo: this.#remember([comment]) }];
  }

  #bulk(body: Record<string, unknown>): Answer {
    const { decision, preview, selection } = body as {
      decision: DeskDecision;
      preview?: boolean;
      selection: DeskSelection;
    };
    const { ids, queue, flag, query } = selection;
    const all = this.comments.filter(
      (one) =>
        (!ids || ids.includes(one.id)) &&
        (!queue || isIn(one, queue)) &&
        (!flag || one.signals.some(({ code }) => code === flag)) &&
        (!query || one.content.includes(query)),
    );
    const status = statusAfter[decision];
    const movable = all.filter((one) => one.status !== status);
    const answer: DeskBulkAnswer = {
      count: movable.length,
      hasMore: false,
      sample: movable.slice(0, 5),
      skipped: (ids ?? all).length - movable.length,
    };
    if (preview) return [200, { ...answer, ids: movable.map(({ id }) => id) }];
    for (const { id } of movable) this.change(id, { status });
    return [200, { ...answer, undo: this.#remember(movable) }];
  }

  #takeBack(token: string): Answer {
    const before = this.#undo.get(token);
    if (!before) return [410, { code: 'undo-gone' }];
    this.#undo.delete(token);
    const comments = before.map((one) => {
      return { ...one, version: (this.find(one.id)?.version ?? one.version) + 1 };
    });
    const back = new Map(comments.map((one) => [one.id, one]));
    this.comments = this.comments.map((one) => back.get(one.id) ?? one);
    return [200, { comments }];
  }

  #remember(before: readonly DeskComment[]): string {
    const token = `undo-${this.#undo.size + 1}-${before[0]?.id}`;
    this.#undo.set(token, before);
    return token;
  }

  #fits(one: DeskComment, query: URLSearchParams): boolean {
    const article = query.get('article');
    const flag = query.get('flag');
    return (
      isIn(one, query.get('queue') as DeskQueue) &&
      (!article || one.article.id === article) &&
      (!flag || one.signals.some(({ code }) => code === flag))
    );
  }

  #page(query: URLSearchParams, fits: (one: DeskComment) => boolean): unknown {
    const after = query.get('after') ?? '';
    const all = this.comments.filter((one) => fits(one) && one.id > after);
    const comments = all.slice(0, this.pageSize);
    return { comments, next: all.length > comments.length ? comments.at(-1)!.id : null };
  }

  #playSignIn(request: string): Answer {
    if (request === 'POST /auth/sign-in') return [200, { next: 'second-step' }];
    if (request === 'POST /auth/second-step' || request === 'POST /auth/set-up/confirm') {
      this.isSignedIn = true;
      return [200, { next: 'desk' }];
    }
    if (request === 'POST /auth/welcome/look') {
      return [200, { name: 'Trần Thị Bình', email: 'binh@bao.example' }];
    }
    if (request === 'POST /auth/welcome') return [200, { next: 'set-up' }];
    if (request === 'POST /auth/set-up') {
      const uri = 'otpauth://totp/Bao:binh@bao.example?secret=JBSWY3DPEHPK3PXP&issuer=Bao';
      return [200, { uri, backupCodes: ['aaaaa-11111', 'bbbbb-22222'] }];
    }
    if (request === 'GET /auth/sessions') {
      const session = { id: 's-1', createdAt: '2026-11-28T01:00:00.000Z', userAgent: null };
      const other = { ...session, id: 's-2', userAgent: 'Firefox', current: false };
      return [200, { sessions: [{ ...session, current: true }, other] }];
    }
    if (request === 'GET /auth/passkeys') return [200, { passkeys: this.passkeys }];
    const [, gone] = /^DELETE \/auth\/passkeys\/(.+)$/.exec(request) ?? [];
    if (gone) this.passkeys = this.passkeys.filter(({ id }) => id !== gone);
    return [200, {}];
  }
}

/** Streams of counts that the desk has opened; the test says what comes through them. */
export class PlayedEvents extends EventTarget {
  static readonly opened: PlayedEvents[] = [];
  readonly url: string;
  isClosed = false;

  constructor(url: string) {
    super();
    this.url = url;
    PlayedEvents.opened.push(this);
  }

  close(): void {
    this.isClosed = true;
  }

  /** Tells counts. */
  static tell(counts: QueueCounts): void {
    const event = new MessageEvent('counts', { data: JSON.stringify(counts) });
    for (const one of PlayedEvents.opened) if (!one.isClosed) one.dispatchEvent(event);
  }

  /** The connection breaks. */
  static fail(): void {
    for (const one of PlayedEvents.opened) one.dispatchEvent(new Event('error'));
  }
}

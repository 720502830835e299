import type {
  AuthorCard,
  AuthorStanding,
  DeskBulkAnswer,
  DeskChange,
  DeskComment,
  DeskCommentDetail,
  DeskConflict,
  DeskDecision,
  DeskEditor,
  DeskPage,
  DeskSelection,
  ModerationMode,
  QueueCounts,
  RejectReason,
} from '../protocol/desk.ts';
import type { DeskArticleSettings, DeskModes, DeskSection } from '../protocol/desk-articles.ts';
import type { DeskStats } from '../protocol/desk-stats.ts';
import type { DeskWords, DeskWordTest, WordsChange } from '../protocol/desk-words.ts';
import { type JsonReply, type JsonRefusal, requestJson } from './request-json.ts';

/** Parameters of a list; empty ones are left out. */
export type DeskQuery = Readonly<Record<string, string | null | undefined>>;

/** What is sent with a decision. */
export interface DecisionDraft {
  readonly version: number;
  readonly decision: DeskDecision;
  readonly reason?: RejectReason | undefined;
  readonly note?: string | undefined;
}

/** What is sent with a changed text; `null` is the reader's own again. */
export interface TextDraft {
  readonly version: number;
  readonly content: string | null;
  readonly note?: string | undefined;
  readonly publish?: boolean;
}

/** What is sent with a decision about many. */
export interface BulkDraft {
  readonly selection: DeskSelection;
  readonly decision: DeskDecision;
  readonly reason?: RejectReason | undefined;
  readonly preview?: boolean;
}

/** What is changed of an article; what is left out stays. */
export type ArticleDraft = Partial<
  Pick<DeskArticleSettings, 'state' | 'closesAt' | 'mode' | 'section'>
>;

/** What is changed of the modes; what is left out stays. */
export interface ModesDraft {
  readonly site?: ModerationMode | null;
  readonly sections: readonly DeskSection[];
}

/** The newsroom's API, below `…/desk/api`. */
export class DeskClient {
  readonly #base: string;

  /** @param endpoint - URL of the comment service. */
  constructor(endpoint: string) {
    this.#base = `${endpoint.replace(/\/$/, '')}/desk/api`;
  }

  /** Where the counts are sent from as they change. */
  get liveUrl(): string {
    return `${this.#base}/live`;
  }

  me(): Promise<JsonReply<DeskEditor>> {
    return this.#ask('/me');
  }

  counts(): Promise<JsonReply<{ readonly counts: QueueCounts }>> {
    return this.#ask('/queues');
  }

  comments(query: DeskQuery, signal: AbortSignal): Promise<JsonReply<DeskPage>> {
    return this.#ask(`/comments${toSearch(query)}`, signal);
  }

  search(query: DeskQuery, signal: AbortSignal): Promise<JsonReply<DeskPage>> {
    return this.#ask(`/search${toSearch(query)}`, signal);
  }

  comment(id: string, signal: AbortSignal): Promise<JsonReply<DeskCommentDetail>> {
    return this.#ask(pathOf(id), signal);
  }

  decide(id: string, draft: DecisionDraft): Promise<JsonReply<DeskChange>> {
    return this.#send('POST', `${pathOf(id)}/decision`, draft);
  }

  setText(id: string, draft: TextDraft): Promise<JsonReply<DeskChange>> {
    return this.#send('PUT', `${pathOf(id)}/text`, draft);
  }

  setMarks(
    id: string,
    marks: { readonly version: number; readonly pinned?: boolean; readonly pick?: boolean },
  ): Promise<JsonReply<DeskChange>> {
    return this.#send('PUT', `${pathOf(id)}/marks`, marks);
  }

  reply(id: string, content: string): Promise<JsonReply<DeskChange>> {
    return this.#send('POST', `${pathOf(id)}/reply`, { content });
  }

  undo(undo: string): Promise<JsonReply<{ readonly comments: readonly DeskComment[] }>> {
    return this.#send('POST', '/undo', { undo });
  }

  bulk(draft: BulkDraft): Promise<JsonReply<DeskBulkAnswer>> {
    return this.#send('POST', '/bulk', draft);
  }

  setAuthor(
    key: string,
    standing: AuthorStanding,
    until: string | undefined,
  ): Promise<JsonReply<Pick<AuthorCard, 'key' | 'standing' | 'until'>>> {
    return this.#send('PUT', `/authors/${encodeURIComponent(key)}`, { standing, until });
  }

  article(id: string): Promise<JsonReply<DeskArticleSettings>> {
    return this.#ask(`/articles/${encodeURIComponent(id)}`);
  }

  setArticle(
    id: string,
    draft: ArticleDraft & { readonly version: number },
  ): Promise<JsonReply<DeskArticleSettings>> {
    return this.#send('PUT', `/articles/${encodeURIComponent(id)}`, draft);
  }

  modes(): Promise<JsonReply<DeskModes>> {
    return this.#ask('/modes');
  }

  setModes(draft: ModesDraft & { readonly version: string }): Promise<JsonReply<DeskModes>> {
    return this.#send('PUT', '/modes', draft);
  }

  /** Instants in ISO 8601; the end is not among it. */
  stats(from: string, to: string): Promise<JsonReply<DeskStats>> {
    return this.#ask(`/stats?${new URLSearchParams({ from, to })}`);
  }

  words(): Promise<JsonReply<DeskWords>> {
    return this.#ask('/words');
  }

  setWords(draft: WordsChange & { readonly version: number }): Promise<JsonReply<DeskWords>> {
    return this.#send('POST', '/words', draft);
  }

  testWords(draft: WordsChange & { readonly text: string }): Promise<JsonReply<DeskWordTest>> {
    return this.#send('POST', '/words/test', draft);
  }

  #ask<Body>(path: string, signal?: AbortSignal): Promise<JsonReply<Body>> {
    return requestJson(this.#base + path, { signal });
  }

  #send<Body>(method: 'POST' | 'PUT', path: string, body: unknown): Promise<JsonReply<Body>> {
    return requestJson(this.#base + path, { method, body });
  }
}

/** What a refusal for another editor's change tells of it; nothing for any other refusal. */
export function conflictOf({ code, body }: JsonRefusal): DeskConflict | undefined {
  const conflict = body['conflict'] as DeskConflict | undefined;
  return code === 'version-changed' && conflict?.comment ? conflict : undefined;
}

const pathOf = (id: string): string => `/comments/${encodeURIComponent(id)}`;

function toSearch(query: DeskQuery): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value) parameters.set(name, value);
  return parameters.size > 0 ? `?${parameters}` : '';
}

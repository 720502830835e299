import type { Hono } from 'hono';
import type {
  DeskArticleConflict,
  DeskArticlePage,
  DeskArticleSettings,
} from '../../protocol/desk-articles.ts';
import type { ModerationMode } from '../../protocol/desk.ts';
import {
  articleSettingsSchema,
  articlesQuerySchema,
} from '../../protocol/schemas-of-desk-articles.ts';
import { changeArticle } from '../change-article.ts';
import type { AuditEntry } from '../store/audit-log.ts';
import type { CommentStore } from '../store/comment-store.ts';
import { actorOf } from './add-comment-writes.ts';
import { describeArticle } from './describe-article.ts';
import { deskAnswer } from './desk-answer.ts';
import { toDeskEvent } from './desk-comment.ts';
import { readArticleCursor, toDeskCursor } from './desk-cursor.ts';
import { deskProblem } from './desk-problem.ts';
import type { DeskEnvironment, EditorRule } from './editor-rule.ts';
import { readDeskBody } from './read-desk-body.ts';
import { readDeskQuery } from './read-desk-query.ts';

/** What the settings of articles work with. */
export interface ArticleRouteOptions {
  readonly store: CommentStore;
  readonly now: () => number;
  readonly moderation: ModerationMode;
  readonly autoCloseDays: number;
}

/** What became of an editor's wish about an article. */
type ArticleOutcome =
  | { readonly kind: 'done' | 'missing' }
  /** Somebody was faster (M-4); `last` is who, and what. */
  | { readonly kind: 'conflict'; readonly last: AuditEntry | undefined };

/** One article by its id, which may be a URL: also where a proxy has decoded its slashes. A dot is no U+2028. */
const articlePath = '/articles/:id{[^]+}';

/** Adds how comments of an article are taken: state, closing time, mode and section (M-2). */
export function addArticles(
  api: Hono<DeskEnvironment>,
  editorRule: EditorRule,
  { store, now, ...settings }: ArticleRouteOptions,
): void {
  const find = async (id: string): Promise<DeskArticleSettings | undefined> => {
    const [found, pages] = await Promise.all([
      store.findArticleWithModes(id),
      store.findArticlePages([id]),
    ]);
    const { article } = found;
    const judging = { ...settings, nowMs: now() };
    return article && describeArticle({ ...found, article }, pages.get(id), judging);
  };

  api.get('/articles', editorRule('viewer'), async (context) => {
    const query = readDeskQuery(context, articlesQuerySchema);
    if (!query) return deskProblem('invalid-query');
    const after = query.after === undefined ? undefined : readArticleCursor(query.after);
    if (query.after !== undefined && !after) return deskProblem('invalid-query');
    const [{ articles, next }, { site: siteMode, sections }] = await Promise.all([
      store.searchArticles({ query: query.query, limit: query.limit, after }),
      store.listModes(),
    ]);
    const modes = new Map(sections.map(({ name, mode }) => [name, mode]));
    const judging = { ...settings, nowMs: now() };
    return deskAnswer({
      articles: articles.map(({ page, ...article }) => {
        const sectionMode = modes.get(article.section ?? '') ?? null;
        return describeArticle({ article, sectionMode, siteMode }, page, judging);
      }),
      next: toDeskCursor(next),
    } satisfies DeskArticlePage);
  });

  api.get(articlePath, editorRule('viewer'), async (context) => {
    const article = await find(context.req.param('id'));
    return article ? deskAnswer(article) : deskProblem('not-found');
  });

  api.put(articlePath, editorRule('editor'), async (context) => {
    const body = await readDeskBody(context.req.raw, articleSettingsSchema);
    if (body.kind === 'refused') return body.response;
    const id = context.req.param('id');
    const { version, ...wish } = body.value;
    const actor = actorOf(context.get('editor'));
    const outcome = await store.transaction(async (transaction): Promise<ArticleOutcome> => {
      const article = await transaction.findArticle(id);
      if (!article) return { kind: 'missing' };
      if (article.version !== version) {
        return { kind: 'conflict', last: await transaction.findLastAuditOfArticle(id) };
      }
      await changeArticle(transaction, article, wish, { ...actor, nowMs: now() });
      return { kind: 'done' };
    });
    const article = outcome.kind === 'missing' ? undefined : await find(id);
    if (!article) return deskProblem('not-found');
    if (outcome.kind !== 'conflict') return deskAnswer(article);
    const last = outcome.last && toDeskEvent(outcome.last);
    const conflict: DeskArticleConflict = { article, ...(last && { last }) };
    return deskProblem('version-changed', { conflict });
  });
}

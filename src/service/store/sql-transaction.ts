import type { Transaction } from 'kysely';
import { isAllowedTransition } from '../rules/status-transitions.ts';
import { ServiceError } from '../service-error.ts';
import type { StatusChange, StoredComment, StoreTransaction } from './comment-store.ts';
import { instant } from './instant.ts';
import { createRememberedAnswers } from './remembered-answers.ts';
import { toCommentRow, toStoredComment } from './stored-comment.ts';
import type { Tables } from './tables.ts';

/** What the SQL store takes from outside. */
export interface SqlStoreEffects {
  /** Clock in milliseconds since 1970. */
  readonly now: () => number;
  /** Ids of audit entries, in the order they are made. */
  readonly newId: () => string;
}

/** The store's writing half, inside one transaction of Kysely. */
export function createSqlTransaction(
  sql: Transaction<Tables>,
  { now, newId }: SqlStoreEffects,
): StoreTransaction {
  const find: StoreTransaction['find'] = async (id) => {
    const row = await sql
      .selectFrom('comments')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirst();
    return row && toStoredComment(row);
  };

  const spend: StoreTransaction['spend'] = async (id, lifeSeconds) => {
    await sql.deleteFrom('spent_challenges').where('expires_at', '<', instant(now())).execute();
    // One insert, no look before it: of two at the same time only one can be the first.
    const result = await sql
      .insertInto('spent_challenges')
      .values({ id, expires_at: instant(now() + lifeSeconds * 1000) })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .executeTakeFirstOrThrow();
    return result.numInsertedOrUpdatedRows === 1n;
  };

  const saveArticle: StoreTransaction['saveArticle'] = async (article, page) => {
    await sql
      .insertInto('articles')
      .values({
        id: article,
        page_url: null,
        page_title: null,
        published_count: 0,
        created_at: instant(now()),
      })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute();
    if (!page) return;
    await sql
      .updateTable('articles')
      .set({ page_url: page.url, page_title: page.title })
      .where('id', '=', article)
      .where('page_url', 'is', null)
      .execute();
  };

  const saveNotice: StoreTransaction['saveNotice'] = async (notice) => {
    await sql
      .insertInto('notices')
      .values({ hash: notice.hash, notice: JSON.stringify(notice), created_at: instant(now()) })
      .onConflict((conflict) => conflict.column('hash').doNothing())
      .execute();
  };

  const insert: StoreTransaction['insert'] = async (comment) => {
    const row = toCommentRow(comment, instant(now()));
    await sql.insertInto('comments').values(row).execute();
    return toStoredComment(row);
  };

  const countPublished = async (article: string, change: number): Promise<void> => {
    await sql
      .updateTable('articles')
      .set((table) => ({ published_count: table('published_count', '+', change) }))
      .where('id', '=', article)
      .execute();
  };

  const changeStatus = async (change: StatusChange): Promise<StoredComment> => {
    const { id, to, who, reason = null } = change;
    const before = await find(id);
    if (!before) throw new ServiceError('STATUS_CHANGE_REFUSED', `there is no comment ${id}`);
    const from = before.status;
    if (!isAllowedTransition(from, to)) {
      throw new ServiceError(
        'STATUS_CHANGE_REFUSED',
        `comment ${id} is ${from}, it cannot become ${to}`,
      );
    }
    const at = instant(now());
    const publishedAt = to === 'published' ? (before.publishedAt ?? at) : before.publishedAt;
    const { numUpdatedRows } = await sql
      .updateTable('comments')
      .set({ status: to, decided_at: at, published_at: publishedAt })
      .where('id', '=', id)
      .where('status', '=', from)
      .executeTakeFirstOrThrow();
    if (numUpdatedRows !== 1n) {
      throw new ServiceError('STATUS_CHANGE_REFUSED', `comment ${id} was changed at the same time`);
    }
    await sql
      .insertInto('status_changes')
      .values({ id: newId(), comment: id, who, at, from_status: from, to_status: to, reason })
      .execute();
    if (to === 'published') await countPublished(before.article, 1);
    if (from === 'published') await countPublished(before.article, -1);
    return { ...before, status: to, decidedAt: at, publishedAt };
  };

  const answers = createRememberedAnswers(sql, { now, find });
  return { find, spend, saveArticle, saveNotice, insert, changeStatus, ...answers };
}

import type { Transaction } from 'kysely';
import { type CommentStatus, isAllowedTransition } from '../rules/status-transitions.ts';
import { ServiceError } from '../service-error.ts';
import {
  findArticle,
  findArticleWithModes,
  touchArticle,
  updateArticle,
} from './article-queries.ts';
import { actionOfStatus, hashText } from './audit-log.ts';
import type { AuthorKey } from './author-key.ts';
import type { CommentSearch } from './comment-search.ts';
import type { StoredComment, StoreTransaction } from './comment-store.ts';
import type { StatusChange } from './newsroom-transaction.ts';
import { instant } from './instant.ts';
import { lockText } from './postgres-locks.ts';
import { createNewsroomEdits } from './sql-newsroom.ts';
import { createRememberedAnswers } from './remembered-answers.ts';
import { createReaderMarks } from './sql-reader-marks.ts';
import { createPurgeTransaction } from './sql-purge.ts';
import { createWordTransaction } from './sql-words.ts';
import { shownText, toCommentRow, toStoredComment } from './stored-comment.ts';
import type { Tables } from './tables.ts';
import {
  countPublished,
  countReplies,
  deleteExpiredChallenges,
  findCommentToChange,
  findCopies,
  findPublishedByAuthor,
  insertArticle,
  insertComment,
  insertNotice,
  insertSpentChallenge,
  setArticlePage,
  updateMarks,
  updateToHidden,
  updateToPublished,
} from './transaction-queries.ts';

/** What the SQL store takes from outside. */
export interface SqlStoreEffects {
  /** Clock in milliseconds since 1970. */
  readonly now: () => number;
  /** Names the author of a comment. */
  readonly authorKey: AuthorKey;
  /** Finds comments by their words. */
  readonly search: CommentSearch;
}

/** When a comment was first published; taking its first publication back makes that undone. */
const publicationOf = (
  { publishedAt, decidedAt }: StoredComment,
  { to, at, isUndo }: { readonly to: CommentStatus; readonly at: string; readonly isUndo: boolean },
): string | null => {
  if (to === 'published') return publishedAt ?? at;
  return isUndo && publishedAt === decidedAt ? null : publishedAt;
};

/** The store's writing half, inside one transaction of Kysely. */
export function createSqlTransaction(
  sql: Transaction<Tables>,
  { now, authorKey, search }: SqlStoreEffects,
): StoreTransaction {
  const find: StoreTransaction['find'] = async (id) => {
    const [row] = (await findCommentToChange(sql, { id })).rows;
    return row && toStoredComment(row);
  };

  const spend: StoreTransaction['spend'] = async (id, lifeSeconds) => {
    const time = now();
    await deleteExpiredChallenges(sql, { time: instant(time) });
    // One insert, no look before it: of two at the same time only one can be the first.
    const row = { id, expires_at: instant(time + lifeSeconds * 1000) };
    const { numAffectedRows } = await insertSpentChallenge(sql, row);
    return numAffectedRows === 1n;
  };

  const saveArticle: StoreTransaction['saveArticle'] = async (article, page) => {
    await insertArticle(sql, {
      id: article,
      page_url: null,
      page_title: null,
      published_count: 0,
      created_at: instant(now()),
      state: null,
      closes_at: null,
      revision: 0,
      mode: null,
      section: null,
      version: 0,
    });
    if (page) await setArticlePage(sql, { article, ...page });
  };

  const saveNotice: StoreTransaction['saveNotice'] = async (notice) => {
    const row = { hash: notice.hash, notice: JSON.stringify(notice), created_at: instant(now()) };
    await insertNotice(sql, row);
  };

  const findCopiesOf: StoreTransaction['findCopies'] = async (request) => {
    const { copyKey, withinSeconds, limit } = request;
    const since = instant(now() - withinSeconds * 1000);
    const { rows } = await findCopies(sql, { copyKey, since, limit });
    return rows.map(({ network, ...copy }) => (network === null ? copy : { ...copy, network }));
  };

  const hasPublished: StoreTransaction['hasPublished'] = async (email) =>
    (await findPublishedByAuthor(sql, { author: authorKey(email) ?? '' })).rows.length > 0;

  const insert: StoreTransaction['insert'] = async (comment) => {
    const author = authorKey(comment.texts.email);
    const row = toCommentRow(comment, { createdAt: instant(now()), author });
    await insertComment(sql, row);
    await search.add(sql, comment);
    return toStoredComment(row);
  };

  /** Brings in step what is known of a comment elsewhere. */
  const count = async (
    { article, parent, status: from }: StoredComment,
    to: CommentStatus,
  ): Promise<void> => {
    const change = Number(to === 'published') - Number(from === 'published');
    if (change !== 0) {
      await countPublished(sql, { article, change });
      if (parent !== null) await countReplies(sql, { parent, change });
    } else if (from === 'removed') {
      // What stands in the place of its texts becomes another one.
      await touchArticle(sql, { id: article });
    }
  };

  const mark: StoreTransaction['mark'] = async (id, marks) => {
    const comment = await find(id);
    if (!comment) return;
    const { pinned, pick, staff, edited } = { ...comment, ...marks };
    await updateMarks(sql, {
      id,
      pinned: Number(pinned),
      pick: Number(pick),
      staff: Number(staff),
      edited: Number(edited),
    });
    await touchArticle(sql, { id: comment.article });
  };

  const newsroom = createNewsroomEdits(sql, { now, authorKey, find, search });

  const changeStatus = async (change: StatusChange): Promise<StoredComment> => {
    const { id, to, who, editor, reason, note, isUndo = false } = change;
    const before = await find(id);
    if (!before) throw new ServiceError('STATUS_CHANGE_REFUSED', `there is no comment ${id}`);
    const from = before.status;
    if (isUndo ? !isAllowedTransition(to, from) : !isAllowedTransition(from, to)) {
      throw new ServiceError(
        'STATUS_CHANGE_REFUSED',
        `comment ${id} is ${from}, it cannot become ${to}`,
      );
    }
    const at = instant(now());
    const publishedAt = publicationOf(before, { to, at, isUndo });
    const update = { id, from, to, decidedAt: at, publishedAt };
    const updateStatus = to === 'published' ? updateToPublished : updateToHidden;
    const { numAffectedRows } = await updateStatus(sql, update);
    if (numAffectedRows !== 1n) {
      throw new ServiceError('STATUS_CHANGE_REFUSED', `comment ${id} was changed at the same time`);
    }
    const text = hashText(shownText(before));
    await newsroom.audit({
      who,
      editor,
      action: isUndo ? 'undo' : actionOfStatus[to],
      comment: id,
      from,
      to,
      reason,
      note,
      textBefore: text,
      textAfter: text,
    });
    await count(before, to);
    if (to === 'erased') await search.remove(sql, id);
    const pinned = to === 'published' && before.pinned;
    const version = before.version + 1;
    return { ...before, status: to, version, openReports: 0, decidedAt: at, publishedAt, pinned };
  };

  const answers = createRememberedAnswers(sql, { now, find });
  return {
    find,
    findCopies: findCopiesOf,
    hasPublished,
    spend,
    saveArticle,
    async findArticle(id) {
      await lockText(sql, `article ${id}`);
      return findArticle(sql, id);
    },
    findArticleWithModes: (id) => findArticleWithModes(sql, id),
    setArticle: (id, change) => updateArticle(sql, id, change),
    touchArticle: async (id) => {
      await touchArticle(sql, { id });
    },
    saveNotice,
    insert,
    mark,
    ...newsroom,
    changeStatus,
    ...answers,
    ...createReaderMarks(sql, { now }),
    ...createWordTransaction(sql, { now, find }),
    ...createPurgeTransaction(sql, { now, changeStatus }),
  };
}

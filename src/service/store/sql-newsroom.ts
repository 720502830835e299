import type { Transaction } from 'kysely';
import { touchArticle } from './article-queries.ts';
import { type AuditEntry, hashText } from './audit-log.ts';
import {
  appendAudit,
  findAudit,
  findLastAuditOf,
  findLastAuditOfArticle,
} from './audit-queries.ts';
import { listDecidedOf } from './author-record-queries.ts';
import { listModes, siteName, updateMode } from './mode-queries.ts';
import { lock } from './postgres-locks.ts';
import type { StoredComment, StoreTransaction } from './comment-store.ts';
import { instant } from './instant.ts';
import type { NewsroomTransaction } from './newsroom-transaction.ts';
import type { SqlStoreEffects } from './sql-transaction.ts';
import { shownText } from './stored-comment.ts';
import type { Tables } from './tables.ts';
import { deleteAuthor, findAuthor, insertAuthor } from './author-standing-queries.ts';
import { updateEdit, updateToKept } from './transaction-queries.ts';

/** The half of the transaction by which the newsroom works on comments. */
export function createNewsroomEdits(
  sql: Transaction<Tables>,
  { now, authorKey, find, search }: SqlStoreEffects & Pick<StoreTransaction, 'find'>,
): NewsroomTransaction {
  let written: AuditEntry | undefined;

  const audit: NewsroomTransaction['audit'] = async (entry) => {
    written = await appendAudit(sql, entry, instant(now()), written);
  };

  const edit: NewsroomTransaction['edit'] = async (change) => {
    const { id, who, editor, action, note } = change;
    const before = await find(id);
    if (!before) return undefined;
    const { editedContent = before.editedContent ?? null } = change;
    const { pinned = before.pinned, pick = before.pick } = change;
    const edited = editedContent !== null;
    await updateEdit(sql, {
      id,
      editedContent,
      edited: Number(edited),
      pinned: Number(pinned),
      pick: Number(pick),
    });
    if (before.status === 'published') await touchArticle(sql, { id: before.article });
    const { editedContent: _, ...rest } = before;
    const after: StoredComment = {
      ...rest,
      ...(editedContent !== null && { editedContent }),
      version: before.version + 1,
      edited,
      pinned,
      pick,
    };
    if (change.editedContent !== undefined) await search.renew(sql, after);
    await audit({
      who,
      editor,
      action,
      comment: id,
      note,
      textBefore: hashText(shownText(before)),
      textAfter: hashText(shownText(after)),
    });
    return after;
  };

  const keep: NewsroomTransaction['keep'] = async ({ id, who, editor }) => {
    const at = instant(now());
    const { numAffectedRows } = await updateToKept(sql, { id, at });
    if (numAffectedRows !== 1n) return undefined;
    await audit({ who, editor, action: 'keep', comment: id });
    return find(id);
  };

  return {
    async findStandingOfAuthor(email) {
      const author = authorKey(email);
      if (author === null) return 'usual';
      const [row] = (await findAuthor(sql, { author })).rows;
      const isOver = row?.until != null && row.until <= instant(now());
      return row && !isOver ? row.standing : 'usual';
    },

    async setStandingOfAuthor(author, { standing, until }) {
      await deleteAuthor(sql, { author });
      if (standing !== 'usual') await insertAuthor(sql, { key: author, standing, until });
    },

    async listDecidedOf(email, limit) {
      const author = authorKey(email);
      return author === null ? [] : listDecidedOf(sql, author, limit);
    },

    async listModes() {
      await lock(sql, 'modes');
      return listModes(sql);
    },
    setSiteMode: (mode) => updateMode(sql, { scope: 'site', name: siteName }, mode),
    setSectionMode: (name, mode) => updateMode(sql, { scope: 'section', name }, mode),
    edit,
    keep,
    audit,
    lastWritten: () => written,
    findLastAuditOf: (comment) => findLastAuditOf(sql, comment),
    findLastAuditOfArticle: (article) => findLastAuditOfArticle(sql, article),
    findAudit: (first, last) => findAudit(sql, first, last),
  };
}

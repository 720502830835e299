import type { Actor } from '../store/newsroom-transaction.ts';
import { fieldChecks, normalizeField } from '../../protocol/fields.ts';
import type { FieldLimits } from '../../protocol/limits.ts';
import type { AuditAction } from '../store/audit-log.ts';
import type { CommentStore } from '../store/comment-store.ts';
import { checkVersion, type SeenComment } from './check-version.ts';
import { applyDecision } from './decide.ts';
import type { NewsroomOutcome } from './newsroom-outcome.ts';

/** What an editor makes of a comment's text. */
export interface TextEdit {
  /** The newsroom's version; null for the reader's own text. */
  readonly content: string | null;
  readonly note?: string | undefined;
  /** Whether it is published with it. */
  readonly publish?: boolean | undefined;
}

/** Puts the newsroom's text beside the reader's, which stays as it was typed (M-5); a text that is the reader's own is none. */
export async function editText(
  store: CommentStore,
  seen: SeenComment,
  { content, note, publish = false }: TextEdit,
  { actor, limits }: { readonly actor: Actor; readonly limits: FieldLimits },
): Promise<NewsroomOutcome> {
  const problem = content === null ? undefined : fieldChecks.content(content, limits);
  if (problem) return { kind: 'invalid', errors: [{ field: 'content', ...problem }] };
  return store.transaction(async (transaction) => {
    const finding = await checkVersion(seen, transaction);
    if (finding.kind !== 'found') return finding;
    const { comment } = finding;
    if (comment.status === 'erased') return { kind: 'impossible' };
    const typed = content === null ? null : normalizeField.content(content);
    const editedContent = typed === comment.texts.content ? null : typed;
    const isNew = editedContent !== (comment.editedContent ?? null);
    const action: AuditAction = editedContent === null ? 'unedit' : 'edit';
    const edited = isNew
      ? ((await transaction.edit({ id: comment.id, ...actor, action, note, editedContent })) ??
        comment)
      : comment;
    if (!publish || edited.status === 'published') return { kind: 'done', comment: edited };
    return applyDecision(edited, { decision: 'publish' }, actor, transaction);
  });
}

/** Marks that the newsroom sets. */
export interface MarkEdit {
  readonly pinned?: boolean | undefined;
  readonly pick?: boolean | undefined;
}

/** Pins and picks published comments, each with an entry of its own in the audit log. */
export const setMarks = (
  store: CommentStore,
  seen: SeenComment,
  marks: MarkEdit,
  actor: Actor,
): Promise<NewsroomOutcome> =>
  store.transaction(async (transaction) => {
    const finding = await checkVersion(seen, transaction);
    if (finding.kind !== 'found') return finding;
    let { comment } = finding;
    if (comment.status !== 'published') return { kind: 'impossible' };
    // An answer stands under what it answers, wherever that is.
    if (marks.pinned && comment.parent !== null) return { kind: 'impossible' };
    const { id } = comment;
    const changes = [
      { name: 'pinned', set: 'pin', unset: 'unpin' },
      { name: 'pick', set: 'pick', unset: 'unpick' },
    ] as const;
    for (const { name, set, unset } of changes) {
      const wanted = marks[name];
      if (wanted === undefined || wanted === comment[name]) continue;
      const action = wanted ? set : unset;
      // oxlint-disable-next-line no-await-in-loop -- each entry is chained to the one before
      comment = (await transaction.edit({ id, ...actor, action, [name]: wanted })) ?? comment;
    }
    return { kind: 'done', comment };
  });

import type { Actor } from '../store/newsroom-transaction.ts';
import { fieldChecks, normalizeField } from '../../protocol/fields.ts';
import type { FieldLimits } from '../../protocol/limits.ts';
import type { CommentStore } from '../store/comment-store.ts';
import type { NewsroomOutcome } from './newsroom-outcome.ts';

/** What {@link replyToComment} works with. */
export interface ReplyOptions {
  readonly actor: Actor;
  readonly limits: FieldLimits;
  readonly newId: () => string;
}

/**
 * Publishes the newsroom's answer to a published comment (M-18), as one of its own under a byline; an answer to an
 * answer stands beside it.
 */
export async function replyToComment(
  store: CommentStore,
  id: string,
  reply: { readonly name: string; readonly content: string },
  { actor, limits, newId }: ReplyOptions,
): Promise<NewsroomOutcome> {
  const problem = fieldChecks.content(reply.content, limits);
  if (problem) return { kind: 'invalid', errors: [{ field: 'content', ...problem }] };
  const texts = {
    name: normalizeField.name(reply.name),
    address: '',
    email: '',
    content: normalizeField.content(reply.content),
  };
  return store.transaction(async (transaction) => {
    const answered = await transaction.find(id);
    if (!answered) return { kind: 'missing' };
    if (answered.status !== 'published') return { kind: 'impossible' };
    const { article } = answered;
    const inserted = await transaction.insert({
      id: newId(),
      article,
      parent: answered.parent ?? answered.id,
      texts,
      rawTexts: { ...texts, ...reply },
      signals: [],
    });
    await transaction.mark(inserted.id, { staff: true });
    await transaction.audit({ ...actor, action: 'reply', comment: id });
    const change = { id: inserted.id, to: 'published', ...actor } as const;
    return { kind: 'done', comment: { ...(await transaction.changeStatus(change)), staff: true } };
  });
}

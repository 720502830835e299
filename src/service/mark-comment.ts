import { normalizeField } from '../protocol/fields.ts';
import type { ProblemCode } from '../protocol/problem.ts';
import type { CommentReport } from '../protocol/types.ts';
import type { RateLimits } from './limits/rate-limits.ts';
import { findMarkRefusal } from './rules/standing-rule.ts';
import type { CommentStore } from './store/comment-store.ts';
import type { Visitor } from './visitor.ts';

/** Who wants to like or report which comment. */
export interface MarkRequest {
  /** Id of the comment. */
  readonly comment: string;
  readonly visitor: Visitor;
  /** IP address the visitor has, as far as it is known. */
  readonly address: string | undefined;
}

/** Why a like or a report was not taken. */
export interface MarkRefusal {
  readonly code: ProblemCode;
  /** How long to wait, where that is the reason; at least 1. */
  readonly retryAfterSeconds?: number;
}

/** What visitors may do with published comments; each answers nothing when it was done. Rejects when the database does. */
export interface MarkComment {
  /** Likes a comment or takes that back, as often as one wants: a visitor counts once. */
  like(request: MarkRequest & { readonly isGiven: boolean }): Promise<MarkRefusal | undefined>;
  /** Reports a comment, once a visitor. */
  report(request: MarkRequest & CommentReport): Promise<MarkRefusal | undefined>;
}

/** The order of both: limits → where the comment stands → what is kept, the last two in one transaction. */
export function createMarkComment({
  store,
  limits,
}: {
  readonly store: CommentStore;
  /** Default none. */
  readonly limits?: RateLimits | undefined;
}): MarkComment {
  return {
    async like({ comment, visitor, address, isGiven }) {
      const limited = await limits?.countLike({ address, comment, isGiven });
      if (limited) {
        return { code: 'rate-limited', retryAfterSeconds: limited.retryAfterSeconds };
      }
      const mark = visitor.markOn(comment);
      return store.transaction(async (transaction) => {
        const refusal = findMarkRefusal('like', await transaction.findStanding(comment));
        if (refusal) return { code: refusal };
        await (isGiven ? transaction.like(comment, mark) : transaction.unlike(comment, mark));
        return undefined;
      });
    },

    async report({ comment, visitor, address, reason, note = '' }) {
      const limited = await limits?.countReport({ address, comment });
      if (limited) {
        return { code: 'rate-limited', retryAfterSeconds: limited.retryAfterSeconds };
      }
      const kept = {
        comment,
        visitor: visitor.markOn(comment),
        reason,
        note: normalizeField.content(note),
      };
      return store.transaction(async (transaction) => {
        const refusal = findMarkRefusal('report', await transaction.findStanding(comment));
        if (refusal) return { code: refusal };
        return (await transaction.report(kept)) ? undefined : { code: 'duplicate' };
      });
    },
  };
}

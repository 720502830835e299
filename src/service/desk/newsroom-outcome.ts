import type { FieldProblem } from '../../protocol/problem.ts';
import type { AuditEntry } from '../store/audit-log.ts';
import type { StoredComment } from '../store/comment-store.ts';

/** What became of an editor's wish about one comment. */
export type NewsroomOutcome =
  | {
      readonly kind: 'done';
      readonly comment: StoredComment;
      /** Number of the entry that a later undo takes back; absent for what cannot be taken back so. */
      readonly entry?: number;
    }
  /** Somebody was faster (M-4); `last` is what was done to the comment last. */
  | { readonly kind: 'conflict'; readonly comment: StoredComment; readonly last?: AuditEntry }
  /** The comment cannot be brought there from where it is. */
  | { readonly kind: 'impossible' }
  | { readonly kind: 'invalid'; readonly errors: readonly FieldProblem[] }
  | { readonly kind: 'missing' };

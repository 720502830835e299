import type { Actor } from '../store/newsroom-transaction.ts';
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Secrets } from '../../captcha/index.ts';
import { deriveKeys } from '../derive-key.ts';
import { isAllowedTransition } from '../rules/status-transitions.ts';
import type { CommentStore, StoredComment } from '../store/comment-store.ts';

/** Entries of the audit log that one decision has written. */
export interface EntryRange {
  readonly first: number;
  readonly last: number;
}

/** Makes and reads what `POST /undo` is asked with; the same on all instances, and nothing of it is stored. */
export interface UndoTokens {
  make(range: EntryRange, editor: string): string;
  /** Nothing for what is over, of another editor, or not ours. */
  read(token: string, editor: string): EntryRange | undefined;
}

/** How long a decision can be taken back. The page offers it for ten seconds; the rest is for the way. */
const lifeMs = 15_000;

const spelling = /^(\d{1,15})-(\d{1,15})-(\d{1,15})\.([\w-]{43})$/;

/**
 * Signs (HMAC-SHA-256, key by HKDF from the service's secret) which entries may be taken back, by whom and until when.
 * @throws {ConfigurationError} `SECRET_MISSING` without a secret, `SECRET_TOO_SHORT` below 32 bytes.
 */
export function createUndoTokens(secret: Secrets, now: () => number): UndoTokens {
  const keys = deriveKeys(secret, 'reader-comments undo 1');
  const prove = (key: (typeof keys)[number], claim: string, editor: string): Buffer =>
    createHmac('sha256', key).update(`${claim} ${editor}`).digest();
  return {
    make({ first, last }, editor) {
      const claim = `${first}-${last}-${now() + lifeMs}`;
      return `${claim}.${prove(keys[0], claim, editor).toString('base64url')}`;
    },
    read(token, editor) {
      const [, first, last, until, proof = ''] = spelling.exec(token) ?? [];
      if (Number(until) < now() || !first) return undefined;
      const claim = `${first}-${last}-${until}`;
      const shown = Buffer.from(proof, 'base64url');
      const isOurs = keys.some((key) => timingSafeEqual(prove(key, claim, editor), shown));
      return isOurs ? { first: Number(first), last: Number(last) } : undefined;
    },
  };
}

/**
 * Takes changes of status back, each with an entry of its own: the log keeps both. What somebody has touched since stays
 * as it is. @returns The comments that were brought back.
 */
export const undoEntries = (
  store: CommentStore,
  range: EntryRange,
  actor: Actor,
): Promise<readonly StoredComment[]> =>
  store.transaction(async (transaction) => {
    const undone: StoredComment[] = [];
    for (const entry of await transaction.findAudit(range.first, range.last)) {
      const { comment: id, from, to, number, editor } = entry;
      if (!id || !from || !to || editor !== actor.editor) continue;
      // oxlint-disable-next-line no-await-in-loop -- one transaction
      const last = await transaction.findLastAuditOf(id);
      if (last?.number !== number || !isAllowedTransition(from, to)) continue;
      const change = { id, to: from, ...actor, isUndo: true };
      // oxlint-disable-next-line no-await-in-loop -- one transaction
      undone.push(await transaction.changeStatus(change));
    }
    return undone;
  });

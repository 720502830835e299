import { setImmediate as nextTurn } from 'node:timers/promises';
import type { CommentStore } from '../store/comment-store.ts';
import { instant } from '../store/instant.ts';
import type { AgedComment, PurgedKind } from '../store/purge-store.ts';
import { uuidV7Bound } from '../uuid-v7.ts';

/** How long things are kept, in days; 0 for ever (L-8). */
export interface Retention {
  /** Comments that were not published, from that decision on. */
  readonly keepRefusedDays: number;
  /** Emails of comments, from the last decision on. */
  readonly keepEmailDays: number;
  /** Networks that comments came from, from the comment on. */
  readonly keepNetworkDays: number;
}

/** How many of each were let go of, or would be. */
export interface PurgeCounts extends Readonly<Record<PurgedKind, number>> {
  /** Codes, remembered answers, sessions and links whose life was over; 0 in a dry run. */
  readonly expired: number;
}

/** What {@link purge} works with. */
export interface PurgeOptions {
  readonly store: CommentStore;
  readonly retention: Retention;
  readonly nowMs: number;
  /** Counts, and changes nothing. */
  readonly isDryRun?: boolean;
  /** Aborted when it is to end: what is left is done by the next run. */
  readonly signal?: AbortSignal;
}

/** Who erases, as the audit log names it. */
const who = 'retention';

const dayMs = 86_400_000;
/** Comments looked at together; between them requests are answered. */
const lookedAtOnce = 500;

/** One kind of what is let go of. */
interface Kind {
  readonly kind: PurgedKind;
  readonly days: number;
  /** Whether a comment is due, when its kind's time was at `since`. */
  readonly isDue: (comment: AgedComment, since: string) => boolean;
}

const isDecidedBefore = ({ decidedAt }: AgedComment, since: string): boolean =>
  decidedAt !== null && decidedAt < since;

const kindsOf = (retention: Retention): readonly Kind[] => [
  { kind: 'refused', days: retention.keepRefusedDays, isDue: isDecidedBefore },
  {
    kind: 'emails',
    days: retention.keepEmailDays,
    isDue: (comment, since) => comment.hasEmail && isDecidedBefore(comment, since),
  },
  { kind: 'networks', days: retention.keepNetworkDays, isDue: ({ hasNetwork }) => hasNetwork },
];

/** Whether a comment of a walk will be due some day, so that the next run has to look at it again. */
const isYetToCome = (kind: PurgedKind, { hasEmail }: AgedComment): boolean =>
  kind === 'emails' && hasEmail;

/**
 * Lets go of what is older than it is to be kept: comments that were not published are erased, of others the email and the
 * network are forgotten; what readers see stays as it is. Writes one entry into the audit log, and one for each comment it
 * erases. Works in small parts, so that it can be cut off anywhere and goes on with the next run.
 */
export async function purge(options: PurgeOptions): Promise<PurgeCounts> {
  const { store, retention, nowMs, isDryRun = false, signal } = options;

  const letGo = async (kind: PurgedKind, ids: readonly string[], days: number): Promise<void> => {
    if (isDryRun || ids.length === 0) return;
    await store.transaction(async (transaction) => {
      if (kind === 'emails') return transaction.forgetEmails(ids);
      if (kind === 'networks') return transaction.forgetNetworks(ids);
      for (const id of ids) {
        // oxlint-disable-next-line no-await-in-loop -- each entry of the audit log is chained to the one before
        await transaction.erase(id, who, `kept ${days} days`);
      }
      return undefined;
    });
  };

  const purgeKind = async ({ kind, days, isDue }: Kind): Promise<number> => {
    if (days === 0) return 0;
    const sinceMs = nowMs - days * dayMs;
    const since = instant(sinceMs);
    // No comment was decided on before it was written.
    const before = uuidV7Bound(sinceMs);
    let after = kind === 'refused' ? '' : await store.findPurgeCursor(kind);
    let done = after;
    let isSkipping = false;
    let count = 0;
    for (;;) {
      const request = { after, before, limit: lookedAtOnce };
      // oxlint-disable-next-line no-await-in-loop -- each part begins where the last one ended
      const page = await (kind === 'refused'
        ? store.listRefused(request)
        : store.listAged(request));
      const due = page.filter((comment) => isDue(comment, since)).map(({ id }) => id);
      // oxlint-disable-next-line no-await-in-loop
      await letGo(kind, due, days);
      count += due.length;
      const known = new Set(due);
      for (const comment of page) {
        isSkipping ||= !known.has(comment.id) && isYetToCome(kind, comment);
        if (!isSkipping) done = comment.id;
      }
      const last = page.at(-1);
      if (!last || page.length < lookedAtOnce || signal?.aborted === true) break;
      after = last.id;
      // oxlint-disable-next-line no-await-in-loop -- requests that came meanwhile go first
      await nextTurn();
    }
    if (!isDryRun && kind !== 'refused' && done !== '') {
      await store.transaction((transaction) => transaction.keepPurgeCursor(kind, done));
    }
    return count;
  };

  const counts = { refused: 0, emails: 0, networks: 0, expired: 0 };
  for (const kind of kindsOf(retention)) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other, so that requests have the database between them
    counts[kind.kind] = await purgeKind(kind);
  }
  if (isDryRun) return counts;
  counts.expired = await store.transaction((transaction) => transaction.deleteExpired());
  if (counts.refused + counts.emails + counts.networks > 0) {
    const note = `erased: ${counts.refused}; emails: ${counts.emails}; networks: ${counts.networks}`;
    await store.transaction((transaction) => transaction.audit({ who, action: 'purge', note }));
  }
  return counts;
}

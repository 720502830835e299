import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Signal } from '../rules/signal.ts';
import { createWordFinder } from '../rules/signals/find-word-signals.ts';
import type { SignalFinder } from '../rules/signals/signal-finder.ts';
import { describeError, type ServiceLog } from '../service-log.ts';
import type { CommentStore, StoredComment } from '../store/comment-store.ts';
import type { Recheck } from '../store/word-store.ts';

/** Looks through the published comments for words that were banned after they were published (L-14). */
export interface Rechecks {
  /** Goes on with what is not at its end, in the background; whoever has begun it, and wherever. */
  run(): void;
  /** Ends when nothing is being done any more. */
  settle(): Promise<void>;
}

/** Comments of one part: some milliseconds of the processor, between which requests are answered. */
const partSize = 100;

/** Who has reported, as the audit log names it. */
const actor = { who: 'recheck' };

interface Found {
  readonly id: string;
  readonly signals: readonly Signal[];
}

/**
 * The comments whose readers see one of the words as it is written. The signals are about the reader's own text, as all
 * are; where an editor's text alone has the word, nothing of it is marked.
 */
function findWords(find: SignalFinder, comments: readonly StoredComment[]): readonly Found[] {
  const bannedIn = (texts: StoredComment['texts']): readonly Signal[] =>
    find(texts).filter(({ code }) => code === 'banned-word');
  return comments.flatMap(({ id, staff, texts, editedContent }) => {
    if (staff) return [];
    const signals = bannedIn(texts);
    const shown =
      editedContent === undefined ? signals : bannedIn({ ...texts, content: editedContent });
    return shown.length === 0 ? [] : [{ id, signals }];
  });
}

/**
 * Works in small parts, each kept with what it found, so that a service that was stopped goes on where it was, and
 * several instances share the work. Nothing is taken down: what is found is reported to the newsroom.
 */
export function createRechecks({
  store,
  log,
  closing,
}: {
  readonly store: CommentStore;
  readonly log: ServiceLog;
  /** Aborted when the service closes. */
  readonly closing: AbortSignal;
}): Rechecks {
  const doPart = async (recheck: Recheck, find: SignalFinder): Promise<void> => {
    const { number, last } = recheck;
    const { comments, next } = await store.listQueue({
      queue: 'published',
      order: 'newest',
      limit: partSize,
      ...(last !== null && { after: { id: last, reports: 0 } }),
    });
    const found = findWords(find, comments);
    await store.transaction(async (transaction) => {
      const step = {
        number,
        from: last,
        to: next === null ? null : next.id,
        checked: comments.length,
        found: found.length,
      };
      if (!(await transaction.stepRecheck(step))) return;
      for (const { id, signals } of found) {
        // oxlint-disable-next-line no-await-in-loop -- one write after the other
        await transaction.reportWords(id, number, signals);
      }
      if (next !== null) return;
      const note = `checked: ${recheck.checked + step.checked}; reported: ${recheck.found + step.found}`;
      await transaction.audit({ ...actor, action: 'recheck', note });
    });
  };

  const runAll = async (): Promise<void> => {
    let known: { readonly number: number; readonly find: SignalFinder } | undefined;
    while (!closing.aborted) {
      // oxlint-disable-next-line no-await-in-loop -- each part begins where the last one ended
      const recheck = await store.findOpenRecheck();
      if (!recheck) return;
      const { number, entries } = recheck;
      if (known?.number !== number) {
        known = { number, find: createWordFinder({ ban: entries, suspect: [] }) };
      }
      // oxlint-disable-next-line no-await-in-loop
      await doPart(recheck, known.find);
      // oxlint-disable-next-line no-await-in-loop -- requests that came meanwhile go first
      await nextTurn();
    }
  };

  let running = Promise.resolve();
  return {
    run() {
      running = running.then(runAll).catch((error: unknown) => {
        if (!closing.aborted)
          log(`The published comments were not looked through: ${describeError(error)}`);
      });
    },
    settle: () => running,
  };
}

import type { OnRemoval } from '../announce-removals.ts';
import { articleTag } from '../cache-tags.ts';
import { purge, type Retention } from '../retention/purge.ts';
import type { CommentStore } from '../store/comment-store.ts';
import { instant } from '../store/instant.ts';
import type { Rechecks } from '../words/recheck.ts';
import type { Job } from './jobs.ts';

/** What the jobs of the service work with. */
export interface ServiceJobOptions {
  readonly store: CommentStore;
  readonly retention: Retention;
  readonly autoCloseDays: number;
  readonly rechecks: Rechecks;
  readonly onRemoval?: OnRemoval | undefined;
  /** Clock in milliseconds since 1970. */
  readonly now: () => number;
}

const dayMs = 86_400_000;

/** Articles that one run tells of; there are more after a long pause alone, and the next runs tell of them. */
const maxClosings = 500;

/**
 * Articles close by the clock, whatever this does. It sees to it that what was kept of them says so too, here and in
 * caches: each article once, at the end of its time.
 */
async function tellClosings({
  store,
  autoCloseDays,
  onRemoval,
  now,
}: ServiceJobOptions): Promise<void> {
  const nowMs = now();
  const until = instant(nowMs);
  const since = (await store.findPurgeCursor('closings')) || until;
  const shift = (time: string): string => instant(Date.parse(time) - autoCloseDays * dayMs);
  const articles = await store.listClosings({
    since,
    until,
    ...(autoCloseDays > 0 && { createdSince: shift(since), createdUntil: shift(until) }),
    limit: maxClosings,
  });
  await store.transaction(async (transaction) => {
    for (const article of articles) {
      // oxlint-disable-next-line no-await-in-loop -- one write after the other
      await transaction.touchArticle(article);
    }
    await transaction.keepPurgeCursor('closings', until);
  });
  for (const article of articles) {
    // oxlint-disable-next-line no-await-in-loop -- an endpoint is not to be stormed
    await onRemoval?.({ article, tags: [articleTag(article)] });
  }
}

/** What a service does again and again. */
export const serviceJobs = (options: ServiceJobOptions): readonly Job[] => {
  const { store, retention, rechecks, now } = options;
  return [
    { name: 'closing', everyMinutes: 1, run: () => tellClosings(options) },
    {
      name: 'recheck',
      everyMinutes: 1,
      // One whose instance has died; where somebody is at it, both share the work.
      run() {
        rechecks.run();
        return rechecks.settle();
      },
    },
    {
      name: 'purge',
      everyMinutes: 60,
      async run(signal) {
        await purge({ store, retention, nowMs: now(), signal });
      },
    },
  ];
};

import * as z from 'zod';
import { rejectReasons } from './desk.ts';
import type {
  DeskArticleTally,
  DeskEditorTally,
  DeskStats,
  DeskTally,
  DeskWaits,
} from './desk-stats.ts';
import { maxStatsDays } from './limits.ts';
import { deskArticleRefSchema } from './schemas-of-desk-answers.ts';

const dayMs = 24 * 60 * 60 * 1000;

/** What `GET /desk/api/stats` may be asked. */
export interface StatsQuery {
  /** ISO 8601. */
  readonly from: string;
  /** The end is not among it; at most {@link maxStatsDays} days later. */
  readonly to: string;
}

const time = z.iso.datetime({ offset: true });

/** The schema of the query of `GET /desk/api/stats`. */
export const statsQuerySchema: z.ZodType<StatsQuery> = z
  .object({ from: time, to: time })
  .refine(({ from, to }) => {
    const ms = Date.parse(to) - Date.parse(from);
    return ms > 0 && ms <= maxStatsDays * dayMs;
  });

const count = z.int().min(0);

const waits: z.ZodType<DeskWaits> = z
  .strictObject({ count, median: count, ninetieth: count })
  .describe('Seconds until the first decision of an editor, of those an editor decided on first.');

const tallyMembers = {
  received: count.describe('Without the newsroom’s own answers.'),
  pending: count,
  published: count,
  rejected: count,
  spam: count,
  removed: count,
  erased: count,
  edited: count.describe('Of the published ones.'),
  waits: waits.exactOptional(),
};

const tally: z.ZodType<DeskTally> = z.strictObject(tallyMembers);

const articleTally: z.ZodType<DeskArticleTally> = z.strictObject({
  article: deskArticleRefSchema,
  ...tallyMembers,
});

const editorTally: z.ZodType<DeskEditorTally> = z.strictObject({
  id: z.string(),
  name: z.string(),
  published: count,
  rejected: count,
  spam: count,
  removed: count,
  restored: count.describe('Put back into the queue.'),
  undone: count,
  edited: count,
  replied: count,
  waits: waits.exactOptional(),
});

const instant = z.iso.datetime();

/** Answer of `GET /desk/api/stats`. */
export const deskStatsSchema: z.ZodType<DeskStats> = z.strictObject({
  from: instant,
  to: instant,
  total: tally.describe('Comments of readers received in the time, as they stand now.'),
  reasons: z.array(z.strictObject({ reason: z.enum(rejectReasons).nullable(), count })),
  editors: z.array(editorTally).describe('What each did in the time.'),
  articles: z.array(articleTally),
  hasMoreArticles: z.boolean(),
});

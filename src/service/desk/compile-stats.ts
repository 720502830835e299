import { setImmediate } from 'node:timers/promises';
import { type RejectReason, rejectReasons } from '../../protocol/desk.ts';
import type {
  DeskArticleTally,
  DeskEditorTally,
  DeskReasonTally,
  DeskStats,
  DeskTally,
  DeskWaits,
} from '../../protocol/desk-stats.ts';
import { maxStatsArticles } from '../../protocol/limits.ts';
import type { AuditAction } from '../store/audit-log.ts';
import type { CommentStore } from '../store/comment-store.ts';
import type {
  CommentTally,
  EditorTally,
  Period,
  ReasonTally,
  Wait,
} from '../store/stats-reading.ts';

const dayMs = 24 * 60 * 60 * 1000;

/** The parts of a period that are asked for one after the other, so that none makes others wait for long. */
function* daysOf({ fromMs, toMs }: Period): Iterable<Period> {
  for (let ms = fromMs; ms < toMs; ms += dayMs) {
    yield { fromMs: ms, toMs: Math.min(ms + dayMs, toMs) };
  }
}

/** The least that so great a part is not over (nearest rank), in whole seconds. */
const quantile = (sorted: readonly number[], part: number): number =>
  Math.round((sorted[Math.ceil(part * sorted.length) - 1] ?? 0) / 1000);

const summarize = (waits: readonly Wait[] = []): { readonly waits?: DeskWaits } => {
  if (waits.length === 0) return {};
  const sorted = waits.map(({ ms }) => ms).toSorted((one, other) => one - other);
  return {
    waits: {
      count: sorted.length,
      median: quantile(sorted, 0.5),
      ninetieth: quantile(sorted, 0.9),
    },
  };
};

const sum = (counts: readonly { readonly count: number }[]): number =>
  counts.reduce((all, { count }) => all + count, 0);

const tally = (counts: readonly CommentTally[], waits?: readonly Wait[]): DeskTally => {
  const of = (status: CommentTally['status']): number =>
    sum(counts.filter((one) => one.status === status));
  return {
    received: sum(counts),
    pending: of('pending'),
    published: of('published'),
    rejected: of('rejected'),
    spam: of('spam'),
    removed: of('removed'),
    erased: of('erased'),
    edited: sum(counts.filter(({ edited, status }) => edited && status === 'published')),
    ...summarize(waits),
  };
};

const tallyEditor = (
  id: string,
  counts: readonly EditorTally[],
  waits?: readonly Wait[],
): DeskEditorTally => {
  const of = (action: AuditAction): number => sum(counts.filter((one) => one.action === action));
  return {
    id,
    name: counts.at(-1)?.who ?? '',
    published: of('publish'),
    rejected: of('reject'),
    spam: of('spam'),
    removed: of('remove'),
    restored: of('restore'),
    undone: of('undo'),
    edited: of('edit'),
    replied: of('reply'),
    ...summarize(waits),
  };
};

const isReason = (text: string | null): text is RejectReason =>
  rejectReasons.some((reason) => reason === text);

const tallyReasons = (counts: readonly ReasonTally[]): readonly DeskReasonTally[] =>
  [...Map.groupBy(counts, ({ reason }) => (isReason(reason) ? reason : null))]
    .map(([reason, all]) => ({ reason, count: sum(all) }))
    .toSorted((one, other) => other.count - one.count);

const decisionsOf = ({ published, rejected, spam, removed }: DeskEditorTally): number =>
  published + rejected + spam + removed;

/**
 * Counts what the newsroom received in a period, how it stands now, and what editors did meanwhile (M-12). Day by day:
 * what others ask of the service comes in between.
 */
export async function compileStats(store: CommentStore, period: Period): Promise<DeskStats> {
  const comments: CommentTally[] = [];
  const reasons: ReasonTally[] = [];
  const editors: EditorTally[] = [];
  const waits: Wait[] = [];
  for (const day of daysOf(period)) {
    /* oxlint-disable no-await-in-loop -- one day after the other, see above */
    comments.push(...(await store.tallyComments(day)));
    reasons.push(...(await store.tallyReasons(day)));
    editors.push(...(await store.tallyEditors(day)));
    for (const wait of await store.listWaits(day)) waits.push(wait);
    // SQLite answers at once: without a pause nobody else would be answered meanwhile.
    await setImmediate();
    /* oxlint-enable no-await-in-loop */
  }
  const waitsOfArticle = Map.groupBy(waits, ({ article }) => article);
  const articles = [...Map.groupBy(comments, ({ article }) => article)]
    .map(([id, counts]) => ({ id, counts, received: sum(counts) }))
    .toSorted((one, other) => other.received - one.received || (one.id < other.id ? -1 : 1));
  const told = articles.slice(0, maxStatsArticles);
  const pages = await store.findArticlePages(told.map(({ id }) => id));
  const waitsOfEditor = Map.groupBy(waits, ({ editor }) => editor);
  return {
    from: new Date(period.fromMs).toISOString(),
    to: new Date(period.toMs).toISOString(),
    total: tally(comments, waits),
    reasons: tallyReasons(reasons),
    editors: [...Map.groupBy(editors, ({ editor }) => editor)]
      .map(([id, counts]) => tallyEditor(id, counts, waitsOfEditor.get(id)))
      .toSorted((one, other) => decisionsOf(other) - decisionsOf(one)),
    articles: told.map(({ id, counts }): DeskArticleTally => ({
      article: { id, ...pages.get(id) },
      ...tally(counts, waitsOfArticle.get(id)),
    })),
    hasMoreArticles: articles.length > told.length,
  };
}

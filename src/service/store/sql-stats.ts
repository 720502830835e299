import type { ExpressionBuilder, Kysely } from 'kysely';
import { uuidV7Bound } from '../uuid-v7.ts';
import { instant } from './instant.ts';
import type { Period, StatsReading } from './stats-reading.ts';
import type { Tables } from './tables.ts';

/**
 * Comments of readers. Their ids begin with their time: a span of time is one of ids, which the key of the table has in
 * order.
 */
const isReceivedIn =
  ({ fromMs, toMs }: Period) =>
  (row: ExpressionBuilder<Tables, 'comments'>) =>
    row.and([
      row('comments.id', '>=', uuidV7Bound(fromMs)),
      row('comments.id', '<', uuidV7Bound(toMs)),
      row('comments.staff', '=', 0),
    ]);

/** Who wrote entries of the audit log, by their numbers. */
async function nameEditors(
  db: Kysely<Tables>,
  numbers: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  if (numbers.length === 0) return new Map();
  const rows = await db
    .selectFrom('audit_log')
    .select(['number', 'who'])
    .where('number', 'in', numbers)
    .execute();
  return new Map(rows.map(({ number, who }) => [number, who]));
}

/** The part of the store that counts what the newsroom received and did. */
export const createStatsReading = (db: Kysely<Tables>): StatsReading => ({
  async tallyComments(period) {
    const rows = await db
      .selectFrom('comments')
      .select(['article', 'status', 'edited', (row) => row.fn.countAll<number>().as('count')])
      .where(isReceivedIn(period))
      .groupBy(['article', 'status', 'edited'])
      .execute();
    return rows.map(({ edited, ...tally }) => ({ ...tally, edited: edited === 1 }));
  },

  async tallyReasons(period) {
    const rows = await db
      .selectFrom('comments')
      .innerJoin('audit_log', 'audit_log.comment', 'comments.id')
      .select(['audit_log.reason', (row) => row.fn.countAll<number>().as('count')])
      .where(isReceivedIn(period))
      .where('comments.status', '=', 'rejected')
      .where('audit_log.number', '=', (query) =>
        query
          .selectFrom('audit_log as later')
          .select((row) => row.fn.max('later.number').as('number'))
          .whereRef('later.comment', '=', 'comments.id')
          .where('later.to_status', '=', 'rejected'),
      )
      .groupBy('audit_log.reason')
      .execute();
    return rows.map((row) => ({ ...row }));
  },

  async tallyEditors({ fromMs, toMs }) {
    const rows = await db
      .selectFrom('audit_log')
      .select([
        'editor',
        'action',
        (row) => row.fn.countAll<number>().as('count'),
        (row) => row.fn.max('number').as('last'),
      ])
      .where('at', '>=', instant(fromMs))
      .where('at', '<', instant(toMs))
      .where('editor', 'is not', null)
      .groupBy(['editor', 'action'])
      .execute();
    const names = await nameEditors(
      db,
      rows.map(({ last }) => last),
    );
    return rows.map(({ editor, action, count, last }) => ({
      editor: editor ?? '',
      who: names.get(last) ?? '',
      action,
      count,
    }));
  },

  async listWaits(period) {
    const rows = await db
      .selectFrom('comments')
      .innerJoin('audit_log', 'audit_log.comment', 'comments.id')
      .select(['comments.article', 'comments.created_at', 'audit_log.at', 'audit_log.editor'])
      .where(isReceivedIn(period))
      .where('audit_log.number', '=', (query) =>
        query
          .selectFrom('audit_log as first')
          .select((row) => row.fn.min('first.number').as('number'))
          .whereRef('first.comment', '=', 'comments.id')
          .where('first.from_status', '=', 'pending'),
      )
      .where('audit_log.editor', 'is not', null)
      .execute();
    return rows.map(({ article, created_at, at, editor }) => ({
      article,
      editor: editor ?? '',
      ms: Math.max(0, Date.parse(at) - Date.parse(created_at)),
    }));
  },
});

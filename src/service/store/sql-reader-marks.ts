import type { Kysely, Transaction } from 'kysely';
import { touchArticle } from './article-queries.ts';
import { instant } from './instant.ts';
import {
  countLikes,
  countReport,
  deleteLike,
  findStandingOf,
  insertLike,
  insertReport,
} from './reader-mark-queries.ts';
import type { ReaderMarkTransaction, ReportedComment, ReportList } from './reader-marks.ts';
import { type CommentRow, toStoredComment } from './stored-comment.ts';
import type { Tables } from './tables.ts';
import { findComment } from './transaction-queries.ts';

const maxReportsListed = 100;

/** The half of the transaction that keeps likes and reports. */
export function createReaderMarks(
  sql: Transaction<Tables>,
  { now }: { readonly now: () => number },
): ReaderMarkTransaction {
  const findStanding: ReaderMarkTransaction['findStanding'] = async (comment) => {
    const [row] = (await findStandingOf(sql, { comment })).rows;
    return row && { ...row };
  };

  const countLike = async (comment: string, change: 1 | -1): Promise<void> => {
    await countLikes(sql, { comment, change });
    const standing = await findStanding(comment);
    if (standing) await touchArticle(sql, { id: standing.article });
  };

  return {
    findStanding,

    async like(comment, visitor) {
      // One insert, no look before it: of two at the same time only one adds a row, and only that one is counted.
      const row = { comment, visitor, created_at: instant(now()) };
      const isNew = (await insertLike(sql, row)).numAffectedRows === 1n;
      if (isNew) await countLike(comment, 1);
      return isNew;
    },

    async unlike(comment, visitor) {
      const wasKept = (await deleteLike(sql, { comment, visitor })).numAffectedRows === 1n;
      if (wasKept) await countLike(comment, -1);
      return wasKept;
    },

    async report(report) {
      const { numAffectedRows } = await insertReport(sql, {
        ...report,
        created_at: instant(now()),
      });
      const isNew = numAffectedRows === 1n;
      if (isNew) await countReport(sql, { comment: report.comment });
      return isNew;
    },
  };
}

const openReports = (db: Kysely<Tables>) =>
  db
    .selectFrom('reports')
    .innerJoin('comments', 'comments.id', 'reports.comment')
    .where('comments.status', '=', 'published')
    .whereRef('reports.created_at', '>=', 'comments.decided_at');

/** The list of reports; asked by the newsroom alone, so that its queries are not written beforehand. */
export function createReportList(db: Kysely<Tables>): ReportList {
  const findReported = async (row: CommentRow, count: number): Promise<ReportedComment> => {
    const ofComment = openReports(db).where('reports.comment', '=', row.id);
    const reasons = await ofComment
      .select((table) => ['reports.reason', table.fn.countAll<number>().as('count')])
      .groupBy('reports.reason')
      .orderBy('count', 'desc')
      .orderBy('reports.reason')
      .execute();
    const reports = await ofComment
      .select(['reports.reason', 'reports.note', 'reports.created_at as createdAt'])
      .orderBy('reports.created_at', 'desc')
      .orderBy('reports.visitor')
      .limit(maxReportsListed)
      .execute();
    return {
      comment: toStoredComment(row),
      count,
      reasons: Object.fromEntries(reasons.map((one) => [one.reason, one.count])),
      reports: reports.map((report) => ({ ...report })),
    };
  };

  return {
    async listReported({ article, limit }) {
      let found = openReports(db)
        .select((table) => ['reports.comment', table.fn.countAll<number>().as('count')])
        .groupBy('reports.comment')
        .orderBy('count', 'desc')
        .orderBy('reports.comment', 'desc')
        .limit(limit);
      if (article !== undefined) found = found.where('comments.article', '=', article);
      const reported: ReportedComment[] = [];
      for (const { comment, count } of await found.execute()) {
        // oxlint-disable-next-line no-await-in-loop
        const [row] = (await findComment(db, { id: comment })).rows;
        // oxlint-disable-next-line no-await-in-loop
        if (row) reported.push(await findReported(row, count));
      }
      return reported;
    },
  };
}

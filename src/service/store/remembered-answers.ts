import type { Transaction } from 'kysely';
import type { StoreTransaction } from './comment-store.ts';
import { instant } from './instant.ts';
import { lockText } from './postgres-locks.ts';
import { prepareQuery } from './prepare-query.ts';
import type { Tables } from './tables.ts';

/** Rows a write lets go of at most: more than it adds, and never so many that a reader waits for it. */
const maxRowsDropped = 10;

const findAnswer = prepareQuery((db, { key, time }: { key: string; time: string }) =>
  db
    .selectFrom('remembered_answers')
    .select(['fingerprint', 'comment', 'status'])
    .where('key', '=', key)
    .where('expires_at', '>', time),
);

const deleteExpired = prepareQuery((db, { key, time }: { key: string; time: string }) =>
  db
    .deleteFrom('remembered_answers')
    .where('expires_at', '<=', time)
    .where((row) =>
      row.or([
        row('key', '=', key),
        row(
          'key',
          'in',
          row
            .selectFrom('remembered_answers')
            .select('key')
            .where('expires_at', '<=', time)
            .orderBy('expires_at')
            .limit(maxRowsDropped),
        ),
      ]),
    ),
);

const insertAnswer = prepareQuery((db, row: Tables['remembered_answers']) =>
  db.insertInto('remembered_answers').values(row),
);

/**
 * The half of the transaction that remembers answers. Of transactions that ask for the same key, each waits for the one
 * before, so that it finds what that one has remembered.
 */
export function createRememberedAnswers(
  sql: Transaction<Tables>,
  { now, find }: { readonly now: () => number; readonly find: StoreTransaction['find'] },
): Pick<StoreTransaction, 'recallAnswer' | 'rememberAnswer'> {
  return {
    async recallAnswer(key) {
      await lockText(sql, key);
      const [row] = (await findAnswer(sql, { key, time: instant(now()) })).rows;
      const comment = row && (await find(row.comment));
      return comment && { ...row, comment };
    },

    async rememberAnswer(key, answer, lifeSeconds) {
      const time = now();
      await deleteExpired(sql, { key, time: instant(time) });
      const expiresAt = instant(time + lifeSeconds * 1000);
      await insertAnswer(sql, { key, ...answer, expires_at: expiresAt });
    },
  };
}

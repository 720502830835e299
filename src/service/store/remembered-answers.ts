import type { Transaction } from 'kysely';
import type { StoreTransaction } from './comment-store.ts';
import { instant } from './instant.ts';
import type { Tables } from './tables.ts';

/** Rows a write lets go of at most: more than it adds, and never so many that a reader waits for it. */
const maxRowsDropped = 10;

/** The half of the transaction that remembers answers. Transactions that write run one after the other here. */
export function createRememberedAnswers(
  sql: Transaction<Tables>,
  { now, find }: { readonly now: () => number; readonly find: StoreTransaction['find'] },
): Pick<StoreTransaction, 'recallAnswer' | 'rememberAnswer'> {
  return {
    async recallAnswer(key) {
      const row = await sql
        .selectFrom('remembered_answers')
        .select(['fingerprint', 'comment', 'status'])
        .where('key', '=', key)
        .where('expires_at', '>', instant(now()))
        .executeTakeFirst();
      const comment = row && (await find(row.comment));
      return comment && { ...row, comment };
    },

    async rememberAnswer(key, answer, lifeSeconds) {
      const time = now();
      await sql
        .deleteFrom('remembered_answers')
        .where('expires_at', '<=', instant(time))
        .where((row) =>
          row.or([
            row('key', '=', key),
            row(
              'key',
              'in',
              row
                .selectFrom('remembered_answers')
                .select('key')
                .where('expires_at', '<=', instant(time))
                .orderBy('expires_at')
                .limit(maxRowsDropped),
            ),
          ]),
        )
        .execute();
      await sql
        .insertInto('remembered_answers')
        .values({ key, ...answer, expires_at: instant(time + lifeSeconds * 1000) })
        .execute();
    },
  };
}

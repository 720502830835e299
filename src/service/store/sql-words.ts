import type { Kysely, Transaction } from 'kysely';
import { wordKeyOf } from '../../protocol/word-key.ts';
import type { StoreTransaction } from './comment-store.ts';
import { instant } from './instant.ts';
import { lock } from './postgres-locks.ts';
import { countReport, insertReport } from './reader-mark-queries.ts';
import type { Tables } from './tables.ts';
import { findLatestRecheck, findOpenRecheck, findWordsVersion, readWords } from './word-queries.ts';
import type { WordReading, WordTransaction } from './word-store.ts';

/** SQLite takes so many values in one statement, and a row of words has six. */
const rowsAtOnce = 500;

/** Parts of a list, each as long as one statement takes. */
function* partsOf<T>(all: readonly T[]): Iterable<readonly T[]> {
  for (let at = 0; at < all.length; at += rowsAtOnce) yield all.slice(at, at + rowsAtOnce);
}

/** The half of the transaction that changes the newsroom's words. */
export function createWordTransaction(
  sql: Transaction<Tables>,
  { now, find }: { readonly now: () => number } & Pick<StoreTransaction, 'find'>,
): WordTransaction {
  const removeWords: WordTransaction['removeWords'] = async (keys) => {
    for (const part of partsOf(keys)) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other, as every write
      await sql.deleteFrom('words').where('key', 'in', part).execute();
    }
  };

  return {
    removeWords,

    async readWords() {
      await lock(sql, 'words');
      return readWords(sql);
    },

    async addWords(entries, by) {
      await removeWords(entries.map(({ text }) => wordKeyOf(text)));
      const at = instant(now());
      for (const part of partsOf(entries)) {
        const rows = part.map(({ list, text, isEveryday }) => ({
          key: wordKeyOf(text),
          list,
          text,
          everyday: Number(isEveryday),
          added_at: at,
          added_by: by,
        }));
        // oxlint-disable-next-line no-await-in-loop
        await sql.insertInto('words').values(rows).execute();
      }
    },

    async countWordsVersion() {
      await sql
        .insertInto('words_version')
        .values({ id: 1, number: 1 })
        .onConflict((conflict) =>
          conflict
            .column('id')
            .doUpdateSet((table) => ({ number: table('words_version.number', '+', 1) })),
        )
        .execute();
    },

    async beginRecheck(entries) {
      const latest = await findLatestRecheck(sql);
      await sql
        .insertInto('rechecks')
        .values({
          number: (latest?.number ?? 0) + 1,
          entries: JSON.stringify(entries),
          started_at: instant(now()),
          ended_at: null,
          last: null,
          checked: 0,
          found: 0,
        })
        .execute();
    },

    async stepRecheck({ number, from, to, checked, found }) {
      const { numUpdatedRows } = await sql
        .updateTable('rechecks')
        .set((table) => ({
          last: to ?? from,
          ended_at: to === null ? instant(now()) : null,
          checked: table('checked', '+', checked),
          found: table('found', '+', found),
        }))
        .where('number', '=', number)
        .where('ended_at', 'is', null)
        .where('last', from === null ? 'is' : '=', from)
        .executeTakeFirstOrThrow();
      return numUpdatedRows === 1n;
    },

    async reportWords(id, recheck, signals) {
      const comment = await find(id);
      if (comment?.status !== 'published') return false;
      const { numAffectedRows } = await insertReport(sql, {
        comment: id,
        visitor: `recheck:${recheck}`,
        reason: 'word-list',
        note: '',
        created_at: instant(now()),
      });
      if (numAffectedRows !== 1n) return false;
      await countReport(sql, { comment: id });
      const isNew = (signal: object): boolean =>
        !comment.signals.some((known) => JSON.stringify(known) === JSON.stringify(signal));
      await sql
        .updateTable('comments')
        .set({ signals: JSON.stringify([...comment.signals, ...signals.filter(isNew)]) })
        .where('id', '=', id)
        .execute();
      return true;
    },
  };
}

/** The half of the store that reads the newsroom's words. */
export const createWordReading = (db: Kysely<Tables>): WordReading => ({
  async wordsVersion() {
    const [row] = (await findWordsVersion(db, {})).rows;
    return row?.number ?? 0;
  },
  listWords: () => readWords(db),
  findLatestRecheck: () => findLatestRecheck(db),
  findOpenRecheck: () => findOpenRecheck(db),
});

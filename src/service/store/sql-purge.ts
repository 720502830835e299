import type { Kysely, SelectQueryBuilder, Transaction } from 'kysely';
import type { StoreTransaction } from './comment-store.ts';
import { instant } from './instant.ts';
import type { AgedComment, AgedRequest, PurgeReading, PurgeTransaction } from './purge-store.ts';
import type { Tables } from './tables.ts';

const emptyLiteral = JSON.stringify('');

const look = async (
  comments: SelectQueryBuilder<Tables, 'comments', object>,
  { after, before, limit }: AgedRequest,
): Promise<readonly AgedComment[]> => {
  const rows = await comments
    .select(['id', 'email', 'network', 'decided_at'])
    .where('id', '>', after)
    .where('id', '<', before)
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(({ id, email, network, decided_at: decidedAt }) => ({
    id,
    hasEmail: email !== '',
    hasNetwork: network !== null,
    decidedAt,
  }));
};

/** The half of the store that finds what is old. */
export const createPurgeReading = (db: Kysely<Tables>): PurgeReading => ({
  listAged: (request) => look(db.selectFrom('comments'), request),
  async listRefused(request) {
    // One status after the other: each is a walk along an index.
    const [rejected, spam] = await Promise.all(
      (['rejected', 'spam'] as const).map((status) =>
        look(db.selectFrom('comments').where('status', '=', status), request),
      ),
    );
    return [...(rejected ?? []), ...(spam ?? [])]
      .toSorted((one, other) => (one.id < other.id ? -1 : 1))
      .slice(0, request.limit);
  },
  async listClosings({ since, until, createdSince, createdUntil, limit }) {
    const open = db.selectFrom('articles').select('id').limit(limit);
    const set = open
      .where('closes_at', '>', since)
      .where('closes_at', '<=', until)
      .where((row) => row.or([row('state', 'is', null), row('state', '=', 'open')]));
    const found = [await set.execute()];
    if (createdSince !== undefined && createdUntil !== undefined) {
      const byItself = open
        .where('created_at', '>', createdSince)
        .where('created_at', '<=', createdUntil)
        .where('state', 'is', null)
        .where('closes_at', 'is', null);
      found.push(await byItself.execute());
    }
    return found.flat().map(({ id }) => id);
  },
  async findPurgeCursor(kind) {
    const row = await db
      .selectFrom('purge_cursors')
      .select('last')
      .where('kind', '=', kind)
      .executeTakeFirst();
    return row?.last ?? '';
  },
});

const expiring = ['spent_challenges', 'remembered_answers'] as const;
const expiringOfEditors = ['editor_sessions', 'editor_verifications', 'editor_welcomes'] as const;

/** The half of the transaction that lets go of what is old. */
export const createPurgeTransaction = (
  sql: Transaction<Tables>,
  { now, changeStatus }: { readonly now: () => number } & Pick<StoreTransaction, 'changeStatus'>,
): PurgeTransaction => ({
  async erase(id, who, note) {
    await changeStatus({ id, to: 'erased', who, note });
    await sql
      .updateTable('comments')
      .set({
        name: '',
        address: '',
        email: '',
        content: '',
        raw_name: emptyLiteral,
        raw_address: emptyLiteral,
        raw_email: emptyLiteral,
        raw_content: emptyLiteral,
        signals: '[]',
        author: null,
        copy_key: null,
        edited_content: null,
        network: null,
        verified_as: null,
      })
      .where('id', '=', id)
      .execute();
    await sql.updateTable('reports').set({ note: '' }).where('comment', '=', id).execute();
  },

  async forgetEmails(ids) {
    await sql
      .updateTable('comments')
      .set({ email: '', raw_email: emptyLiteral, author: null })
      .where('id', 'in', ids)
      .execute();
  },

  async forgetNetworks(ids) {
    await sql.updateTable('comments').set({ network: null }).where('id', 'in', ids).execute();
  },

  async keepPurgeCursor(kind, last) {
    await sql
      .insertInto('purge_cursors')
      .values({ kind, last })
      .onConflict((conflict) => conflict.column('kind').doUpdateSet({ last }))
      .execute();
  },

  async deleteExpired() {
    const time = instant(now());
    const results = [];
    for (const table of expiring) {
      // oxlint-disable-next-line no-await-in-loop -- one write after the other
      results.push(await sql.deleteFrom(table).where('expires_at', '<', time).executeTakeFirst());
    }
    for (const table of expiringOfEditors) {
      // oxlint-disable-next-line no-await-in-loop
      results.push(await sql.deleteFrom(table).where('expiresAt', '<', time).executeTakeFirst());
    }
    return results.reduce((sum, { numDeletedRows }) => sum + Number(numDeletedRows), 0);
  },
});

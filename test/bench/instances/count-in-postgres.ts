import { Client } from 'pg';
import { openStore } from '../../../src/service/index.ts';
import { verifyChain } from '../../../src/service/store/audit-log.ts';
import { compareKept, type KeptComment, type KeptCounts } from '../kill/count-kept.ts';
import { contentOf } from '../kill/posting.ts';
import type { PersistentLedger } from './persistent-posting.ts';

/** What a PostgreSQL database holds against the senders' word. All but `kept` must be 0. */
export interface SharedCounts extends KeptCounts {
  /** Codes with which two comments were accepted. */
  readonly acceptedTwice: number;
}

const readComments = `select id, content from comments`;

/** Articles whose count is not that of their published comments. */
const countDamages = `
  select count(*)::integer as damages from articles where published_count <>
    (select count(*) from comments where article = articles.id and status = 'published')`;

/** Compares a database with what was sent and answered, and checks its audit log. */
export async function countInPostgres(
  url: string,
  ledger: PersistentLedger,
): Promise<SharedCounts> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<KeptComment>(readComments);
    const contents = new Set(rows.map(({ content }) => content));
    const isKept = (key: string): boolean => contents.has(contentOf(key));
    const found = await client.query<{ damages: number }>(countDamages);
    const store = await openStore(url);
    const chain = await verifyChain(store.readAudit());
    await store.close();
    return {
      ...compareKept(rows, ledger),
      damages: (found.rows[0]?.damages ?? 1) + (chain.kind === 'whole' ? 0 : 1),
      acceptedTwice: ledger.pairs.filter(([one, other]) => isKept(one) && isKept(other)).length,
    };
  } finally {
    await client.end();
  }
}

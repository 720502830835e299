import { DatabaseSync } from 'node:sqlite';
import { contentOf, type Ledger } from './posting.ts';

/** What the database holds against the sender's word. All but `kept` must be 0. */
export interface KeptCounts {
  readonly kept: number;
  /** Acknowledged, but not in the database under the id that was answered. */
  readonly missing: number;
  /** Sent once, and there more than once. */
  readonly twice: number;
  /** Sent again with the same key after a lost answer, and there more than once. */
  readonly twins: number;
  /** Findings of SQLite's own check, and articles whose count is not that of their published comments. */
  readonly damages: number;
}

const damageQuery = `
  select (select count(*) from pragma_integrity_check where integrity_check <> 'ok')
       + (select count(*) from pragma_foreign_key_check)
       + (select count(*) from articles where published_count <>
           (select count(*) from comments where article = articles.id and status = 'published')) as damages`;

const readNumber = (row: unknown, column: string): number =>
  Number(Reflect.get(Object(row), column));

/** A comment as it is kept. */
export interface KeptComment {
  readonly id: string;
  readonly content: string;
}

const idsByContent = (comments: Iterable<KeptComment>): ReadonlyMap<string, readonly string[]> => {
  const ids = new Map<string, string[]>();
  for (const { id, content } of comments) {
    const known = ids.get(content);
    if (known) known.push(id);
    else ids.set(content, [id]);
  }
  return ids;
};

/** Compares comments that are kept with what was sent and answered. */
export function compareKept(
  comments: Iterable<KeptComment>,
  { acknowledged, sentAgain }: Pick<Ledger, 'acknowledged' | 'sentAgain'>,
): Omit<KeptCounts, 'damages'> {
  const ids = idsByContent(comments);
  const again = new Set(Array.from(sentAgain, contentOf));
  const repeated = [...ids].filter(([, { length }]) => length > 1).map(([content]) => content);
  const twins = repeated.filter((content) => again.has(content)).length;
  const isMissing = ([key, id]: [string, string]): boolean =>
    !(ids.get(contentOf(key))?.includes(id) ?? false);
  return {
    kept: [...ids.values()].flat().length,
    missing: [...acknowledged].filter(isMissing).length,
    twice: repeated.length - twins,
    twins,
  };
}

const readComments = function* (database: DatabaseSync): Generator<KeptComment> {
  for (const row of database.prepare('select id, content from comments').iterate()) {
    yield { id: String(row['id']), content: String(row['content']) };
  }
};

/** Compares a database file, in use or not, with what was sent and answered. */
export function countKept(file: string, ledger: Ledger): KeptCounts {
  const database = new DatabaseSync(file);
  try {
    return {
      ...compareKept(readComments(database), ledger),
      damages: readNumber(database.prepare(damageQuery).get(), 'damages'),
    };
  } finally {
    database.close();
  }
}

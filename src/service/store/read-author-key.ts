import type { Kysely } from 'kysely';
import { type AuthorKey, createAuthorKey } from './author-key.ts';
import type { Tables } from './tables.ts';

/** Names authors by the key of this database, which its migration made. */
export async function readAuthorKey(db: Kysely<Tables>): Promise<AuthorKey> {
  const { value } = await db
    .selectFrom('database_keys')
    .select('value')
    .where('name', '=', 'author')
    .executeTakeFirstOrThrow();
  return createAuthorKey(value);
}

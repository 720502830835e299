/** What the newsroom has set of the modes (M-2). */
import type { Kysely } from 'kysely';
import type { ModerationMode } from '../../protocol/desk.ts';
import type { NewsroomModes } from './newsroom-transaction.ts';
import { type PreparedQuery, prepareQuery } from './prepare-query.ts';
import type { Tables } from './tables.ts';

/** Name of the site, of which there is one. */
export const siteName = '';

const findMode: PreparedQuery<
  Pick<Tables['modes'], 'scope' | 'name'>,
  Pick<Tables['modes'], 'mode'>
> = prepareQuery((db, { scope, name }) =>
  db.selectFrom('modes').select('mode').where('scope', '=', scope).where('name', '=', name),
);

/** The mode of the site; null where none is set. */
export async function findSiteMode(db: Kysely<Tables>): Promise<ModerationMode | null> {
  const [row] = (await findMode(db, { scope: 'site', name: siteName })).rows;
  return row?.mode ?? null;
}

/** All modes that are set. */
export async function listModes(db: Kysely<Tables>): Promise<NewsroomModes> {
  const rows = await db.selectFrom('modes').selectAll().orderBy('scope').orderBy('name').execute();
  return {
    site: rows.find(({ scope }) => scope === 'site')?.mode ?? null,
    sections: rows
      .filter(({ scope }) => scope === 'section')
      .map(({ name, mode }) => ({ name, mode })),
  };
}

/** Names of the sections of articles, in their order. */
export async function listSections(db: Kysely<Tables>): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('articles')
    .select('section')
    .distinct()
    .where('section', 'is not', null)
    .orderBy('section')
    .execute();
  return rows.flatMap(({ section }) => section ?? []);
}

/** Sets the mode of the site or a section, or takes it away. */
export async function updateMode(
  db: Kysely<Tables>,
  { scope, name }: Pick<Tables['modes'], 'scope' | 'name'>,
  mode: ModerationMode | null,
): Promise<void> {
  await db.deleteFrom('modes').where('scope', '=', scope).where('name', '=', name).execute();
  if (mode !== null) await db.insertInto('modes').values({ scope, name, mode }).execute();
}

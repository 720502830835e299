import type { InsertResult } from 'kysely';
import { type PreparedQuery, prepareQuery } from './prepare-query.ts';

/** Lets a new comment wait for the index; part of every post, so that it is written once (see {@link prepareQuery}). */
export const insertWaiting: PreparedQuery<{ comment: string }, InsertResult> = prepareQuery(
  (db, row) => db.insertInto('search_waiting').values(row),
);

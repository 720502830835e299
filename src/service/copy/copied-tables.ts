import { type RawBuilder, sql } from 'kysely';
import type { Tables } from '../store/tables.ts';

/** A part of the copy: the rows of a table, or those of a kind. */
export interface CopiedPart {
  /** Of the part; also what its progress is kept under. */
  readonly name: string;
  readonly table: keyof Tables;
  /** The columns by which its rows are told apart and walked through. */
  readonly key: readonly string[];
  /** Which rows; absent for all. */
  readonly where?: RawBuilder<unknown>;
}

const part = (table: keyof Tables, ...key: readonly string[]): CopiedPart => ({
  name: table,
  table,
  key,
});

/**
 * All that is kept, what others point to before them. Left out: the key of the database, which goes before everything
 * else; what is searched by, which is made anew; and what is counted against the limits, which is forgotten in an hour.
 */
export const copiedParts: readonly CopiedPart[] = [
  part('articles', 'id'),
  part('notices', 'hash'),
  { ...part('comments', 'id'), where: sql`parent is null` },
  // An answer comes behind what it answers, which itself answers nobody.
  { ...part('comments', 'id'), name: 'replies', where: sql`parent is not null` },
  part('likes', 'comment', 'visitor'),
  part('reports', 'comment', 'visitor'),
  part('remembered_answers', 'key'),
  part('spent_challenges', 'id'),
  part('authors', 'key'),
  part('modes', 'scope', 'name'),
  part('words', 'key'),
  part('words_version', 'id'),
  part('rechecks', 'number'),
  part('purge_cursors', 'kind'),
  part('editors', 'id'),
  part('editor_accounts', 'id'),
  part('editor_sessions', 'id'),
  part('editor_verifications', 'id'),
  part('editor_second_steps', 'id'),
  part('editor_passkeys', 'id'),
  part('editor_welcomes', 'hash'),
  part('audit_log', 'number'),
];

import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { CommentDraft } from '../../../src/protocol/index.ts';

/** What one insert costs when nothing stands before it. */
export interface InsertFigures {
  readonly perSecond: number;
  readonly cpuMs: number;
}

/**
 * Inserts drafts with `node:sqlite` alone, each in a transaction of its own and on disk before the next one
 * (WAL, `synchronous=FULL`, as the service has it): the least a kept comment can cost on this machine.
 */
export function measureBareInserts(
  folder: string,
  makeDraft: () => CommentDraft,
  inserts: number,
): InsertFigures {
  const database = new DatabaseSync(join(folder, 'bare.sqlite'));
  database.exec('pragma journal_mode = wal; pragma synchronous = full');
  database.exec('create table comments (id integer primary key, draft text not null)');
  const insert = database.prepare('insert into comments (draft) values (?)');
  const texts = Array.from({ length: inserts }, () => JSON.stringify(makeDraft()));
  const cpu = process.cpuUsage();
  const start = performance.now();
  for (const text of texts) insert.run(text);
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  database.close();
  return { perSecond: inserts / seconds, cpuMs: (user + system) / 1000 / inserts };
}

/**
 * What reading for the desk takes at 1,000,000 comments, 50,000 of them pending, and deciding about many at once:
 * milliseconds from asking the store to its answer. Says what takes longer than is promised; asserts no times. Run:
 * `node test/bench/desk.ts`; takes some three minutes and 2 GB of disk. `node test/bench/desk.ts 100000` asks a smaller
 * database; a path behind it names a file that is kept, and asked again without being written.
 * With `--postgres` a copy on PostgreSQL is asked.
 */
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type DeskQueue, deskQueues } from '../../src/protocol/desk.ts';
import { compileStats } from '../../src/service/desk/compile-stats.ts';
import { type CommentStore, openStore, type SearchRequest } from '../../src/service/index.ts';
import { searchWords } from '../../src/text/search-words.ts';
import { measureBulk } from './desk/measure-bulk.ts';
import { articleAt, commentIdAt, frequentAuthor, seedDesk, startMs } from './desk/seed-desk.ts';
import { spread } from './figures/statistics.ts';
import {
  askedAddress,
  asksPostgres,
  benchArguments,
  withAskedServer,
} from './support/asked-database.ts';
import { withTemporaryFolder } from './support/temporary-folder.ts';

const [size = '1000000', keptFile] = benchArguments;
const comments = Number(size);
const pending = comments / 20;
const runs = 9;
const limit = 50;
const maxPageMs = 100;
const maxSearchMs = 300;
const maxDayMs = 1000;

interface Question {
  readonly name: string;
  readonly maxMs: number;
  readonly ask: () => Promise<unknown>;
}

const orderOf = (queue: DeskQueue): 'oldest' | 'newest' =>
  queue === 'new' || queue === 'suspect' ? 'oldest' : 'newest';

/** The place so many comments into a queue. */
async function findDeepPlace(store: CommentStore, queue: DeskQueue) {
  const { next } = await store.listQueue({ queue, order: orderOf(queue), limit: 5000 });
  return next ?? undefined;
}

async function askQueues(store: CommentStore): Promise<Question[]> {
  const questions: Question[] = [
    { name: 'counts', maxMs: maxPageMs, ask: () => store.countQueues() },
  ];
  for (const queue of deskQueues) {
    const asked = { queue, order: orderOf(queue), limit };
    const after = await findDeepPlace(store, queue);
    const add = (name: string, more: object): void => {
      const ask = () => store.listQueue({ ...asked, ...more });
      questions.push({ name: `${queue}: ${name}`, maxMs: maxPageMs, ask });
    };
    add('first page', {});
    add('after 5,000', { after });
    const isPending = queue === 'new' || queue === 'suspect';
    add('of an article', { article: articleAt(comments - (isPending ? 1 : 2 * pending)) });
    add('with a frequent signal', { flag: 'link' });
    add('with a rare signal', { flag: 'legacy-font' });
    add('with no such signal', { flag: 'site:none' });
  }
  return questions;
}

/** The place so many pages into what is found. */
async function findDeepFound(store: CommentStore, asked: Omit<SearchRequest, 'limit'>) {
  let { next: after } = await store.searchComments({ ...asked, limit: 2000 });
  for (let page = 1; page < 5 && after; page += 1) {
    after = (await store.searchComments({ ...asked, limit: 2000, after })).next;
  }
  return after ?? undefined;
}

async function askSearch(store: CommentStore): Promise<Question[]> {
  const searched: Readonly<Record<string, readonly [texts: string[], more?: object]>> = {
    'a frequent word': [['là']],
    'a frequent word without accents': [['la']],
    'a rare word': [['khuỷu']],
    'no such word': [['zzz']],
    'two words': [['hòa', 'bình']],
    'two words without accents': [['hoa', 'binh']],
    'three frequent words': [['là', 'của', 'người']],
    'frequent and rare': [['là', 'khuyu']],
    'a phrase': [['hòa bình']],
    'a phrase without accents': [['hoa binh']],
    'a long phrase nobody wrote': [['của là và có người không']],
    'a frequent word of an article': [['là'], { article: articleAt(comments / 2) }],
    'a frequent word, pending': [['là'], { status: 'pending' }],
    'a frequent word, removed': [['là'], { status: 'removed' }],
    'a frequent word, erased': [['là'], { status: 'erased' }],
  };
  const questions: Question[] = [];
  for (const [name, [texts, more = {}]] of Object.entries(searched)) {
    const asked = { phrases: texts.map(searchWords), ...more };
    const add = (what: string, after: SearchRequest['after']): void => {
      const ask = () => store.searchComments({ ...asked, limit, after });
      questions.push({ name: `search: ${what}`, maxMs: maxSearchMs, ask });
    };
    add(name, undefined);
    if (texts.length === 1 && texts[0] === 'là' && Object.keys(more).length === 0) {
      add(`${name}, after 10,000`, await findDeepFound(store, asked));
      const half = comments / 2;
      const at = asksPostgres ? commentIdAt(half) : String(half);
      add(`${name}, the rest, halfway`, { part: 'rest', at });
    }
  }
  return questions;
}

async function askCard(store: CommentStore, file: string): Promise<Question> {
  const database = new DatabaseSync(file, { readOnly: true });
  const row = database.prepare('select id from comments where author = ?').get(frequentAuthor);
  database.close();
  const comment = await store.find(String(row?.['id']));
  const ask = () => store.findAuthorCard(comment!);
  return { name: 'card of an author with 5,000 comments', maxMs: maxPageMs, ask };
}

/** The numbers of as many comments as come in a day, one a second. */
const askStats = (store: CommentStore): Question => {
  const toMs = startMs + comments * 1000;
  const period = { fromMs: toMs - 24 * 60 * 60 * 1000, toMs };
  return { name: 'numbers of a day', maxMs: maxDayMs, ask: () => compileStats(store, period) };
};

async function measure({ name, maxMs, ask }: Question): Promise<void> {
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const start = performance.now();
    await ask();
    times.push(performance.now() - start);
  }
  const { median, min, max } = spread(times);
  const cells = [times[0]!, median, min, max].map((ms) => ms.toFixed(1));
  const kept = median <= maxMs ? '' : ` Not as promised: over ${maxMs} ms.`;
  console.log(`| ${[name, ...cells].join(' | ')} |${kept}`);
}

await withAskedServer(() =>
  withTemporaryFolder(async (folder) => {
    const file = keptFile ?? join(folder, 'comments.sqlite');
    const isThere = existsSync(file);
    const start = performance.now();
    if (!isThere) await seedDesk(file, comments, pending);
    const seconds = ((performance.now() - start) / 1000).toFixed(0);
    const written = isThere ? 'found' : `written in ${seconds} s`;
    console.log(`${comments} comments ${written}, ${(statSync(file).size / 1e6).toFixed(0)} MB\n`);
    const store = await openStore(await askedAddress(file));
    console.log('| ms | first | median | min | max |\n| --- | --- | --- | --- | --- |');
    const questions = [
      ...(await askQueues(store)),
      ...(await askSearch(store)),
      await askCard(store, file),
      askStats(store),
    ];
    for (const question of questions) await measure(question);
    await measureBulk(store);
    await store.close();
  }),
);

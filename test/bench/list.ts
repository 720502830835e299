/**
 * What reading costs at 50, 5,000 and 1,000,000 comments: CPU a request through the service's own `fetch`, beside a bare
 * answer of Hono with the same text. Says when a page costs over 1.5 times as much at a million as at fifty, or more
 * than is promised; asserts no times. Run: `node test/bench/list.ts`; takes about a minute and 2 GB of disk. A
 * number is the largest size in the place of a million; with `--postgres` copies on PostgreSQL are asked.
 */
import { join } from 'node:path';
import { Hono } from 'hono';
import { type CommentPage, commentPageSchema } from '../../src/protocol/index.ts';
import {
  type CommentService,
  type CommentStore,
  createCommentService,
  openStore,
  readSettings,
} from '../../src/service/index.ts';
import { toCursor } from '../../src/service/reading/cursor.ts';
import type { Spread } from './figures/statistics.ts';
import { type Asked, measureCpu } from './list/measure-cpu.ts';
import { largeArticle, seedComments } from './list/seed-comments.ts';
import { askedAddress, benchArguments, withAskedServer } from './support/asked-database.ts';
import { withTemporaryFolder } from './support/temporary-folder.ts';

const smallest = 50;
const largest = Number(benchArguments[0] ?? 1_000_000);
const sizes = [smallest, 5000, largest];
const maxGrowth = 1.5;
const maxFirstPageMs = 0.25;
const maxNotModifiedMs = 0.1;

const firstPage = `http://paper.test/comments?article=${largeArticle}`;

const kinds = {
  kept: 'first page, kept in memory',
  notModified: 'first page, 304',
  first: 'first page, made anew',
  last: 'last page, made anew',
  liked: 'most liked, made anew',
  place: 'one comment and its place',
} as const;
type Kind = keyof typeof kinds;

const nameOf = (kind: Kind | 'bare', size: number): string => `${kind} ${size}`;

/** A store whose articles change all the time, so that no answer is ever found in memory. */
const restless = (store: CommentStore): CommentStore => {
  let revision = 0;
  return {
    ...store,
    findArticleWithModes: async (id) => {
      const { article, ...modes } = await store.findArticleWithModes(id);
      return { article: article && { ...article, revision: (revision += 1) }, ...modes };
    },
  };
};

const serve = (store: CommentStore): CommentService =>
  createCommentService({
    store,
    settings: readSettings({ challenges: 'none' }),
    secret: 'a secret for benches of more than 32 bytes',
  });

const readPage = async (response: Response): Promise<CommentPage> =>
  commentPageSchema.parse(await response.json());

const stores: CommentStore[] = [];

/** What is asked of a database of one size. */
async function askAll(file: string, size: number): Promise<readonly Asked[]> {
  const store = await openStore(await askedAddress(file));
  stores.push(store);
  const [calm, anew] = [serve(store), serve(restless(store))];
  const first = await calm.fetch(new Request(firstPage));
  const etag = first.headers.get('etag') ?? '';
  const text = await first.text();
  // The last twenty, however many there are: a shorter page would cost less.
  const oldest = await readPage(await calm.fetch(new Request(`${firstPage}&sort=oldest&limit=21`)));
  const before = oldest.comments.at(-1)!;
  const last = `${firstPage}&after=${toCursor('newest', before)}`;
  const place = firstPage.replace('?', `/${oldest.comments[10]!.id}?`);
  const bare = new Hono().get('*', () => new Response(text));
  const ask = (
    kind: Kind | 'bare',
    fetch: (request: Request) => Promise<Response> | Response,
    url: string,
    headers: Record<string, string> = {},
  ): Asked => ({
    name: nameOf(kind, size),
    status: kind === 'notModified' ? 304 : 200,
    ask: async () => fetch(new Request(url, { headers })),
  });
  return [
    ask('bare', (request) => bare.fetch(request), firstPage),
    ask('kept', (request) => calm.fetch(request), firstPage),
    ask('notModified', (request) => calm.fetch(request), firstPage, { 'if-none-match': etag }),
    ask('first', (request) => anew.fetch(request), firstPage),
    ask('last', (request) => anew.fetch(request), last),
    ask('liked', (request) => anew.fetch(request), `${firstPage}&sort=liked`),
    ask('place', (request) => anew.fetch(request), place),
  ];
}

const inMs = ({ median, min, max }: Spread): string =>
  `${median.toFixed(3)} (${min.toFixed(3)}–${max.toFixed(3)})`;

/** Prints the table. @returns What was promised and not kept. */
function report(spreads: ReadonlyMap<string, Spread>): readonly string[] {
  const found = (kind: Kind | 'bare', size: number): Spread => spreads.get(nameOf(kind, size))!;
  const broken: string[] = [];
  console.log(
    `| CPU ms a request | ${sizes.join(' | ')} | ${largest} : ${smallest} | : bare Hono |`,
  );
  console.log(`| --- |${' --- |'.repeat(sizes.length + 2)}`);
  for (const [kind, words] of Object.entries(kinds) as [Kind, string][]) {
    const growth = found(kind, largest).median / found(kind, smallest).median;
    const toBare = found(kind, largest).median / found('bare', largest).median;
    const cells = sizes.map((size) => inMs(found(kind, size)));
    console.log(`| ${[words, ...cells, growth.toFixed(2), toBare.toFixed(1)].join(' | ')} |`);
    if (growth > maxGrowth) broken.push(`${words}: ${growth.toFixed(2)} times as much`);
  }
  console.log(`| bare Hono | ${sizes.map((size) => inMs(found('bare', size))).join(' | ')} | | |`);
  for (const size of sizes) {
    const [kept, notModified] = [found('kept', size).median, found('notModified', size).median];
    if (kept > maxFirstPageMs) broken.push(`first page at ${size}: ${kept.toFixed(3)} ms`);
    if (notModified > maxNotModifiedMs) broken.push(`304 at ${size}: ${notModified.toFixed(3)} ms`);
  }
  return broken;
}

await withAskedServer(() =>
  withTemporaryFolder(async (folder) => {
    const all: Asked[] = [];
    for (const size of sizes) {
      const file = join(folder, `${size}.sqlite`);
      const start = performance.now();
      await seedComments(file, size);
      const seconds = ((performance.now() - start) / 1000).toFixed(1);
      console.log(`${size} comments written in ${seconds} s`);
      all.push(...(await askAll(file, size)));
    }
    const broken = report(await measureCpu(all));
    for (const what of broken) console.log(`Not as promised: ${what}`);
    await Promise.all(stores.map((store) => store.close()));
  }),
);

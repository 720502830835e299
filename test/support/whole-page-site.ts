import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { createDemoSite } from '../../demo/demo-site.ts';
import {
  type Limited,
  openCommentService,
  type PagesHandler,
  type RateLimits,
  readSettings,
  type RunningServer,
  serveComments,
  type SettingValues,
} from '../../src/service/index.ts';
import { openRateLimits } from '../../src/service/limits/open-rate-limits.ts';
import { recordLog } from './private/record.ts';
import { noLimits } from './service-fixture.ts';

/** A comment as SQLite keeps it: what was typed, and what was made of it. */
export interface KeptComment {
  readonly id: string;
  readonly article: string;
  /** Id of the comment it answers, or nothing. */
  readonly parent: string | undefined;
  readonly status: string;
  readonly normalised: KeptTexts;
  readonly typed: KeptTexts;
}

/** The texts of a kept comment. */
export interface KeptTexts {
  readonly name: string;
  readonly address: string;
  readonly email: string;
  readonly content: string;
}

/** The demo, the pages of the tests and the comment service behind them, on a port and in a data folder of their own. */
export interface WholePageSite {
  readonly port: number;
  /** The site's address without a final slash. */
  readonly url: string;
  readonly dataFolder: string;
  /** All codes handed out so far, in their order. */
  readonly codes: readonly string[];
  /** Stands before the pages and the service while it is set: gateways and other servers that answer in their own way. */
  gateway: PagesHandler | undefined;
  /** Stands in the service, before a comment's code is looked at, while it is set. */
  limit: (() => Promise<Limited>) | undefined;
  /** Lets time pass for the server. */
  pass(seconds: number): void;
  /** Every comment in the database, oldest first. */
  comments(): readonly KeptComment[];
  /** Closes the listener and the database, as when the machine goes down. */
  stop(): Promise<void>;
  /** Opens both again, at the same address. */
  start(): Promise<void>;
  /** Closes everything and removes the data. */
  close(): Promise<void>;
}

const testPage = /^\/tests\/([\w-]+)\.html$/;

/** `/tests/two-forms.html` is `test/e2e/pages/two-forms.html`, without any policy: an old page of somebody else's. */
const testPages: PagesHandler = async (request) => {
  const [, name] = testPage.exec(new URL(request.url).pathname) ?? [];
  if (name === undefined) return undefined;
  const body = await readFile(new URL(`../e2e/pages/${name}.html`, import.meta.url));
  return new Response(new Uint8Array(body), {
    headers: { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' },
  });
};

const readComments = (file: string): readonly KeptComment[] => {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    const rows = database.prepare('select * from comments order by id').all();
    return rows.map((row) => {
      const text = (column: string): string => String(row[column]);
      const typed = (column: string): string => String(JSON.parse(text(`raw_${column}`)));
      const texts = (read: (column: string) => string): KeptTexts => ({
        name: read('name'),
        address: read('address'),
        email: read('email'),
        content: read('content'),
      });
      return {
        id: text('id'),
        article: text('article'),
        parent: row['parent'] === null ? undefined : text('parent'),
        status: text('status'),
        normalised: texts(text),
        typed: texts(typed),
      };
    });
  } finally {
    database.close();
  }
};

/** What {@link openWholePageSite} may be told. */
export interface WholePageSiteOptions {
  /** Whether pressure is measured; limits are not counted either way. Default false. */
  readonly hasPressure?: boolean;
}

/** Opens a site; `given`: settings that are not the usual ones. Its codes are 100001, 100002 and so on, so that a test that knows how many there were knows them all. */
export async function openWholePageSite(
  given: SettingValues = {},
  options: WholePageSiteOptions = {},
): Promise<WholePageSite> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'reader-comments-page-'));
  const codes: string[] = [];
  let passedMs = 0;
  let port = Number(given['port'] ?? 0);
  let server: RunningServer | undefined;

  const { pressure } = await openRateLimits({
    secret: randomBytes(32),
    wavePosts: readSettings({}).wavePosts,
    now: () => Date.now() + passedMs,
  });
  const limits: RateLimits = {
    ...noLimits,
    ...(options.hasPressure && pressure && { pressure }),
    countPost: async () =>
      (await site.limit?.()) ?? { kind: 'counted', settle: () => Promise.resolve() },
  };

  const site: WholePageSite = {
    get port() {
      return port;
    },
    get url() {
      return `http://127.0.0.1:${port}`;
    },
    dataFolder,
    codes,
    gateway: undefined,
    limit: undefined,
    pass: (seconds) => {
      passedMs += seconds * 1000;
    },
    comments: () => readComments(join(dataFolder, 'comments.sqlite')),
    async stop() {
      await server?.close();
      server = undefined;
    },
    async start() {
      const settings = readSettings({ ...given, port, data: dataFolder });
      const service = await openCommentService(settings, {
        production: false,
        now: () => Date.now() + passedMs,
        log: recordLog,
        newCode: () => {
          const code = String(100_001 + codes.length);
          codes.push(code);
          return code;
        },
        limits,
      });
      const demo = createDemoSite(service, settings.path);
      const pages: PagesHandler = async (request) =>
        (await site.gateway?.(request)) ?? (await testPages(request)) ?? demo(request);
      server = await serveComments({ service, settings, pages });
      port = server.port;
    },
    async close() {
      await site.stop();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
  await site.start();
  return site;
}

import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import type { Hono } from 'hono';
import type { Kysely } from 'kysely';
import * as z from 'zod';
import type { EditorRole } from '../../src/protocol/desk.ts';
import { addDeskRoutes } from '../../src/service/desk/add-desk-routes.ts';
import type { DeskSignIn } from '../../src/service/desk/desk-sign-in.ts';
import { createDeskApi } from '../../src/service/desk/create-desk-api.ts';
import { createEditors, type Editors } from '../../src/service/desk/editors.ts';
import { describeDesk } from '../../src/service/desk/openapi/describe-desk.ts';
import { openDeskSignIn } from '../../src/service/desk/open-desk-sign-in.ts';
import {
  type CommentService,
  createCommentService,
  type OnRemoval,
  openRateLimits,
  readSettings,
  type SettingValues,
} from '../../src/service/index.ts';
import type { ServiceEnvironment } from '../../src/service/http/service-context.ts';
import { openDatabase } from '../../src/service/store/open-database.ts';
import { openSqlCommentStore } from '../../src/service/store/sql-comment-store.ts';
import type { Tables } from '../../src/service/store/tables.ts';
import { recordLog } from './private/record.ts';
import { makeTemporaryFolder, testSecret } from './service-fixture.ts';
import { openTestDatabase } from './test-database.ts';

/** Where test editors open the desk. */
export const deskOrigin = 'https://paper.test';
/** A password that is long enough. */
export const testPassword = 'một mật khẩu đủ dài';

/** Six digits of an authenticator app (RFC 6238) for the secret in an `otpauth:` URI. */
export function codeOfApp(uri: string, atMs: number = Date.now()): string {
  const secret = new URL(uri).searchParams.get('secret') ?? '';
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = Array.from(secret, String).map((letter) =>
    alphabet.indexOf(letter).toString(2).padStart(5, '0'),
  );
  const bytes = bits.join('').match(/.{8}/g) ?? [];
  const key = Buffer.from(bytes.map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(atMs / 30_000)));
  const digest = createHmac('sha1', key).update(counter).digest();
  const offset = digest[19]! & 15;
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

/** A browser at the desk: it keeps cookies and says where its pages come from. */
export interface DeskBrowser {
  readonly cookies: Map<string, string>;
  /** The `Set-Cookie` lines of the last answer. */
  readonly setCookies: readonly string[];
  get(path: string): Promise<Response>;
  send(method: string, path: string, body?: unknown, init?: BrowserInit): Promise<Response>;
}

/** What a test may change of a request. */
export interface BrowserInit {
  readonly headers?: Record<string, string>;
  readonly address?: string;
}

/** A service with a desk, on a SQLite file. */
export interface TestDesk {
  readonly service: CommentService;
  readonly signIn: DeskSignIn;
  readonly editors: Editors;
  readonly db: Kysely<Tables>;
  readonly logged: readonly string[];
  /** All routes below the desk, as `POST /api/undo`, by the app itself. */
  readonly routes: readonly string[];
  /** Lets the desk's own time pass: of one-time links, passkeys' questions and limits. */
  pass(seconds: number): void;
  browser(): DeskBrowser;
  /** A browser whose session is open, without the work of passwords: for what lies behind the door. */
  atDesk(role: EditorRole, email?: string): Promise<DeskBrowser>;
  /** A browser in which an editor of this role is signed in with a second step. */
  signedIn(role: EditorRole, email?: string): Promise<ReadyEditor>;
}

/** An editor who has come the whole way. */
export interface ReadyEditor {
  readonly browser: DeskBrowser;
  readonly email: string;
  /** Of the authenticator app. */
  readonly uri: string;
  readonly backupCodes: readonly string[];
}

/** What a test may change of the desk it asks for. */
export interface TestDeskOptions {
  readonly limits?: 'none' | 'memory';
  readonly origin?: string;
  readonly folder?: string;
  /** Address of the database. Default a file in the folder, or what the tests run on. */
  readonly database?: string;
  readonly secret?: readonly string[];
  readonly settings?: SettingValues;
  readonly onRemoval?: OnRemoval;
}

const nextSchema = z.strictObject({ next: z.string() });
const setUpSchema = z.strictObject({ uri: z.string(), backupCodes: z.array(z.string()) });
const codeSchema = z.looseObject({ code: z.string(), status: z.number() });

/** What to do next, by an answer that has to be a success. */
export const nextOf = async (response: Response): Promise<string> => {
  assert.equal(response.status, 200, await response.clone().text());
  return nextSchema.parse(await response.json()).next;
};

/** The code of a refusal. */
export const refusalCode = async (response: Response): Promise<string> => {
  assert.equal(response.headers.get('content-type'), 'application/problem+json');
  assert.equal(response.headers.get('cache-control'), 'no-store');
  const { code, status } = codeSchema.parse(await response.json());
  assert.equal(status, response.status);
  return code;
};

export const keepCookies = (cookies: Map<string, string>, lines: readonly string[]): void => {
  for (const line of lines) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    if (/max-age=0/i.test(line)) cookies.delete(name);
    else cookies.set(name, value);
  }
};

/** The routes of an app, once each, without the shapes of their parameters; what stands before routes is none. */
const routeNames = ({ routes }: Pick<Hono<ServiceEnvironment>, 'routes'>): readonly string[] => {
  const names = routes
    .filter(({ method }) => method !== 'ALL')
    .map(({ method, path }) => {
      const below = path.replace(/^\/desk/, '').replaceAll(/(:\w+)\{[^/]*\}/g, '$1');
      return `${method} ${below || '/'}`;
    });
  return [...new Set(names)].toSorted();
};

/** Opens a service with a desk for one test; closed and removed after it. */
export async function openTestDesk(
  t: Pick<TestContext, 'after'>,
  { limits = 'none', origin = deskOrigin, ...options }: TestDeskOptions = {},
): Promise<TestDesk> {
  const logged: string[] = [];
  const log = (line: string): void => {
    logged.push(line);
    recordLog(line);
  };
  let passedMs = 0;
  const now = (): number => Date.now() + passedMs;
  const secret = options.secret ?? [testSecret];
  const folder = options.folder ?? makeTemporaryFolder(t);
  const db = await openDatabase(
    options.database ??
      (options.folder === undefined
        ? await openTestDatabase(t, folder)
        : `sqlite:${join(folder, 'comments.sqlite')}`),
  );
  const settings = readSettings({ challenges: 'none', ...options.settings });
  const counted = limits === 'memory' ? await openRateLimits({ secret, now }) : undefined;
  const opened = await openDeskSignIn({
    db,
    secret,
    log,
    now,
    limits: counted,
    settings: { path: settings.path, deskUrl: origin },
  });
  const signIn: DeskSignIn =
    limits === 'none' ? { ...opened, countSignIn: async () => undefined } : opened;
  let routesOfDesk: readonly string[] = [];
  const service = createCommentService({
    store: await openSqlCommentStore(db, { now }),
    settings,
    secret,
    log,
    desk: {
      addRoutes(routes, work) {
        addDeskRoutes(routes, { signIn, log, page: work, addApi: createDeskApi(work) });
        routesOfDesk = routeNames(routes);
      },
      describe: async () => describeDesk(),
      close: () => signIn.close(),
    },
    limits: counted,
    onRemoval: options.onRemoval,
    now,
  });
  t.after(() => service.close());
  const editors = createEditors({ db, now });

  const browser = (): DeskBrowser => {
    const cookies = new Map<string, string>();
    let setCookies: readonly string[] = [];
    const ask = async (path: string, init: RequestInit, address?: string): Promise<Response> => {
      const headers = new Headers(init.headers);
      const jar = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      if (jar !== '') headers.set('cookie', jar);
      const request = new Request(`${origin}/comments/desk${path}`, { ...init, headers });
      const response = await service.fetch(request, address === undefined ? {} : { address });
      setCookies = response.headers.getSetCookie();
      keepCookies(cookies, setCookies);
      return response;
    };
    return {
      cookies,
      get setCookies() {
        return setCookies;
      },
      get: (path) => ask(path, {}),
      send: (method, path, body, { headers = { 'sec-fetch-site': 'same-origin' }, address } = {}) =>
        ask(
          path,
          {
            method,
            headers: {
              ...(body !== undefined && { 'content-type': 'application/json' }),
              ...headers,
            },
            ...(body !== undefined && { body: JSON.stringify(body) }),
          },
          address,
        ),
    };
  };

  return {
    service,
    signIn,
    editors,
    db,
    logged,
    routes: routesOfDesk,
    pass: (seconds) => void (passedMs += seconds * 1000),
    browser,
    async atDesk(role, email = `${role}@paper.test`) {
      await editors.add({ name: `Biên tập ${role}`, email, role });
      const { id } = await db
        .selectFrom('editors')
        .select('id')
        .where('email', '=', email)
        .executeTakeFirstOrThrow();
      const one = browser();
      const response = await signIn.ask(new Request(origin), {
        path: '/desk/open-session',
        body: { userId: id, secondStep: true },
      });
      assert.equal(response.status, 200);
      keepCookies(one.cookies, response.headers.getSetCookie());
      return one;
    },
    async signedIn(role, email = `${role}@paper.test`) {
      const token = await editors.add({ name: `Biên tập ${role}`, email, role });
      const one = browser();
      const welcomed = await one.send('POST', '/auth/welcome', { token, password: testPassword });
      assert.equal(await nextOf(welcomed), 'set-up');
      const answer = await one.send('POST', '/auth/set-up', { password: testPassword });
      const { uri, backupCodes } = setUpSchema.parse(await answer.json());
      const confirmed = await one.send('POST', '/auth/set-up/confirm', { code: codeOfApp(uri) });
      assert.equal(await nextOf(confirmed), 'desk');
      return { browser: one, email, uri, backupCodes };
    },
  };
}

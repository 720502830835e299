import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import type { Kysely } from 'kysely';
import { editorRoles, mayActAs } from '../../../src/protocol/desk.ts';
import { type DeskBrowser, refusalCode } from '../../support/desk-fixture.ts';
import {
  type DeskAccess,
  type DeskQuestion,
  deskRouteTable,
} from '../../support/desk-route-table.ts';
import { dumpTables } from '../../support/dump-tables.ts';
import { type Newsroom, openNewsroom } from '../../support/newsroom-fixture.ts';

/** Everyone who may stand at a door of the desk. */
const visitors = ['nobody', 'forged', 'expired', 'password-alone', ...editorRoles] as const;
type Visitor = (typeof visitors)[number];

/** The code a visitor is refused with; nothing where the route answers. */
function refusalFor(access: DeskAccess, visitor: Visitor): string | undefined {
  if (access === 'anyone') return undefined;
  if (visitor === 'nobody' || visitor === 'forged' || visitor === 'expired') return 'unauthorized';
  if (visitor === 'password-alone') {
    return access === 'setting-up' ? undefined : 'second-step-missing';
  }
  if (access === 'setting-up' || access === 'signed-in') return undefined;
  return mayActAs(visitor, access) ? undefined : 'role-refused';
}

const statusOf: Readonly<Record<string, number>> = {
  unauthorized: 401,
  'second-step-missing': 403,
  'role-refused': 403,
  'origin-refused': 403,
};

/** Where a request may come from that no page of the desk sends. */
const foreign: Readonly<Record<string, Record<string, string>>> = {
  'another site': { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
  'a neighbour of the desk': { origin: 'https://tin.paper.test', 'sec-fetch-site': 'same-site' },
  'the desk’s host without TLS': { origin: 'http://paper.test' },
  'a page without an origin': { origin: 'null', 'sec-fetch-site': 'cross-site' },
  'an address bar': { 'sec-fetch-site': 'none' },
  'no browser': {},
};

let opened = 0;

/** A browser as this visitor has it, with a session of its own. */
async function openVisitor({ desk }: Newsroom, visitor: Visitor): Promise<DeskBrowser> {
  if (visitor === 'nobody') return desk.browser();
  opened += 1;
  const email = `${visitor}-${opened}@paper.test`;
  const role = (editorRoles as readonly string[]).includes(visitor)
    ? (visitor as (typeof editorRoles)[number])
    : 'admin';
  const browser = await desk.atDesk(role, email);
  const editor = await desk.db
    .selectFrom('editors')
    .select('id')
    .where('email', '=', email)
    .executeTakeFirstOrThrow();
  const sessions = desk.db.updateTable('editor_sessions').where('userId', '=', editor.id);
  if (visitor === 'forged') {
    // The name of the cookie is known to all; what it holds is signed.
    for (const [name, value] of browser.cookies) {
      browser.cookies.set(name, `${value.slice(0, 8)}${value.slice(8).toUpperCase()}`);
    }
  } else if (visitor === 'expired') {
    const expiresAt = new Date(Date.now() - 1000).toISOString();
    await sessions.set({ expiresAt }).execute();
  } else if (visitor === 'password-alone') await sessions.set({ secondStep: 0 }).execute();
  return browser;
}

/** All that a refusal must leave as it is; a session that is over may be cleared away. */
async function stateOf({ desk }: Newsroom): Promise<object> {
  const { editor_sessions: sessions, ...tables } = await dumpTables(
    desk.db as unknown as Kysely<never>,
  );
  const now = new Date().toISOString();
  const going = (sessions as readonly { expiresAt: string }[]).filter(
    ({ expiresAt }) => expiresAt > now,
  );
  return { ...tables, going };
}

describe('the desk’s doors: every route, every visitor (M-13, S40)', () => {
  it('has a line in the table of routes for each route, and no other', async (t) => {
    const { desk } = await openNewsroom(t);
    assert.deepEqual(Object.keys(deskRouteTable).toSorted(), desk.routes);
  });

  it('answers who may ask, and changes nothing for anybody else', async (t) => {
    const newsroom = await openNewsroom(t, 'admin');
    const admin = newsroom.editor;

    const askedOf =
      (route: string, { path, body }: DeskQuestion) =>
      async (browser: DeskBrowser, headers?: Record<string, string>, asMethod?: string) => {
        const [method = '', ownPath = ''] = route.split(' ');
        const response = await browser.send(
          asMethod ?? method,
          path ?? ownPath,
          asMethod === undefined ? body : undefined,
          headers && { headers },
        );
        // The stream of counts would go on.
        if (route === 'GET /api/live' && response.ok) await response.body?.cancel();
        return response;
      };

    for (const [route, asked] of Object.entries(deskRouteTable)) {
      const isWrite = !route.startsWith('GET ');
      const { access, status, ask = async () => ({}), isSafe = !isWrite } = asked;
      // oxlint-disable-next-line no-await-in-loop -- one desk, one route after the other
      await t.test(route, async (each: TestContext) => {
        for (const visitor of visitors) {
          // oxlint-disable-next-line no-await-in-loop
          await each.test(`asked by: ${visitor}`, async () => {
            const browser = await openVisitor(newsroom, visitor);
            const refusal = refusalFor(access, visitor);
            const question = await ask(newsroom, refusal === undefined ? browser : admin);
            const before = await stateOf(newsroom);
            const response = await askedOf(route, question)(browser);
            const after = await stateOf(newsroom);
            if (refusal !== undefined) {
              assert.equal(await refusalCode(response), refusal);
              assert.equal(response.status, statusOf[refusal]);
              return assert.deepEqual(after, before);
            }
            assert.equal(response.status, status);
            // What is refused above would have done something.
            if (route.includes(' /api/')) {
              const isSame = isDeepStrictEqual(after, before);
              assert.equal(isSame, isSafe);
            }
            return undefined;
          });
        }

        for (const [where, headers] of Object.entries(foreign)) {
          // oxlint-disable-next-line no-await-in-loop
          await each.test(`sent by: ${where}`, async () => {
            const send = askedOf(route, await ask(newsroom, admin));
            const before = await stateOf(newsroom);
            const response = await send(admin, headers);
            // A foreign page never gets to read what it made a browser ask.
            assert.equal(response.headers.get('access-control-allow-origin'), null);
            if (!isWrite) {
              assert.equal(response.headers.get('cross-origin-resource-policy'), 'same-origin');
              return assert.equal(response.status, status);
            }
            assert.equal(await refusalCode(response), 'origin-refused');
            assert.equal(response.status, statusOf['origin-refused']);
            return assert.deepEqual(await stateOf(newsroom), before);
          });
        }

        if (!isWrite) return;
        await each.test('changes nothing by being looked at (S39)', async () => {
          const send = askedOf(route, await ask(newsroom, admin));
          const before = await stateOf(newsroom);
          for (const method of ['GET', 'HEAD', 'OPTIONS']) {
            // oxlint-disable-next-line no-await-in-loop
            await send(admin, {}, method);
          }
          assert.deepEqual(await stateOf(newsroom), before);
        });
      });
    }
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Hono } from 'hono';
import { editorRoles, mayActAs } from '../../../src/protocol/desk.ts';
import { addDeskRoutes } from '../../../src/service/desk/add-desk-routes.ts';
import type { ServiceEnvironment } from '../../../src/service/http/service-context.ts';
import { openTestDesk, refusalCode, testPassword } from '../../support/desk-fixture.ts';

describe('roles at the desk (M-13, S40)', () => {
  it('lets each role do what it may and no more, and nobody else anything', async (t) => {
    const desk = await openTestDesk(t);
    const routes = new Hono<ServiceEnvironment>();
    addDeskRoutes(routes, {
      signIn: desk.signIn,
      log: () => {},
      addApi: [
        (api, editorRule) => {
          for (const role of editorRoles) {
            api.all(`/for-${role}`, editorRule(role), (context) =>
              context.json(context.get('editor').role),
            );
          }
        },
      ],
    });
    const ask = (needed: string, method: string, cookie: string): Promise<Response> =>
      Promise.resolve(
        routes.fetch(
          new Request(`${desk.signIn.origin}/desk/api/for-${needed}`, {
            method,
            headers: { cookie, 'sec-fetch-site': 'same-origin' },
          }),
          {},
        ),
      );
    const cookieOf = (cookies: ReadonlyMap<string, string>): string =>
      [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');

    for (const role of editorRoles) {
      // oxlint-disable-next-line no-await-in-loop
      const { browser } = await desk.signedIn(role);
      const cookie = cookieOf(browser.cookies);
      for (const needed of editorRoles) {
        for (const method of ['GET', 'POST', 'PUT', 'DELETE']) {
          // oxlint-disable-next-line no-await-in-loop
          const response = await ask(needed, method, cookie);
          const expected = mayActAs(role, needed) ? 200 : 403;
          assert.equal(response.status, expected, `${role} at ${method} for ${needed}`);
          // oxlint-disable-next-line no-await-in-loop
          if (expected === 403) assert.equal(await refusalCode(response), 'role-refused');
        }
      }
    }

    const forged = ['', '__Secure-reader-comments.session_token=x.y', 'session_token=x'];
    for (const cookie of forged) {
      // oxlint-disable-next-line no-await-in-loop
      const response = await ask('viewer', 'POST', cookie);
      assert.equal(response.status, 401);
    }
    const { browser } = await desk.signedIn('admin', 'two@paper.test');
    const cookie = cookieOf(browser.cookies);
    await desk.db
      .updateTable('editor_sessions')
      .set({ expiresAt: new Date(Date.now() - 1000).toISOString() })
      .execute();
    assert.equal(await refusalCode(await ask('viewer', 'GET', cookie)), 'unauthorized');
  });

  it('follows a change of role, a reset and a removal from the next request on', async (t) => {
    const desk = await openTestDesk(t);
    const { browser, email } = await desk.signedIn('admin');
    assert.equal(await desk.editors.setRole(email.toUpperCase(), 'viewer'), true);
    assert.equal((await (await browser.get('/api/me')).json()).role, 'viewer');
    const token = await desk.editors.reset(email);
    assert.equal((await browser.get('/api/me')).status, 401);
    const old = { email, password: testPassword };
    assert.equal((await desk.browser().send('POST', '/auth/sign-in', old)).status, 401);
    const welcomed = await browser.send('POST', '/auth/welcome', { token, password: testPassword });
    assert.equal(welcomed.status, 200);
    assert.equal(await desk.editors.remove(email), true);
    assert.equal((await browser.get('/api/me')).status, 401);
    assert.equal(await desk.editors.remove(email), false);
    assert.deepEqual(await desk.db.selectFrom('editor_accounts').selectAll().execute(), []);
  });

  it('never makes more of a session than was shown in it, whatever is set up elsewhere', async (t) => {
    const desk = await openTestDesk(t);
    const { browser, email } = await desk.signedIn('admin');
    // A thief who had the password before the editor set the app up: the session is still there, by some mishap.
    await desk.db.updateTable('editor_sessions').set({ secondStep: 0 }).execute();
    assert.equal(await refusalCode(await browser.get('/api/me')), 'second-step-missing');
    const again = await browser.send('POST', '/auth/set-up', { password: testPassword });
    assert.equal(await refusalCode(again), 'second-step-missing');
    // Nor where the editor has a passkey and no app.
    const id = (await desk.db.selectFrom('editors').select('id').executeTakeFirstOrThrow()).id;
    await desk.db.deleteFrom('editor_second_steps').execute();
    await desk.db.updateTable('editors').set({ twoFactorEnabled: 0 }).execute();
    await desk.db
      .insertInto('editor_passkeys')
      .values({
        id: 'k',
        userId: id,
        name: 'Điện thoại',
        publicKey: '',
        counter: 0,
        transports: '[]',
        createdAt: new Date().toISOString(),
      })
      .execute();
    const thief = desk.browser();
    const answer = await thief.send('POST', '/auth/sign-in', { email, password: testPassword });
    assert.deepEqual(await answer.json(), { next: 'passkey' });
    for (const path of ['/auth/set-up', '/auth/passkeys/options', '/auth/set-up/confirm']) {
      // oxlint-disable-next-line no-await-in-loop
      const refused = await thief.send('POST', path, { password: testPassword, code: '123456' });
      // oxlint-disable-next-line no-await-in-loop
      assert.equal(await refusalCode(refused), 'second-step-missing', path);
    }
  });
});

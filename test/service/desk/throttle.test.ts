import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { limitBudgets } from '../../../src/service/index.ts';
import { openTestDesk, refusalCode } from '../../support/desk-fixture.ts';

describe('limits at the door of the desk', () => {
  it('holds one address back, whomever it asks for', async (t) => {
    const desk = await openTestDesk(t, { limits: 'memory' });
    const browser = desk.browser();
    const ask = (): Promise<Response> =>
      browser.send('POST', '/auth/passkeys/sign-in/options', undefined, {
        address: '203.0.113.9',
        headers: { 'sec-fetch-site': 'same-origin' },
      });
    for (let count = 0; count < limitBudgets.signInsOfLine.points; count += 1) {
      // oxlint-disable-next-line no-await-in-loop
      assert.equal((await ask()).status, 200);
    }
    const refused = await ask();
    assert.equal(refused.status, 429);
    assert.match(refused.headers.get('retry-after') ?? '', /^\d{1,3}$/);
    assert.equal(await refusalCode(refused), 'rate-limited');
    desk.pass(limitBudgets.signInsOfLine.windowSeconds);
    assert.equal((await ask()).status, 200);
  });

  it('holds back who guesses at one editor: soon from one place, later from all places together', async (t) => {
    const desk = await openTestDesk(t, { limits: 'memory' });
    const browser = desk.browser();
    const ask = async (address: string, email = 'ha@paper.test'): Promise<number> => {
      const init = { address, headers: { 'sec-fetch-site': 'same-origin' } };
      const body = { email, password: 'một mật khẩu không đúng' };
      return (await browser.send('POST', '/auth/sign-in', body, init)).status;
    };
    // Counted as the route does, without the password's hash, which takes its time on purpose.
    const count = async (address: string): Promise<boolean> =>
      (await desk.signIn.countSignIn({ address, email: 'ha@paper.test' })) === undefined;
    const { signInsOfEditorFromSite: one, signInsOfEditor: all } = limitBudgets;
    for (let taken = 0; taken < all.points - 1; taken += 1) {
      const place = Math.floor(taken / one.points);
      // oxlint-disable-next-line no-await-in-loop
      assert.ok(await count(`203.0.${place}.${taken % one.points}`));
    }
    assert.equal(await ask('203.0.0.200'), 429);
    assert.equal(await ask('198.51.100.1'), 401);
    assert.equal(await ask('198.51.101.1', ' HA@paper.test'), 429);
    assert.equal(await ask('198.51.101.1', 'other@paper.test'), 401);
  });

  it('counts an editor also where addresses are unknown, and who is signed in already', async (t) => {
    const desk = await openTestDesk(t, { limits: 'memory' });
    const { browser } = await desk.signedIn('viewer');
    const { id } = await (await browser.get('/api/me')).json();
    const guess = async (): Promise<number> =>
      (await browser.send('POST', '/auth/backup-codes', { password: 'x' })).status;
    assert.equal(await guess(), 422);
    while (
      // oxlint-disable-next-line no-await-in-loop
      !(await desk.signIn.countSignIn({ address: undefined, email: `id:${id}` }))
    );
    assert.equal(await guess(), 429);
    assert.equal((await browser.get('/api/me')).status, 200);
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openTestDesk, refusalCode, testPassword } from '../../support/desk-fixture.ts';

/** Every route about the editor's own account; `isSettingUp`: also for who has no second step yet. */
const routes: readonly (readonly [method: string, path: string, isSettingUp?: true])[] = [
  ['POST', '/auth/set-up', true],
  ['POST', '/auth/set-up/confirm', true],
  ['POST', '/auth/backup-codes'],
  ['POST', '/auth/password'],
  ['GET', '/auth/passkeys'],
  ['POST', '/auth/passkeys', true],
  ['POST', '/auth/passkeys/options', true],
  ['DELETE', '/auth/passkeys/x'],
  ['GET', '/auth/sessions'],
  ['DELETE', '/auth/sessions'],
  ['DELETE', '/auth/sessions/x'],
];

const bodyOf = (method: string): object | undefined => (method === 'POST' ? {} : undefined);

describe("the editor's own account (S40)", () => {
  it('is nobody else’s: refused without a session, and with a password alone but for setting up', async (t) => {
    const desk = await openTestDesk(t);
    const token = await desk.editors.add({ name: 'Hà', email: 'ha@paper.test', role: 'admin' });
    const half = desk.browser();
    await half.send('POST', '/auth/welcome', { token, password: testPassword });
    for (const [method, path, isSettingUp] of routes) {
      // oxlint-disable-next-line no-await-in-loop
      const without = await desk.browser().send(method, path, bodyOf(method));
      // oxlint-disable-next-line no-await-in-loop
      assert.equal(await refusalCode(without), 'unauthorized', path);
      // oxlint-disable-next-line no-await-in-loop
      const begun = await half.send(method, path, bodyOf(method));
      if (isSettingUp) assert.ok([200, 422].includes(begun.status), path);
      // oxlint-disable-next-line no-await-in-loop
      else assert.equal(await refusalCode(begun), 'second-step-missing', path);
    }
  });

  it('takes JSON of a sensible size and nothing else', async (t) => {
    const desk = await openTestDesk(t);
    const browser = desk.browser();
    const send = (body: unknown, type = 'application/json'): Promise<Response> =>
      browser.send('POST', '/auth/sign-in', body, {
        headers: { 'sec-fetch-site': 'same-origin', 'content-type': type },
      });
    assert.equal(await refusalCode(await send({}, 'text/plain')), 'not-json');
    assert.equal(
      await refusalCode(await send({}, 'application/x-www-form-urlencoded')),
      'not-json',
    );
    assert.equal(await refusalCode(await send('text')), 'not-json');
    assert.equal(await refusalCode(await send({ email: 'x'.repeat(70_000) })), 'too-many');
    assert.equal(await refusalCode(await send({ email: 'a@paper.test' })), 'invalid-fields');
    const long = { email: 'a@paper.test', password: 'x'.repeat(129) };
    assert.equal(await refusalCode(await send(long)), 'invalid-fields');
    assert.deepEqual(desk.logged, []);
  });

  it('gives backup codes anew for the password, and the older ones are void', async (t) => {
    const desk = await openTestDesk(t);
    const { browser, email, backupCodes } = await desk.signedIn('viewer');
    const answer = await browser.send('POST', '/auth/backup-codes', { password: testPassword });
    const renewed = (await answer.json()).backupCodes;
    assert.equal(new Set([...renewed, ...backupCodes]).size, 20);
    const other = desk.browser();
    await other.send('POST', '/auth/sign-in', { email, password: testPassword });
    const old = await other.send('POST', '/auth/second-step', { backupCode: backupCodes[0] });
    assert.equal(old.status, 422);
    const fresh = await other.send('POST', '/auth/second-step', { backupCode: renewed[0] });
    assert.equal(fresh.status, 200);
  });
});

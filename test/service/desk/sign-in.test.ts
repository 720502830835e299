import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  codeOfApp,
  deskOrigin,
  nextOf,
  openTestDesk,
  refusalCode,
  testPassword,
} from '../../support/desk-fixture.ts';

describe('signing in at the desk', () => {
  it('goes the whole way from a one-time link to the desk (M-13)', async (t) => {
    const desk = await openTestDesk(t);
    const token = await desk.editors.add({ name: 'Lê Hà', email: 'Ha@Paper.test', role: 'editor' });
    const browser = desk.browser();
    assert.equal(await nextOf(await browser.get('/auth/session')), 'sign-in');
    const look = await browser.send('POST', '/auth/welcome/look', { token });
    assert.deepEqual(await look.json(), { name: 'Lê Hà', email: 'ha@paper.test' });

    const accepted = await browser.send('POST', '/auth/welcome', { token, password: testPassword });
    assert.equal(await nextOf(accepted), 'set-up');
    assert.equal(await nextOf(await browser.get('/auth/session')), 'set-up');
    const early = await browser.get('/api/me');
    assert.equal(early.status, 403);
    assert.equal(await refusalCode(early), 'second-step-missing');

    const setUp = await browser.send('POST', '/auth/set-up', { password: testPassword });
    const { uri, backupCodes } = await setUp.json();
    assert.match(uri, /^otpauth:\/\/totp\/paper\.test:ha(@|%40)paper\.test\?/);
    assert.equal(backupCodes.length, 10);
    const wrong = await browser.send('POST', '/auth/set-up/confirm', { code: '000000' });
    assert.equal(await refusalCode(wrong), 'invalid-fields');
    const code = codeOfApp(uri);
    assert.equal(
      await nextOf(await browser.send('POST', '/auth/set-up/confirm', { code })),
      'desk',
    );
    const me = await browser.get('/api/me');
    const { id, ...rest } = await me.json();
    assert.match(id, /^[\da-f-]{36}$/);
    assert.deepEqual(rest, { name: 'Lê Hà', role: 'editor' });
    assert.equal(me.headers.get('cache-control'), 'no-store');

    const other = desk.browser();
    const password = testPassword;
    const first = await other.send('POST', '/auth/sign-in', { email: ' HA@paper.test ', password });
    assert.equal(await nextOf(first), 'second-step');
    assert.equal(await refusalCode(await other.get('/api/me')), 'unauthorized');
    const second = await other.send('POST', '/auth/second-step', { code: codeOfApp(uri) });
    assert.equal(await nextOf(second), 'desk');
    assert.equal((await other.get('/api/me')).status, 200);
    assert.deepEqual(desk.logged, []);
  });

  it('keeps the session in a cookie for the desk alone, which no script and no other site can use', async (t) => {
    const desk = await openTestDesk(t);
    const { browser } = await desk.signedIn('viewer');
    const line = browser.setCookies.find((one) => one.includes('session_token')) ?? '';
    assert.match(line, /^__Secure-reader-comments\.session_token=/);
    const attributes = line
      .split('; ')
      .slice(1)
      .map((one) => one.toLowerCase());
    for (const wanted of ['secure', 'httponly', 'samesite=strict', 'path=/comments/desk']) {
      assert.ok(attributes.includes(wanted), `${wanted} in ${line}`);
    }
    assert.ok(!attributes.some((one) => one.startsWith('domain')));
  });

  it('works on plain http where the desk is on the own machine', async (t) => {
    const desk = await openTestDesk(t, { origin: 'http://localhost:3000' });
    const { browser } = await desk.signedIn('viewer');
    const line = browser.setCookies.find((one) => one.includes('session_token')) ?? '';
    assert.match(line, /^reader-comments\.session_token=/);
    assert.doesNotMatch(line, /secure/i);
    assert.equal((await browser.get('/api/me')).status, 200);
  });

  it('answers alike for an unknown email, a wrong password, and who was invited only', async (t) => {
    const desk = await openTestDesk(t);
    await desk.signedIn('viewer');
    await desk.editors.add({ name: 'Mới', email: 'moi@paper.test', role: 'viewer' });
    const tried = ['viewer@paper.test', 'nobody@paper.test', 'moi@paper.test', 'no email'];
    const answers = await Promise.all(
      tried.map(async (email) => {
        const body = { email, password: 'một mật khẩu không đúng' };
        const response = await desk.browser().send('POST', '/auth/sign-in', body);
        const headers = [...response.headers].filter(([name]) => name !== 'date');
        return JSON.stringify([response.status, headers, await response.text()]);
      }),
    );
    assert.equal(new Set(answers).size, 1);
    assert.match(answers[0]!, /^\[401,/);
  });

  it('refuses wrong and used codes, and takes each backup code once', async (t) => {
    const desk = await openTestDesk(t);
    const { email, backupCodes } = await desk.signedIn('viewer');
    const begin = async () => {
      const browser = desk.browser();
      await browser.send('POST', '/auth/sign-in', { email, password: testPassword });
      return browser;
    };
    const browser = await begin();
    const wrong = await browser.send('POST', '/auth/second-step', { code: '000000' });
    assert.equal(wrong.status, 422);
    assert.equal(await refusalCode(wrong), 'invalid-fields');
    const [backupCode] = backupCodes;
    const right = await browser.send('POST', '/auth/second-step', { backupCode });
    assert.equal(await nextOf(right), 'desk');
    const again = await (await begin()).send('POST', '/auth/second-step', { backupCode });
    assert.equal(await refusalCode(again), 'invalid-fields');
    const without = await desk.browser().send('POST', '/auth/second-step', { code: '123456' });
    assert.equal(await refusalCode(without), 'unauthorized');
  });

  it('ends the attempt after five wrong codes, and rests after ten', async (t) => {
    const desk = await openTestDesk(t);
    const { email, uri } = await desk.signedIn('viewer');
    const tryCodes = async (times: number, last: string): Promise<string> => {
      const browser = desk.browser();
      await browser.send('POST', '/auth/sign-in', { email, password: testPassword });
      for (let count = 0; count < times; count += 1) {
        // oxlint-disable-next-line no-await-in-loop
        await browser.send('POST', '/auth/second-step', { code: '000000' });
      }
      return refusalCode(await browser.send('POST', '/auth/second-step', { code: last }));
    };
    assert.equal(await tryCodes(5, codeOfApp(uri)), 'unauthorized');
    assert.equal(await tryCodes(5, codeOfApp(uri)), 'rate-limited');
  });

  it('lists sessions without their tokens, and ends one, the others, or its own', async (t) => {
    const desk = await openTestDesk(t);
    const { browser, email, uri } = await desk.signedIn('viewer');
    const others = [desk.browser(), desk.browser()];
    for (const other of others) {
      // oxlint-disable-next-line no-await-in-loop
      await other.send('POST', '/auth/sign-in', { email, password: testPassword });
      // oxlint-disable-next-line no-await-in-loop
      await other.send('POST', '/auth/second-step', { code: codeOfApp(uri) });
    }
    const { sessions } = await (await browser.get('/auth/sessions')).json();
    assert.equal(sessions.length, 3);
    assert.equal(sessions.filter((one: { current: boolean }) => one.current).length, 1);
    assert.deepEqual(Object.keys(sessions[0]).toSorted(), [
      'createdAt',
      'current',
      'expiresAt',
      'id',
      'userAgent',
    ]);
    const stranger = await desk.signedIn('admin');
    const foreign = await stranger.browser.send('DELETE', `/auth/sessions/${sessions[0].id}`);
    assert.equal(await refusalCode(foreign), 'not-found');
    const newest = await browser.send('DELETE', `/auth/sessions/${sessions[0].id}`);
    assert.equal(newest.status, 204);
    assert.equal(await refusalCode(await others[1]!.get('/api/me')), 'unauthorized');
    assert.equal((await browser.send('DELETE', '/auth/sessions')).status, 204);
    assert.equal((await others[0]!.get('/api/me')).status, 401);
    assert.equal((await browser.get('/api/me')).status, 200);
    const kept = new Map(browser.cookies);
    assert.equal((await browser.send('POST', '/auth/sign-out')).status, 204);
    for (const [name, value] of kept) browser.cookies.set(name, value);
    assert.equal((await browser.get('/api/me')).status, 401);
  });

  it('refuses writes of foreign pages, and of who does not say where from', async (t) => {
    const desk = await openTestDesk(t);
    const { browser } = await desk.signedIn('admin');
    const refused: readonly Record<string, string>[] = [
      {},
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { 'sec-fetch-site': 'none' },
      { origin: 'https://evil.test' },
      { origin: 'null' },
      { origin: 'http://paper.test' },
      { 'sec-fetch-site': 'same-origin', origin: 'https://evil.test' },
    ];
    for (const headers of refused) {
      // oxlint-disable-next-line no-await-in-loop
      const response = await browser.send('POST', '/auth/sign-out', undefined, { headers });
      assert.equal(response.status, 403, JSON.stringify(headers));
      // oxlint-disable-next-line no-await-in-loop
      assert.equal(await refusalCode(response), 'origin-refused');
    }
    assert.equal((await browser.get('/api/me')).status, 200);
    const headers = { origin: deskOrigin };
    assert.equal(
      (await browser.send('POST', '/auth/sign-out', undefined, { headers })).status,
      204,
    );
  });

  it('has no other doors: no sign-up, no reset by mail, no way to another page (S17)', async (t) => {
    const desk = await openTestDesk(t);
    const { browser } = await desk.signedIn('admin');
    const paths = [
      '/auth/sign-up/email',
      '/auth/sign-in/email',
      '/auth/sign-in/social',
      '/auth/request-password-reset',
      '/auth/desk/open-session',
      '/auth/update-user',
      '/auth/two-factor/disable',
      '/auth/get-session?callbackURL=https://evil.test',
      '/auth/ok',
    ];
    for (const path of paths) {
      for (const method of ['GET', 'POST']) {
        // oxlint-disable-next-line no-await-in-loop
        const response = await browser.send(method, path, method === 'POST' ? {} : undefined);
        assert.equal(response.status, 404, `${method} ${path}`);
      }
    }
    const body = {
      email: 'x@paper.test',
      password: testPassword,
      callbackURL: 'https://evil.test',
    };
    const response = await browser.send('POST', '/auth/sign-in', body);
    assert.equal(response.headers.get('location'), null);
  });

  it('changes a password by the old one, and ends the other sessions', async (t) => {
    const desk = await openTestDesk(t);
    const { browser, email, uri } = await desk.signedIn('viewer');
    const other = desk.browser();
    await other.send('POST', '/auth/sign-in', { email, password: testPassword });
    await other.send('POST', '/auth/second-step', { code: codeOfApp(uri) });
    const newPassword = 'một mật khẩu khác hẳn';
    const change = (password: string, to = newPassword): Promise<Response> =>
      browser.send('POST', '/auth/password', { password, newPassword: to });
    assert.equal(await refusalCode(await change('sai mất rồi nhé')), 'invalid-fields');
    assert.equal(await refusalCode(await change(testPassword, 'ngắn')), 'invalid-fields');
    assert.equal((await change(testPassword)).status, 204);
    assert.equal((await other.get('/api/me')).status, 401);
    assert.equal((await browser.get('/api/me')).status, 200);
    const old = await desk
      .browser()
      .send('POST', '/auth/sign-in', { email, password: testPassword });
    assert.equal(old.status, 401);
  });
});

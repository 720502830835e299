import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { nextOf, openTestDesk, refusalCode, testPassword } from '../../support/desk-fixture.ts';
import { makeTemporaryFolder } from '../../support/service-fixture.ts';

describe('one-time links to the desk', () => {
  it('work once, also when two use one at the same time', async (t) => {
    const desk = await openTestDesk(t);
    const token = await desk.editors.add({ name: 'Hà', email: 'ha@paper.test', role: 'viewer' });
    const accept = (): Promise<Response> =>
      desk.browser().send('POST', '/auth/welcome', { token, password: testPassword });
    const statuses = (await Promise.all([accept(), accept()])).map(({ status }) => status);
    assert.deepEqual(new Set(statuses), new Set([200, 401]));
    assert.equal(await refusalCode(await accept()), 'unauthorized');
    const look = await desk.browser().send('POST', '/auth/welcome/look', { token });
    assert.equal(await refusalCode(look), 'unauthorized');
  });

  it('are over after 24 hours, and when another one was made', async (t) => {
    const desk = await openTestDesk(t);
    const editor = { name: 'Hà', email: 'ha@paper.test', role: 'viewer' } as const;
    const first = await desk.editors.add(editor);
    const use = (token: string | undefined): Promise<Response> =>
      desk.browser().send('POST', '/auth/welcome', { token, password: testPassword });
    const second = await desk.editors.reset('HA@paper.test');
    assert.equal((await use(first)).status, 401);
    desk.pass(24 * 60 * 60);
    assert.equal((await use(second)).status, 401);
    assert.equal((await desk.editors.list())[0]?.state, 'link-expired');
    const third = await desk.editors.reset(editor.email);
    desk.pass(24 * 60 * 60 - 60);
    assert.equal(await nextOf(await use(third)), 'set-up');
    assert.equal(await desk.editors.add(editor), undefined);
  });

  it('take no short password, and stay good for a longer one', async (t) => {
    const desk = await openTestDesk(t);
    const token = await desk.editors.add({ name: 'Hà', email: 'ha@paper.test', role: 'viewer' });
    const use = (password: string): Promise<Response> =>
      desk.browser().send('POST', '/auth/welcome', { token, password });
    for (const password of ['', 'elevenchars', 'x'.repeat(129)]) {
      // oxlint-disable-next-line no-await-in-loop
      assert.equal(await refusalCode(await use(password)), 'invalid-fields');
    }
    assert.equal(await nextOf(await use('mười hai chữ')), 'set-up');
  });

  it('leave no token, password, code or email in the log, nor secrets as they are in the database', async (t) => {
    const folder = makeTemporaryFolder(t);
    const desk = await openTestDesk(t, { folder });
    const token = (await desk.editors.add({ name: 'Hà', email: 'a@paper.test', role: 'viewer' }))!;
    const { uri, backupCodes, browser } = await desk.signedIn('viewer');
    await browser.send('POST', '/auth/second-step', { code: '000000' });
    await browser.send('POST', '/auth/welcome', { token: 'x', password: testPassword });
    assert.deepEqual(desk.logged, []);
    const kept = ['comments.sqlite', 'comments.sqlite-wal']
      .map((name) => readFileSync(join(folder, name), 'latin1'))
      .join('\n');
    const secret = new URL(uri).searchParams.get('secret')!;
    const password = Buffer.from(testPassword).toString('latin1');
    for (const text of [token, secret, ...backupCodes, password]) {
      assert.ok(!kept.includes(text));
    }
  });
});

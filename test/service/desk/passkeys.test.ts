import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  type DeskBrowser,
  deskOrigin,
  nextOf,
  openTestDesk,
  refusalCode,
  testPassword,
} from '../../support/desk-fixture.ts';
import { createSoftwarePasskey, type PasskeyChanges } from '../../support/software-passkey.ts';

interface Question {
  readonly question: string;
  readonly options: { readonly challenge: string; readonly rpId?: string };
}

const askNew = async (browser: DeskBrowser): Promise<Question> =>
  (await browser.send('POST', '/auth/passkeys/options')).json();

const askKnown = async (browser: DeskBrowser): Promise<Question> =>
  (await browser.send('POST', '/auth/passkeys/sign-in/options')).json();

describe('passkeys at the desk', () => {
  it('are a second step of their own, and sign in without a password', async (t) => {
    const desk = await openTestDesk(t);
    const passkey = createSoftwarePasskey(deskOrigin);
    const token = await desk.editors.add({ name: 'Hà', email: 'ha@paper.test', role: 'editor' });
    const first = desk.browser();
    await first.send('POST', '/auth/welcome', { token, password: testPassword });
    const asked = await askNew(first);
    const kept = await first.send('POST', '/auth/passkeys', {
      name: 'Điện thoại',
      question: asked.question,
      response: passkey.create(asked.options.challenge),
    });
    assert.equal(await nextOf(kept), 'desk');
    assert.equal((await first.get('/api/me')).status, 200);
    assert.equal((await desk.editors.list())[0]?.state, 'ready');

    const browser = desk.browser();
    const { question, options } = await askKnown(browser);
    assert.equal(options.rpId, 'paper.test');
    const body = { question, response: passkey.get(options.challenge) };
    assert.equal(await nextOf(await browser.send('POST', '/auth/passkeys/sign-in', body)), 'desk');
    assert.equal((await (await browser.get('/api/me')).json()).role, 'editor');
    const again = await desk.browser().send('POST', '/auth/passkeys/sign-in', body);
    assert.equal(await refusalCode(again), 'unauthorized');

    const { passkeys } = await (await browser.get('/auth/passkeys')).json();
    assert.deepEqual(Object.keys(passkeys[0]).toSorted(), ['createdAt', 'id', 'name']);
    const last = await browser.send('DELETE', `/auth/passkeys/${passkeys[0].id}`);
    assert.equal(last.status, 409);
    assert.equal(await refusalCode(last), 'move-refused');
  });

  it('are refused from another page, for another host, without a fingerprint or PIN, too late, or when unknown', async (t) => {
    const desk = await openTestDesk(t);
    const { browser } = await desk.signedIn('viewer');
    const passkey = createSoftwarePasskey(deskOrigin);
    const wrong: readonly PasskeyChanges[] = [
      { origin: 'https://evil.test' },
      { rpId: 'evil.test' },
      { isUnverified: true },
    ];
    const keep = async (changes?: PasskeyChanges): Promise<number> => {
      const { question, options } = await askNew(browser);
      const response = passkey.create(options.challenge, changes);
      const body = { name: 'Khóa', question, response };
      return (await browser.send('POST', '/auth/passkeys', body)).status;
    };
    for (const changes of wrong) {
      // oxlint-disable-next-line no-await-in-loop
      assert.equal(await keep(changes), 422);
    }
    assert.equal(await keep(), 200);
    assert.equal(await keep(), 422, 'the same one twice');

    const signIn = async (changes?: PasskeyChanges, waitSeconds = 0): Promise<number> => {
      const other = desk.browser();
      const { question, options } = await askKnown(other);
      desk.pass(waitSeconds);
      const response = passkey.get(options.challenge, changes);
      return (await other.send('POST', '/auth/passkeys/sign-in', { question, response })).status;
    };
    for (const changes of wrong) {
      // oxlint-disable-next-line no-await-in-loop
      assert.equal(await signIn(changes), 401);
    }
    assert.equal(await signIn({}, 301), 401);
    assert.equal(await signIn(), 200);
    const { passkeys } = await (await browser.get('/auth/passkeys')).json();
    // The app is still there.
    assert.equal((await browser.send('DELETE', `/auth/passkeys/${passkeys[0].id}`)).status, 204);
    assert.equal(await signIn(), 401);
  });

  it('take no answer to a question that somebody else was asked, and none of nonsense', async (t) => {
    const desk = await openTestDesk(t);
    const { browser } = await desk.signedIn('viewer');
    const stranger = (await desk.signedIn('admin')).browser;
    const { question, options } = await askNew(stranger);
    const response = createSoftwarePasskey(deskOrigin).create(options.challenge);
    const body = { name: 'Khóa', question, response };
    assert.equal((await browser.send('POST', '/auth/passkeys', body)).status, 422);
    assert.equal((await stranger.send('POST', '/auth/passkeys', body)).status, 200);
    for (const nonsense of [{}, { id: 'x' }, { id: 7, response: {} }]) {
      // oxlint-disable-next-line no-await-in-loop
      const asked = await askKnown(browser);
      const tried = { question: asked.question, response: nonsense };
      // oxlint-disable-next-line no-await-in-loop
      const refused = await desk.browser().send('POST', '/auth/passkeys/sign-in', tried);
      // oxlint-disable-next-line no-await-in-loop
      assert.equal(await refusalCode(refused), 'unauthorized');
    }
    assert.deepEqual(desk.logged, []);
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { loadSignInLibrary } from '../../../src/service/desk/sign-in-library.ts';
import { openCommentService, readSettings } from '../../../src/service/index.ts';
import { codeOfApp, nextOf, openTestDesk, testPassword } from '../../support/desk-fixture.ts';
import { recordLog } from '../../support/private/record.ts';
import { makeTemporaryFolder, testSecret } from '../../support/service-fixture.ts';

describe('opening the desk', () => {
  it('says in one sentence which packages are missing', async () => {
    const missing = Object.assign(new Error("Cannot find package 'better-auth'"), {
      code: 'ERR_MODULE_NOT_FOUND',
    });
    await assert.rejects(
      loadSignInLibrary(() => Promise.reject(missing)),
      {
        name: 'ConfigurationError',
        code: 'LIBRARY_MISSING',
        message:
          'The desk needs two packages that are not installed; run "npm install better-auth @simplewebauthn/server", or leave the setting desk (--desk or READER_COMMENTS_DESK) off.',
      },
    );
    const broken = new Error('some other trouble');
    await assert.rejects(
      loadSignInLibrary(() => Promise.reject(broken)),
      broken,
    );
  });

  it('is left out unless it is asked for', async (t) => {
    const open = async (desk: 'on' | 'off') => {
      const settings = readSettings({
        data: makeTemporaryFolder(t),
        desk,
        deskUrl: 'https://paper.test',
        secret: testSecret,
      });
      const service = await openCommentService(settings, { log: recordLog });
      t.after(() => service.close());
      const ask = async (path: string): Promise<number> =>
        (await service.fetch(new Request(`https://paper.test/comments${path}`))).status;
      return [await ask('/desk/api/me'), await ask('/desk/auth/session')];
    };
    assert.deepEqual(await open('off'), [404, 404]);
    assert.deepEqual(await open('on'), [401, 200]);
  });

  it('keeps second steps readable when the secret is another one, and after the old one is gone', async (t) => {
    const folder = makeTemporaryFolder(t);
    const [first, second] = [testSecret, 'another secret for tests of more than 32 bytes'];
    const begun = await openTestDesk(t, { folder, secret: [first] });
    const { email, uri } = await begun.signedIn('viewer');
    await begun.service.close();
    const both = await openTestDesk(t, { folder, secret: [second, first] });
    await both.service.close();
    const desk = await openTestDesk(t, { folder, secret: [second] });
    const browser = desk.browser();
    await browser.send('POST', '/auth/sign-in', { email, password: testPassword });
    const code = codeOfApp(uri);
    assert.equal(await nextOf(await browser.send('POST', '/auth/second-step', { code })), 'desk');
  });
});

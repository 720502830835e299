import assert from 'node:assert/strict';
import { chmodSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { readSettings, type SettingValues } from '../../src/service/index.ts';
import { prepareDataFolder } from '../../src/service/data-folder.ts';
import { settingFlags } from '../../src/service/setting-table.ts';
import { makeTemporaryFolder, testSecret } from '../support/service-fixture.ts';

describe('readSettings', () => {
  it('has a default for everything but the secret', () => {
    assert.deepEqual(readSettings(), {
      port: 3000,
      host: '127.0.0.1',
      path: '/comments',
      data: 'data',
      database: `sqlite:${join('data', 'comments.sqlite')}`,
      allowOrigins: [],
      challenges: ['picture', 'speech'],
      workDifficulty: 1000,
      withoutCode: 'refuse',
      moderation: 'pre',
      trustedAccepted: 3,
      trustedOf: 5,
      accents: 'warn',
      maxLinks: 2,
      duplicateHours: 24,
      wavePosts: 120,
      legalBasis: 'notice-only',
      consents: [],
      codeLength: 6,
      codeLifetimeSeconds: 1800,
      autoCloseDays: 14,
      keepRefusedDays: 90,
      keepEmailDays: 365,
      keepNetworkDays: 30,
      timeZone: 'Asia/Ho_Chi_Minh',
      limits: {
        name: 'required',
        address: 'optional',
        email: 'required',
        maxNameGraphemes: 100,
        allowNameDigits: true,
        maxAddressGraphemes: 200,
        minContentGraphemes: 1,
        maxContentGraphemes: 2000,
      },
      rateLimits: 'on',
      trustProxies: [],
      ipMode: 'truncate',
      banWords: ['own'],
      suspectWords: ['own'],
      log: 'text',
      metricsHost: '127.0.0.1',
      desk: 'off',
    });
  });

  it('reads options first, then variables, then defaults', () => {
    const env = { READER_COMMENTS_PORT: '4000', READER_COMMENTS_MODERATION: 'post' };
    const { port, moderation } = readSettings({ port: 5000 }, env);
    assert.equal(port, 5000);
    assert.equal(moderation, 'post');
    assert.equal(readSettings({ port: undefined }, env).port, 4000);
  });

  it('reads texts, as flags and variables are, and lists by commas', () => {
    const settings = readSettings(
      {},
      {
        READER_COMMENTS_ALLOW_ORIGINS: 'https://a.vn, https://b.vn:8443',
        READER_COMMENTS_CHALLENGES: 'none',
        READER_COMMENTS_ALLOW_NAME_DIGITS: 'false',
        READER_COMMENTS_MAX_CONTENT_GRAPHEMES: '5000',
        READER_COMMENTS_PATH: '/ban-doc/',
        READER_COMMENTS_DATA: '/srv/comments',
        READER_COMMENTS_SECRET: testSecret,
        READER_COMMENTS_LIMITS: 'off',
        READER_COMMENTS_TRUST_PROXIES: '10.0.0.0/8, 2001:db8::/32, 203.0.113.7',
        READER_COMMENTS_HOST: '',
        HOME: '/root',
      },
    );
    assert.deepEqual(settings.allowOrigins, ['https://a.vn', 'https://b.vn:8443']);
    assert.deepEqual(settings.challenges, []);
    assert.equal(settings.rateLimits, 'off');
    assert.deepEqual(settings.trustProxies, ['10.0.0.0/8', '2001:db8::/32', '203.0.113.7']);
    assert.equal(settings.limits.allowNameDigits, false);
    assert.equal(settings.limits.maxContentGraphemes, 5000);
    assert.equal(settings.path, '/ban-doc');
    assert.equal(settings.database, `sqlite:${join('/srv/comments', 'comments.sqlite')}`);
    assert.deepEqual(settings.secret, [testSecret]);
    assert.equal(settings.host, '127.0.0.1');
  });

  const wrong: readonly SettingValues[] = [
    { limits: 'maybe' },
    { trustProxies: 'proxy.example.vn' },
    { trustProxies: '10.0.0.0/33' },
    { trustProxies: '10.0.0.0/8, ' },
    { ipMode: 'all' },
    { port: '70000' },
    { port: '' },
    { port: '3000x' },
    { port: -1 },
    { host: 'a b' },
    { path: 'comments' },
    { path: '/a//b' },
    { path: '/:id' },
    { path: '/*' },
    { data: '' },
    { database: 'mysql://x' },
    { allowOrigins: 'https://a.vn/' },
    { allowOrigins: '*' },
    { allowOrigins: 'ftp://a.vn' },
    { allowOrigins: ['a.vn'] },
    { challenges: 'speech' },
    { challenges: 'work,speech' },
    { workDifficulty: 0 },
    { withoutCode: 'publish' },
    { moderation: 'never' },
    { codeLength: 3 },
    { codeLifetimeSeconds: 600 },
    { name: 'yes' },
    { allowNameDigits: '1' },
    { maxContentGraphemes: 0 },
    { desk: 'yes' },
    { desk: 'on' },
    { deskUrl: 'paper.test' },
    { deskUrl: 'https://paper.test/desk' },
    { deskUrl: 'http://paper.test' },
    { minContentGraphemes: '2001' },
    { trustedAccepted: 0 },
    { trustedOf: '101' },
    { trustedAccepted: 6 },
    { minContentGraphemes: 100, maxContentGraphemes: 99 },
  ];
  for (const values of wrong) {
    it(`refuses ${JSON.stringify(values)} in one sentence that names the setting`, () => {
      const [name = ''] = Object.keys(values);
      const repeatable: Record<string, string> = {
        allowOrigins: 'allow-origin',
        trustProxies: 'trust-proxy',
      };
      const flag =
        repeatable[name] ?? name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
      assert.throws(
        () => readSettings(values),
        (error: Error & { code?: string }) => {
          assert.equal(error.code, 'SETTING_INVALID');
          assert.match(
            error.message,
            new RegExp(
              `^The setting ${name} \\(--${flag} or READER_COMMENTS_[A-Z_]+\\) must .*[.]$`,
            ),
          );
          assert.doesNotMatch(error.message, /\n|\. [A-Z]/);
          return true;
        },
      );
    });
  }

  it('refuses a short secret without printing it', () => {
    const env = { READER_COMMENTS_SECRET: 'hunter2' };
    assert.throws(() => readSettings({}, env), {
      code: 'SETTING_INVALID',
      message:
        'The setting secret (READER_COMMENTS_SECRET) must be at least 32 bytes long, or several such parted by commas, not a shorter one; correct it or leave it out.',
    });
  });

  it('takes what other backends show as it takes the secret, and prints neither', () => {
    const { verifySecret } = readSettings({}, { READER_COMMENTS_VERIFY_SECRET: testSecret });
    assert.deepEqual(verifySecret, [testSecret]);
    assert.throws(() => readSettings({}, { READER_COMMENTS_VERIFY_SECRET: 'hunter2' }), {
      code: 'SETTING_INVALID',
      message: /^The setting verifySecret \(READER_COMMENTS_VERIFY_SECRET\) must (?!.*hunter2)/,
    });
    assert.ok(!('verifySecret' in settingFlags) && !('secret' in settingFlags));
  });

  it('takes a purge endpoint by http or https, without a name and password in it, and never prints it', () => {
    assert.ok(!('purgeUrl' in readSettings()));
    for (const purgeUrl of ['http://127.0.0.1:8080/purge?key=k', 'https://cdn.example.vn/']) {
      assert.equal(readSettings({ purgeUrl }).purgeUrl, purgeUrl);
    }
    const refused = [
      '/purge',
      'ftp://a.vn/',
      'https://',
      'https://name@a.vn/',
      'https://:word@a.vn/',
    ];
    for (const purgeUrl of refused) {
      assert.throws(() => readSettings({ purgeUrl }), {
        code: 'SETTING_INVALID',
        message:
          'The setting purgeUrl (--purge-url or READER_COMMENTS_PURGE_URL) must be an http or https URL ' +
          'without a name and password in it; correct it or leave it out.',
      });
    }
  });

  it('takes what the purge endpoint is shown as a variable alone, and never prints it', () => {
    const { purgeSecret } = readSettings({}, { READER_COMMENTS_PURGE_SECRET: 'cdn-secret' });
    assert.equal(purgeSecret, 'cdn-secret');
    assert.ok(!('purgeSecret' in readSettings()) && !('purgeSecret' in settingFlags));
    for (const text of ['hunter 2', 'hunter2\n', 'hunter2ế', 'hunter2'.repeat(147)]) {
      assert.throws(() => readSettings({}, { READER_COMMENTS_PURGE_SECRET: text }), {
        code: 'SETTING_INVALID',
        message:
          'The setting purgeSecret (READER_COMMENTS_PURGE_SECRET) must be 1–1024 visible ASCII characters; ' +
          'correct it or leave it out.',
      });
    }
  });

  it('takes several secrets parted by commas or line breaks, the first one first', () => {
    const [newer, older] = [`${testSecret} 2`, testSecret];
    for (const text of [`${newer},${older}`, ` ${newer} , ${older},\n`, `${newer}\n${older}\n`]) {
      const settings = readSettings({}, { READER_COMMENTS_SECRET: text });
      assert.deepEqual(settings.secret, [newer, older], JSON.stringify(text));
    }
    assert.deepEqual(readSettings({ secret: [newer, older] }).secret, [newer, older]);
    for (const text of [`${newer},hunter2`, ',', `hunter2,${older}`]) {
      assert.throws(
        () => readSettings({}, { READER_COMMENTS_SECRET: text }),
        (error: Error & { code?: string }) =>
          error.code === 'SETTING_INVALID' && !/hunter2|tests/.test(error.message),
      );
    }
  });

  it('refuses a misspelt variable or option, which would be a rule that silently does not hold', () => {
    assert.throws(() => readSettings({}, { READER_COMMENTS_MODERATON: 'pre' }), {
      code: 'SETTING_UNKNOWN',
      message: /^There is no setting READER_COMMENTS_MODERATON; /,
    });
    const misspelt: object = { moderaton: 'pre' };
    assert.throws(() => readSettings(misspelt), {
      code: 'SETTING_UNKNOWN',
      message: /^There is no setting moderaton; /,
    });
  });
});

describe('prepareDataFolder', () => {
  it('makes the folder, with those above it, for its owner only', (t) => {
    const folder = join(makeTemporaryFolder(t), 'a', 'b');
    prepareDataFolder(folder);
    assert.equal(statSync(folder).mode & 0o777, 0o700);
    chmodSync(folder, 0o750);
    prepareDataFolder(folder);
    assert.equal(statSync(folder).mode & 0o777, 0o750);
  });

  it('says in one sentence that it cannot be a file', (t) => {
    const file = join(makeTemporaryFolder(t), 'file');
    writeFileSync(file, '');
    for (const path of [file, join(file, 'below')]) {
      assert.throws(() => prepareDataFolder(path), { code: 'DATA_FOLDER_UNWRITABLE' });
    }
  });
});

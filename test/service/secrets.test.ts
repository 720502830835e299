import assert from 'node:assert/strict';
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { createSecurityCode } from '../../src/captcha/index.ts';
import { rotateSecret } from '../../src/service/rotate-secret.ts';
import { readServiceSecrets } from '../../src/service/service-secret.ts';
import { makeTemporaryFolder, testSecret } from '../support/service-fixture.ts';

const production = false;
const dayMs = 24 * 60 * 60 * 1000;

describe('readServiceSecrets', () => {
  it('makes one in the data folder at the first start, for its owner only, and keeps it', (t) => {
    const data = makeTemporaryFolder(t);
    const [secret = '', ...older] = readServiceSecrets({ data }, { production });
    assert.ok(Buffer.byteLength(secret) >= 32);
    assert.deepEqual(older, []);
    assert.equal(readFileSync(join(data, 'secret'), 'utf8'), secret);
    assert.equal(statSync(join(data, 'secret')).mode & 0o777, 0o600);
    assert.deepEqual(readServiceSecrets({ data }, { production }), [secret]);
  });

  it('makes another one for each installation', (t) => {
    const first = readServiceSecrets({ data: makeTemporaryFolder(t) }, { production });
    const second = readServiceSecrets({ data: makeTemporaryFolder(t) }, { production });
    assert.notDeepEqual(first, second);
  });

  it('takes those from outside and then makes none', (t) => {
    const data = makeTemporaryFolder(t);
    const settings = { data, secret: [testSecret, `${testSecret} 2`] };
    assert.deepEqual(readServiceSecrets(settings, { production: true }), settings.secret);
    assert.throws(() => statSync(join(data, 'secret')), { code: 'ENOENT' });
  });

  it('wants them from outside in production', (t) => {
    const data = makeTemporaryFolder(t);
    assert.throws(() => readServiceSecrets({ data }, { production: true }), {
      code: 'SECRET_MISSING',
      message: /READER_COMMENTS_SECRET/,
    });
  });

  const older = `${testSecret} 2026-12-24T05:00:00.000Z`;
  for (const [what, text, code] of [
    ['was cut off', 'cut off', 'SECRET_TOO_SHORT'],
    ['is empty', '', 'SECRET_TOO_SHORT'],
    [
      'was cut off in its second line',
      `${testSecret}\n${older.slice(0, 20)}\n`,
      'SECRET_TOO_SHORT',
    ],
    ['begins with an older one', `${older}\n`, 'SECRET_UNREADABLE'],
  ] as const) {
    it(`says in one sentence that a file ${what}, and prints none of it`, (t) => {
      const data = makeTemporaryFolder(t);
      writeFileSync(join(data, 'secret'), text);
      assert.throws(
        () => readServiceSecrets({ data }, { production }),
        (error: Error & { code?: string }) => {
          assert.equal(error.code, code);
          assert.match(error.message, /^[^\n]+\.$/);
          assert.ok(error.message.includes(data));
          assert.doesNotMatch(error.message, /cut off|for tests|a secret/);
          return true;
        },
      );
    });
  }

  it('says in one sentence that a file cannot be read', (t) => {
    const data = makeTemporaryFolder(t);
    mkdirSync(join(data, 'secret'));
    assert.throws(() => readServiceSecrets({ data }, { production }), {
      code: 'SECRET_UNREADABLE',
      message: /^[^\n]+\.$/,
    });
  });
});

describe('rotateSecret', () => {
  const startMs = Date.parse('2026-11-24T05:00:00Z');
  const after = (days: number) => (): number => startMs + days * dayMs;
  const read = (data: string, days: number): readonly string[] =>
    readServiceSecrets({ data }, { production, now: after(days) });
  const rotate = (data: string, days: number, keepDays = 30): number =>
    rotateSecret({ data }, { keepDays, now: after(days) }).olderSecrets;

  it('puts a new secret first and keeps the one before it for as long as it was told', (t) => {
    const data = makeTemporaryFolder(t);
    const [first] = read(data, 0);
    assert.equal(rotate(data, 0), 1);
    const [second, ...older] = read(data, 0);
    assert.notEqual(second, first);
    assert.deepEqual(older, [first]);
    assert.deepEqual(read(data, 29.9), [second, first]);
    assert.deepEqual(read(data, 30), [second]);
  });

  it('keeps both older ones after two rotations, each to its own time, then drops them', (t) => {
    const data = makeTemporaryFolder(t);
    const [first] = read(data, 0);
    rotate(data, 0);
    const [second] = read(data, 0);
    assert.equal(rotate(data, 10), 2);
    const [third] = read(data, 10);
    assert.deepEqual(read(data, 10), [third, second, first]);
    assert.deepEqual(read(data, 35), [third, second]);
    assert.equal(rotate(data, 41), 1);
    const file = readFileSync(join(data, 'secret'), 'utf8');
    for (const dropped of [first, second]) assert.ok(!file.includes(dropped ?? ''), dropped);
    assert.ok(file.includes(third ?? ''));
  });

  it('gives an older one no more time at the next rotation, but less', (t) => {
    const data = makeTemporaryFolder(t);
    const [first = ''] = read(data, 0);
    rotate(data, 0);
    rotate(data, 1, 100);
    assert.ok(!read(data, 31).includes(first));
    const other = makeTemporaryFolder(t);
    const [leaking = ''] = read(other, 0);
    rotate(other, 0);
    rotate(other, 1, 2);
    assert.ok(read(other, 2).includes(leaking));
    assert.ok(!read(other, 4).includes(leaking));
  });

  it('keeps none with 0 days, as for a secret that has leaked, be the file whole or not', (t) => {
    const data = makeTemporaryFolder(t);
    const [first] = read(data, 0);
    assert.equal(rotate(data, 0, 0), 0);
    const [second, ...older] = read(data, 0);
    assert.notEqual(second, first);
    assert.deepEqual(older, []);
    writeFileSync(join(data, 'secret'), 'cut off');
    rotate(data, 0, 0);
    assert.equal(read(data, 0).length, 1);
  });

  it('leaves one file, for its owner only, whatever it was before', (t) => {
    const data = makeTemporaryFolder(t);
    read(data, 0);
    chmodSync(join(data, 'secret'), 0o644);
    rotate(data, 0);
    assert.deepEqual(readdirSync(data), ['secret']);
    assert.equal(statSync(join(data, 'secret')).mode & 0o777, 0o600);
  });

  it('follows a link, which stays one', (t) => {
    const [data, elsewhere] = [makeTemporaryFolder(t), makeTemporaryFolder(t)];
    const [first] = read(elsewhere, 0);
    symlinkSync(join(elsewhere, 'secret'), join(data, 'secret'));
    rotate(data, 0);
    assert.ok(lstatSync(join(data, 'secret')).isSymbolicLink());
    assert.deepEqual(read(elsewhere, 0).slice(1), [first]);
  });

  it('changes nothing while another one is under way, and says so in one sentence', (t) => {
    const data = makeTemporaryFolder(t);
    const before = read(data, 0);
    writeFileSync(join(data, 'secret.new'), '');
    assert.throws(() => rotate(data, 0), { code: 'SECRET_UNREADABLE', message: /\.new\.$/ });
    assert.deepEqual(read(data, 0), before);
    assert.deepEqual(readdirSync(data), ['secret', 'secret.new']);
  });

  it('makes nothing where there is no secret yet, which is the wrong folder', (t) => {
    const data = makeTemporaryFolder(t);
    assert.throws(() => rotate(data, 0), {
      code: 'SECRET_UNREADABLE',
      message: /^[^\n]*--data[^\n]*\.$/,
    });
    assert.deepEqual(readdirSync(data), []);
  });

  it('refuses where the secret is a setting, and where the file is none', (t) => {
    const data = makeTemporaryFolder(t);
    const settings = { data, secret: [testSecret] };
    assert.throws(() => rotateSecret(settings, { keepDays: 30 }), {
      code: 'SECRET_ELSEWHERE',
      message: /^[^\n]*READER_COMMENTS_SECRET[^\n]*\.$/,
    });
    writeFileSync(join(data, 'secret'), 'cut off');
    assert.throws(() => rotate(data, 0), { code: 'SECRET_TOO_SHORT' });
    assert.equal(readFileSync(join(data, 'secret'), 'utf8'), 'cut off');
  });

  it('refuses no reader: a code from before it passes after it', async (t) => {
    const data = makeTemporaryFolder(t);
    const answer = '135790';
    const start = () =>
      createSecurityCode({
        secret: read(data, 0),
        spent: { spend: async () => true },
        now: after(0),
        newCode: () => answer,
      });
    const [before, article] = [start(), 'bai-1'];
    const { token } = await before.issue({ article });
    rotate(data, 0);
    const since = start();
    assert.equal((await since.check({ token, answer, article })).kind, 'passed');
    const fresh = await since.issue({ article });
    assert.equal((await since.check({ ...fresh, answer, article })).kind, 'passed');
    assert.equal((await before.check({ ...fresh, answer, article })).kind, 'malformed');
  });
});

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { settingFlags } from '../../src/service/setting-table.ts';
import { concurrency, isOneSentence, program, run } from '../support/service-process.ts';

describe('reader-comments', { concurrency }, () => {
  it('shows its commands without one, and with --help', async () => {
    const [bare, help] = await Promise.all([run([]), run(['--help'])]);
    assert.deepEqual(bare, help);
    assert.equal(help.exitCode, 0);
    assert.equal(help.err, '');
    for (const command of [
      'serve',
      'captcha',
      'comments list',
      'comments publish',
      'comments reject',
      'article list',
      'article show',
      'article set',
      'secret rotate',
    ]) {
      assert.match(help.out, new RegExp(`^  ${command} `, 'm'));
    }
  });

  it('explains every flag of every command', async () => {
    const { exitCode, out } = await run(['serve', '--help']);
    assert.equal(exitCode, 0);
    for (const { flag, help } of Object.values(settingFlags)) {
      assert.ok(out.includes(`--${flag} `), flag);
      assert.ok(out.includes(help), help);
    }
    assert.match(out, /READER_COMMENTS_SECRET/);
    assert.match(out, /READER_COMMENTS_VERIFY_SECRET/);
    const list = await run(['comments', 'list', '--help']);
    for (const flag of ['--status', '--article', '--limit', '--json', '--database', '--data']) {
      assert.ok(list.out.includes(`  ${flag}`), flag);
    }
    assert.ok((await run(['comments', 'reject', '--help'])).out.includes('--reason'));
    const rotate = await run(['secret', 'rotate', '--help']);
    for (const flag of ['--keep-days', '--data']) assert.ok(rotate.out.includes(`  ${flag}`), flag);
    assert.match(rotate.out, /restart/);
    const captcha = await run(['captcha', '--help']);
    for (const flag of ['--port', '--path', '--allow-origin', '--data', '--memory']) {
      assert.ok(captcha.out.includes(`  ${flag}`), flag);
    }
    assert.match(captcha.out, /READER_COMMENTS_VERIFY_SECRET/);
  });

  it('tells its version', async () => {
    const file = new URL('../../package.json', import.meta.url);
    const { out } = await run(['--version']);
    assert.ok(readFileSync(file, 'utf8').includes(`"version": "${out.trim()}"`));
  });

  const misunderstood: readonly (readonly string[])[] = [
    ['srve'],
    ['comments'],
    ['comments', 'delete'],
    ['--prot'],
    ['serve', '--prot', '3000'],
    ['serve', '--port'],
    ['serve', 'now'],
    ['comments', 'list', '--status', 'lost'],
    ['comments', 'list', '--limit', '0'],
    ['comments', 'publish'],
    ['comments', 'publish', '--reason', 'x', 'id'],
    ['captcha', 'now'],
    ['captcha', '--moderation', 'post'],
    ['secret'],
    ['secret', 'rotate', 'now'],
    ['secret', 'rotate', '--keep-days', '-1'],
    ['secret', 'rotate', '--keep-days', '366'],
  ];
  for (const args of misunderstood) {
    it(`does not understand "${args.join(' ')}", and says so with exit code 2`, async () => {
      const { exitCode, out, err } = await run(args);
      assert.equal(exitCode, 2);
      assert.equal(out, '');
      assert.match(err, /^[^\n]+ See reader-comments --help\.\n$/);
      isOneSentence(err);
    });
  }

  it('says that Node.js is too old before it loads anything', async () => {
    const oldNode =
      "data:text/javascript,Object.defineProperty(process.versions,'node',{value:'20.20.2'})";
    const { exitCode, err } = await run(['--help'], {}, ['--import', oldNode]);
    assert.equal(exitCode, 1);
    assert.match(err, /^reader-comments needs Node\.js 24 or newer and this is 20\.20\.2;/);
    isOneSentence(err);
    assert.doesNotMatch(readFileSync(program, 'utf8'), /^import /m);
  });
});

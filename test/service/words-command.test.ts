import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { describe, it } from 'node:test';
import { runCommandLine } from '../../src/cli/run-command-line.ts';
import { makeTemporaryFolder } from '../support/service-fixture.ts';
import { concurrency, run } from '../support/service-process.ts';

describe('reader-comments words test', { concurrency }, () => {
  it('shows what a text hits and why, one line a place', async () => {
    const { exitCode, out } = await run([
      'words',
      'test',
      'Thằng',
      'lồn,',
      'v.c.l thật,',
      'dau buoi',
    ]);
    assert.equal(exitCode, 0);
    assert.deepEqual(out.trimEnd().split('\n'), [
      'junk  ban  lồn  exact  6–9  Thằng [lồn], v.c.l thật, dau buoi',
      'hold  suspect  vcl  exact  11–16  Thằng lồn, [v.c.l] thật, dau buoi',
      'hold  ban  đầu buồi  without accents  23–31  Thằng lồn, v.c.l thật, [dau buoi]',
    ]);
  });

  it('says so where there is nothing', async () => {
    const { exitCode, out } = await run(['words', 'test', 'Cảm ơn tòa soạn']);
    assert.deepEqual({ exitCode, out }, { exitCode: 0, out: 'No word of the lists.\n' });
  });

  it('takes lists of a site, and no text can steer the terminal', async (t) => {
    const file = join(makeTemporaryFolder(t), 'words.txt');
    writeFileSync(file, 'dở tệ\n');
    const text = `${'a '.repeat(40)}d*ở\u001b[2J d.ở tệ\u202E ${'b '.repeat(40)}`;
    const { out } = await run(['words', 'test', '--ban', 'none', '--suspect', file, text]);
    assert.match(out, /^hold {2}suspect {2}dở tệ {2}exact {2}\d+–\d+ {2}….*\[d\.ở tệ\].*…\n$/);
    assert.doesNotMatch(out.trimEnd(), /[\p{Cc}\u202E]/u);
  });

  it('names a list that cannot be read, by its setting', async () => {
    const { exitCode, err } = await run(['words', 'test', '--ban', '/nowhere/words.txt', 'x']);
    assert.equal(exitCode, 1);
    assert.match(
      err,
      /^The list of words \/nowhere\/words\.txt \(--ban-words or READER_COMMENTS_BAN_WORDS\)/,
    );
  });

  it('reads the standard input where no text is given', async (t) => {
    const input = new PassThrough();
    const lines: string[] = [];
    t.mock.getter(process, 'stdin', () => input);
    const running = runCommandLine(['words', 'test'], {
      print: (line) => lines.push(line),
      warn: assert.fail,
    });
    input.end('vcl\n');
    assert.equal(await running, 0);
    assert.deepEqual(lines, ['hold  suspect  vcl  exact  0–3  [vcl]']);
  });
});

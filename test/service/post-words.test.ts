import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import type { SettingValues, StoredComment } from '../../src/service/index.ts';
import { makeTemporaryFolder, openTestService } from '../support/service-fixture.ts';
import { run } from '../support/service-process.ts';

/** What is kept of a comment that a service takes where comments are published at once. */
async function keep(
  t: TestContext,
  content: string,
  settings: SettingValues = {},
): Promise<StoredComment | undefined> {
  const paper = await openTestService(t, { settings: { moderation: 'post', ...settings } });
  const { status } = await paper.postJson('', { ...(await paper.solvedDraft()), content });
  const [comment] = await paper.store.listComments({ limit: 1 });
  assert.equal(status, comment?.status === 'published' ? 201 : 202);
  return comment;
}

describe('Words of the lists in a comment (T-13)', () => {
  it('keep it for the newsroom, with the places in the text that is kept', async (t) => {
    const comment = await keep(t, 'Thằng địt mẹ này, v.c.l thật'.normalize('NFD'));
    assert.equal(comment?.status, 'pending');
    assert.deepEqual(
      comment.signals.map(({ code, severity, field, offsets, detail }) => ({
        code,
        severity,
        field,
        detail,
        hit: offsets.map(([start, end]) => comment.texts.content.slice(start, end)),
      })),
      [
        {
          code: 'banned-word',
          severity: 'junk',
          field: 'content',
          detail: 'địt mẹ',
          hit: ['địt mẹ'],
        },
        { code: 'suspect-word', severity: 'hold', field: 'content', detail: 'vcl', hit: ['v.c.l'] },
      ],
    );
  });

  it('are no matter where there is none', async (t) => {
    const comment = await keep(t, 'Các bạn lớn cho đủ buổi cũ');
    assert.equal(comment?.status, 'published');
    assert.deepEqual(comment.signals, []);
  });

  it('are those of the site where it has lists of its own', async (t) => {
    const file = join(makeTemporaryFolder(t), 'words.txt');
    writeFileSync(file, 'cái kiềng\n');
    const settings = { banWords: ['none'], suspectWords: [file] };
    assert.equal((await keep(t, 'Thằng địt mẹ này', settings))?.status, 'published');
    assert.equal((await keep(t, 'Mua cái kiềng ba chân', settings))?.status, 'pending');
  });
});

describe('reader-comments serve', () => {
  it('does not start with a list that is none, and names its line', async (t) => {
    const folder = makeTemporaryFolder(t);
    const file = join(folder, 'words.txt');
    writeFileSync(file, 'một\n\u0000\n');
    const data = join(folder, 'data');
    const { exitCode, err } = await run([
      'serve',
      '--port',
      '0',
      '--data',
      data,
      '--ban-words',
      file,
    ]);
    assert.equal(exitCode, 1);
    assert.match(err, /words\.txt \(--ban-words or .*\) is not UTF-8 text at line 2;/);
  });
});

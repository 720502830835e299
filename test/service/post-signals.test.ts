import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import type { CommentDraft } from '../../src/protocol/index.ts';
import type { SettingValues, StoredComment } from '../../src/service/index.ts';
import { fillForm, openPage, sendForm, typedTexts } from '../support/page-form.ts';
import { openTestService, plainDraft } from '../support/service-fixture.ts';

/** What is kept of a comment that a service takes where comments are published at once. */
async function keep(
  t: TestContext,
  changes: Partial<Record<keyof CommentDraft, unknown>>,
  settings: SettingValues = {},
): Promise<{ readonly answered: number; readonly comment: StoredComment | undefined }> {
  const usual = { moderation: 'post', banWords: 'none', suspectWords: 'none' };
  const paper = await openTestService(t, { settings: { ...usual, ...settings } });
  const draft = { ...(await paper.solvedDraft()), ...changes };
  const { status: answered } = await paper.postJson('', draft);
  const [comment] = await paper.store.listComments({ limit: 1 });
  return { answered, comment };
}

describe('A filled trap (A-12)', () => {
  it('is never a silent loss: the comment is kept for the newsroom, and said to be junk', async (t) => {
    const { answered, comment } = await keep(t, { trap: 'https://example.com' });
    assert.equal(answered, 202);
    assert.equal(comment?.status, 'pending');
    assert.equal(comment.texts.content, plainDraft.content);
    assert.deepEqual(comment.signals, [{ code: 'trap', severity: 'junk', offsets: [] }]);
  });

  it('is one with anything in it, also what no form sends', async (t) => {
    for (const trap of [' ', 0, false, {}, ['x'], 'x'.repeat(20_000)]) {
      // oxlint-disable-next-line no-await-in-loop -- one service after the other
      const { answered, comment } = await keep(t, { trap });
      assert.equal(answered, 202, JSON.stringify(trap).slice(0, 20));
      assert.equal(comment?.signals[0]?.code, 'trap');
    }
  });

  it('is none when it is empty or was not sent', async (t) => {
    for (const trap of ['', null, undefined]) {
      // oxlint-disable-next-line no-await-in-loop -- one service after the other
      const { answered, comment } = await keep(t, { trap });
      assert.equal(answered, 201);
      assert.deepEqual(comment?.signals, []);
    }
  });
});

describe('The trap of the page without script (A-12)', () => {
  it('stands there unseen, with words for whoever sees it, and holds what fills it', async (t) => {
    const paper = await openTestService(t, { settings: { moderation: 'post' } });
    const page = await openPage(paper);
    assert.match(page, /aria-hidden="true"[^<]*<label>Để trống ô này <input name="trap" value=""/);
    const filled = fillForm(page, { ...typedTexts, trap: 'x' });
    assert.equal((await sendForm(paper, filled)).status, 303);
    const [comment] = await paper.store.listComments({ limit: 1 });
    assert.equal(comment?.status, 'pending');
    assert.equal(comment.signals[0]?.code, 'trap');
  });

  it('is none when it is left empty', async (t) => {
    const paper = await openTestService(t, { settings: { moderation: 'post' } });
    await sendForm(paper, fillForm(await openPage(paper), typedTexts));
    const [comment] = await paper.store.listComments({ limit: 1 });
    assert.deepEqual(comment?.signals, []);
  });
});

describe('What a text shows', () => {
  it('holds a comment also where comments are published at once, and says where it stands', async (t) => {
    const { answered, comment } = await keep(t, { content: ' Vay nhanh\r\nở kuwin.com' });
    assert.equal(answered, 202);
    assert.deepEqual(comment?.signals, [
      {
        code: 'link',
        severity: 'hold',
        field: 'content',
        offsets: [[12, 21]],
        detail: 'kuwin.com',
      },
    ]);
    assert.equal(comment.texts.content.slice(12, 21), 'kuwin.com');
  });

  it('does not hold it where it is worth no more than a note', async (t) => {
    const content = 'TÔI KHÔNG ĐỒNG Ý VỚI TÁC GIẢ, xem https://tuoitre.vn';
    const { answered, comment } = await keep(t, { content });
    assert.equal(answered, 201);
    assert.deepEqual(
      comment?.signals.map(({ code, severity }) => [code, severity]),
      [['link', 'note']],
    );
  });

  const unaccented = 'Toi khong dong y voi y kien cua tac gia ve viec tang gia dien';
  const outcomes = [
    ['off', 201, []],
    ['hint', 201, ['note']],
    ['warn', 201, ['note']],
    ['hold', 202, ['hold']],
  ] as const;
  for (const [accents, expected, severities] of outcomes) {
    it(`goes by the site's wish where accents are missing: ${accents} (T-10)`, async (t) => {
      const { answered, comment } = await keep(t, { content: unaccented }, { accents });
      assert.equal(answered, expected);
      assert.deepEqual(
        comment?.signals.map(({ severity }) => severity),
        severities,
      );
    });
  }
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { DeskWords, DeskWordTest, NewDeskWord } from '../../../src/protocol/desk-words.ts';
import { maxWordsAtOnce } from '../../../src/protocol/limits.ts';
import { type DeskBrowser, refusalCode } from '../../support/desk-fixture.ts';
import { auditOf, type Newsroom, openNewsroom } from '../../support/newsroom-fixture.ts';
import { waitForEqual } from '../../support/wait-for-equal.ts';

const place = '/api/words';

const read = async (response: Response): Promise<DeskWords> => {
  assert.equal(response.status, 200, await response.clone().text());
  return (await response.json()) as DeskWords;
};

const look = async (browser: DeskBrowser): Promise<DeskWords> => read(await browser.get(place));

const word = (text: string, list: NewDeskWord['list'] = 'ban'): Partial<NewDeskWord> => ({
  text,
  list,
});

/** Changes the words as they are now. */
const change = async (browser: DeskBrowser, body: object): Promise<DeskWords> => {
  const { version } = await look(browser);
  return read(await browser.send('POST', place, { version, ...body }));
};

const add = (browser: DeskBrowser, ...words: readonly object[]): Promise<DeskWords> =>
  change(browser, { add: words });

const tryOut = async (browser: DeskBrowser, body: object): Promise<DeskWordTest> => {
  const response = await browser.send('POST', `${place}/test`, body);
  assert.equal(response.status, 200, await response.clone().text());
  return (await response.json()) as DeskWordTest;
};

const signalsOf = async ({ editor }: Newsroom, id: string) => {
  const answer = await editor.get(`/api/comments/${id}`);
  const { comment } = (await answer.json()) as {
    comment: { signals: readonly { code: string; detail?: string }[] };
  };
  return comment.signals.map(({ code, detail }) => [code, detail]);
};

const reported = async ({ editor }: Newsroom): Promise<readonly string[]> => {
  const answer = await editor.get('/api/comments?queue=reported');
  const { comments } = (await answer.json()) as { comments: readonly { content: string }[] };
  return comments.map(({ content }) => content);
};

/** The words once the published comments have been looked through. */
const untilRechecked = async (browser: DeskBrowser): Promise<DeskWords> => {
  await waitForEqual(async () => typeof (await look(browser)).recheck?.endedAt, 'string');
  return look(browser);
};

describe('the newsroom’s words at the desk (T-13)', () => {
  it('are none at first, beside the entries of the service’s own lists', async (t) => {
    const { editor } = await openNewsroom(t, 'moderator');
    assert.deepEqual(await look(editor), {
      version: 0,
      entries: [],
      own: { ban: 0, suspect: 0 },
    });
  });

  it('hold the next comment, and let it pass once they are taken out', async (t) => {
    const newsroom = await openNewsroom(t, 'admin', { settings: { moderation: 'post' } });
    const { editor, write, published } = newsroom;
    await add(editor, word('vay nhanh'), word('tổ chim', 'suspect'));
    const banned = await write('Bạn nào cần vay nhanh không?');
    const suspect = await write('Tổ chim trên cây.');
    assert.deepEqual(await signalsOf(newsroom, banned), [['banned-word', 'vay nhanh']]);
    assert.deepEqual(await signalsOf(newsroom, suspect), [['suspect-word', 'tổ chim']]);
    assert.deepEqual(await published(), []);
    await change(editor, { remove: ['Vay nhanh'] });
    await write('Lại vay nhanh.');
    assert.deepEqual(
      (await published()).map(({ content }) => content),
      ['Lại vay nhanh.'],
    );
  });

  it('come in the order of Vietnamese, with who added them', async (t) => {
    const { editor } = await openNewsroom(t, 'admin');
    const { entries } = await add(editor, word('ăn gian'), word('át chủ'), word('án mạng'));
    assert.deepEqual(
      entries.map(({ text }) => text),
      ['án mạng', 'át chủ', 'ăn gian'],
    );
    assert.equal(entries[0]?.addedBy, 'Biên tập admin');
  });

  it('are in one list each: what is added again is moved', async (t) => {
    const { editor } = await openNewsroom(t, 'admin');
    await add(editor, word('vay nhanh'));
    const { entries } = await add(editor, word(' VAY\tnhanh ', 'suspect'));
    assert.deepEqual(
      entries.map(({ text, list }) => [text, list]),
      [['VAY nhanh', 'suspect']],
    );
  });

  it('are on record word by word, and not at all where nothing changes (L-12)', async (t) => {
    const newsroom = await openNewsroom(t, 'admin');
    const { editor } = newsroom;
    await add(editor, word('vay nhanh', 'suspect'), {
      ...word('lon', 'suspect'),
      isEveryday: true,
    });
    const before = await look(editor);
    await change(editor, { add: [word('vay nhanh', 'suspect')], remove: ['không có'] });
    assert.deepEqual(await look(editor), before);
    await change(editor, { add: [word('lon', 'allow')], remove: ['vay nhanh'] });
    const who = 'Biên tập admin';
    assert.deepEqual(await auditOf(newsroom.desk), [
      [who, 'words', 'suspect: + vay nhanh'],
      [who, 'words', 'suspect: + =lon'],
      [who, 'words', 'suspect: − vay nhanh'],
      [who, 'words', 'allow: + lon'],
    ]);
  });

  it('tell the second of two editors what the first has set, and change nothing (M-4)', async (t) => {
    const { editor, desk } = await openNewsroom(t, 'admin');
    const other = await desk.atDesk('admin', 'khac@paper.test');
    const { version } = await look(editor);
    await add(editor, word('vay nhanh', 'suspect'));
    const body = { version, add: [word('cho vay', 'suspect')] };
    const response = await other.send('POST', place, body);
    assert.equal(response.status, 409);
    const { conflict } = (await response.clone().json()) as { conflict: { words: DeskWords } };
    assert.deepEqual(conflict.words, await look(editor));
    assert.equal(await refusalCode(response), 'version-changed');
    assert.equal((await look(editor)).entries.length, 1);
  });

  it('name entries that would be found everywhere, and keep none of a change that has one (S37)', async (t) => {
    const { editor } = await openNewsroom(t, 'admin');
    const body = { version: 0, add: [word('vay nhanh'), word('x'), word('***'), word('1')] };
    const response = await editor.send('POST', place, body);
    assert.equal(response.status, 422);
    const { words, errors } = (await response.json()) as Record<string, unknown>;
    assert.deepEqual(words, ['x', '***', '1']);
    assert.deepEqual(errors, [{ field: 'add', code: 'too-short' }]);
    assert.deepEqual((await look(editor)).entries, []);
  });

  for (const [what, body] of [
    ['an entry without a letter of text', { add: [word('  ')] }],
    ['an entry that is too long', { add: [word('ă'.repeat(201))] }],
    ['a list there is none of', { add: [{ list: 'love', text: 'vay nhanh' }] }],
    ['the same entry twice', { add: [word('vay nhanh'), word('Vay  nhanh', 'suspect')] }],
    [
      'too many entries',
      { add: Array.from({ length: maxWordsAtOnce + 1 }, (_, index) => word(`từ thứ ${index}`)) },
    ],
    ['no version', { version: undefined }],
  ] as const) {
    it(`refuse ${what}`, async (t) => {
      const { editor } = await openNewsroom(t, 'admin');
      const response = await editor.send('POST', place, { version: 0, ...body });
      assert.equal(response.status, 422);
      assert.equal(await refusalCode(response), 'invalid-fields');
      assert.equal((await look(editor)).version, 0);
    });
  }

  it('take signs of other languages as they are: nothing in an entry has a meaning (S37)', async (t) => {
    const newsroom = await openNewsroom(t, 'admin');
    await add(newsroom.editor, word('a.*b ('), word('chữ [a-z]+ $'));
    const id = await newsroom.write('Chữ a-z, và a b.');
    const other = await newsroom.write('Một ý kiến khác hẳn.');
    assert.notDeepEqual(await signalsOf(newsroom, id), []);
    assert.deepEqual(await signalsOf(newsroom, other), []);
  });
});

describe('the test box of the newsroom’s words', () => {
  it('shows what a change would find before it is saved, and saves nothing', async (t) => {
    const { editor } = await openNewsroom(t, 'admin');
    await add(editor, word('tổ chim', 'suspect'));
    const typed = 'Cho vay  NHANH,\r\ntổ chim';
    const found = await tryOut(editor, {
      text: typed,
      add: [word('vay nhanh')],
      remove: ['tổ chim'],
    });
    assert.deepEqual(found, {
      text: 'Cho vay  NHANH,\ntổ chim',
      hits: [
        {
          list: 'ban',
          entry: 'vay nhanh',
          form: 'exact',
          severity: 'junk',
          start: 4,
          end: 14,
        },
      ],
    });
    const now = await tryOut(editor, { text: typed });
    assert.deepEqual(
      now.hits.map(({ entry }) => entry),
      ['tổ chim'],
    );
    assert.equal((await look(editor)).entries.length, 1);
  });

  it('says which entries are too short to try', async (t) => {
    const { editor } = await openNewsroom(t, 'moderator');
    const response = await editor.send('POST', `${place}/test`, { text: 'x', add: [word('x')] });
    assert.equal(response.status, 422);
  });
});

describe('published comments when a word is banned (L-14)', () => {
  it('are reported where they have it, not taken down, and the place is marked', async (t) => {
    const newsroom = await openNewsroom(t, 'admin', { settings: { moderation: 'post' } });
    const { editor, write, published } = newsroom;
    const id = await write('Ai cần vay nhanh thì gọi.');
    await write('Một ý kiến khác hẳn.', { email: 'binh@example.vn' });
    const { recheck } = await add(editor, word('vay nhanh'));
    assert.ok(recheck);
    const { recheck: after } = await untilRechecked(editor);
    assert.partialDeepStrictEqual(after, { checked: 2, found: 1 });
    assert.deepEqual(await reported(newsroom), ['Ai cần vay nhanh thì gọi.']);
    assert.deepEqual(await signalsOf(newsroom, id), [['banned-word', 'vay nhanh']]);
    assert.equal((await published()).length, 2);
    const answer = await editor.get(`/api/comments/${id}`);
    const { reports } = (await answer.json()) as { reports: readonly { reason: string }[] };
    assert.deepEqual(
      reports.map(({ reason }) => reason),
      ['word-list'],
    );
    assert.deepEqual((await auditOf(newsroom.desk)).at(-1), [
      'recheck',
      'recheck',
      'checked: 2; reported: 1',
    ]);
  });

  it('are looked at for what was banned now alone: what an editor let pass before stays', async (t) => {
    const newsroom = await openNewsroom(t, 'admin');
    const { editor, write, publish } = newsroom;
    await add(editor, word('vay nhanh'));
    await untilRechecked(editor);
    await publish(await write('Bài về vay nhanh rất hay.'));
    await add(editor, word('tổ chim'));
    await waitForEqual(async () => (await look(editor)).recheck?.checked, 1);
    assert.deepEqual(await reported(newsroom), []);
  });

  it('are not looked through for suspect words, which hold new comments alone', async (t) => {
    const { editor, write, publish } = await openNewsroom(t, 'admin');
    await publish(await write('Ai cần vay nhanh thì gọi.'));
    assert.equal((await add(editor, word('vay nhanh', 'suspect'))).recheck, undefined);
  });

  it('count by what readers see: a text that an editor has changed, not what stood there before', async (t) => {
    const newsroom = await openNewsroom(t, 'admin');
    const { editor, write, publish } = newsroom;
    const id = await write('Ai cần vay nhanh thì gọi.');
    await publish(id);
    await editor.send('PUT', `/api/comments/${id}/text`, { version: 1, content: 'Ai cần?' });
    const other = await write('Không có gì.', { email: 'binh@example.vn' });
    await publish(other);
    const body = { version: 1, content: 'Có vay nhanh.' };
    await editor.send('PUT', `/api/comments/${other}/text`, body);
    await add(editor, word('vay nhanh'));
    await untilRechecked(editor);
    assert.deepEqual(await reported(newsroom), ['Không có gì.']);
  });

  it('are looked through to the end in many parts, while readers write', async (t) => {
    const newsroom = await openNewsroom(t, 'admin', { settings: { moderation: 'post' } });
    const { editor, write, desk } = newsroom;
    const id = await write('Ai cần vay nhanh thì gọi.');
    const rows = await desk.db.selectFrom('comments').selectAll().where('id', '=', id).execute();
    const hex = (index: number): string => index.toString(16).padStart(12, '0');
    const copies = Array.from({ length: 450 }, (_, index) => ({
      ...rows[0]!,
      id: `01a20c18-dcba-7000-8000-${hex(index)}`,
      ...(index % 100 !== 0 && { content: 'Một ý kiến khác.' }),
    }));
    for (let at = 0; at < copies.length; at += 50) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await desk.db
        .insertInto('comments')
        .values(copies.slice(at, at + 50))
        .execute();
    }
    await add(editor, word('vay nhanh'));
    await write('Viết trong lúc ấy.', { email: 'binh@example.vn' });
    const { recheck } = await untilRechecked(editor);
    assert.ok([451, 452].includes(recheck!.checked));
    assert.equal(recheck!.found, 6);
    assert.equal((await reported(newsroom)).length, 6);
  });
});

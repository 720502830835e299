import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { DeskArticlePage, DeskArticleSettings } from '../../../src/protocol/desk-articles.ts';
import type { Removal } from '../../../src/service/index.ts';
import { verifyChain } from '../../../src/service/store/audit-log.ts';
import { readAudit } from '../../../src/service/store/audit-queries.ts';
import { type DeskBrowser, refusalCode } from '../../support/desk-fixture.ts';
import { type Newsroom, openNewsroom } from '../../support/newsroom-fixture.ts';
import { readPage } from '../../support/service-fixture.ts';

const path = '/api/articles/bai-1';

const read = async (response: Response): Promise<DeskArticleSettings> => {
  assert.equal(response.status, 200, await response.clone().text());
  return (await response.json()) as DeskArticleSettings;
};

const look = async (browser: DeskBrowser, at = path): Promise<DeskArticleSettings> =>
  read(await browser.get(at));

/** Changes the article as it is now. */
const change = async (browser: DeskBrowser, body: object): Promise<DeskArticleSettings> => {
  const { version } = await look(browser);
  return read(await browser.send('PUT', path, { version, ...body }));
};

const stateFor = async ({ desk }: Newsroom): Promise<string> => {
  const request = new Request('https://paper.test/comments?article=bai-1');
  return (await readPage(await desk.service.fetch(request))).article.state;
};

const auditOf = async ({ desk }: Newsroom) =>
  (await desk.db.selectFrom('audit_log').selectAll().orderBy('number').execute()).map(
    ({ who, action, article, note }) => [who, action, article, note],
  );

/** The page of an article, as a reader's browser has named it. */
const setPage = async ({ desk }: Newsroom, id: string, title: string): Promise<void> => {
  const page = { page_url: `https://paper.test/${id}`, page_title: title };
  await desk.db.updateTable('articles').set(page).where('id', '=', id).execute();
};

describe('the settings of an article (M-2, L-14)', () => {
  it('are shown with what is in force and who has said so', async (t) => {
    const newsroom = await openNewsroom(t, 'viewer');
    await newsroom.write('Hay.');
    const title = 'Đường <b>ven sông</b> mở lại';
    await setPage(newsroom, 'bai-1', title);
    const settings = await look(newsroom.editor);
    const { closesAt, ...inForce } = settings.inForce;
    assert.deepEqual(
      { ...settings, inForce },
      {
        id: 'bai-1',
        title,
        url: 'https://paper.test/bai-1',
        version: 0,
        state: null,
        closesAt: null,
        mode: null,
        section: null,
        count: 0,
        inForce: { state: 'open', mode: 'pre', modeFrom: 'setting' },
        autoCloseDays: 14,
      },
    );
    assert.ok(Date.parse(closesAt ?? '') > Date.now());
  });

  it('change one by one, what is not named stays, and readers see it at once', async (t) => {
    const newsroom = await openNewsroom(t);
    const { editor } = newsroom;
    await newsroom.write('Hay.');
    const sorted = await change(editor, { section: '  Thể \n thao ' });
    assert.deepEqual([sorted.section, sorted.version, sorted.mode], ['Thể thao', 1, null]);
    const posted = await change(editor, { mode: 'post' });
    assert.deepEqual([posted.section, posted.mode], ['Thể thao', 'post']);
    assert.deepEqual([posted.inForce.mode, posted.inForce.modeFrom], ['post', 'article']);
    const id = await newsroom.write('Rất hay.');
    assert.deepEqual(
      (await newsroom.published()).map((one) => one.id),
      [id],
    );
    const closed = await change(editor, { state: 'closed' });
    assert.deepEqual([closed.inForce.state, closed.mode], ['closed', 'post']);
    assert.equal(await stateFor(newsroom), 'closed');
    const opened = await change(editor, { state: 'open' });
    assert.deepEqual(opened.inForce, {
      state: 'open',
      closesAt: null,
      mode: 'post',
      modeFrom: 'article',
    });
    assert.equal(await stateFor(newsroom), 'open');
    const shut = await change(editor, { mode: 'closed' });
    assert.deepEqual([shut.state, shut.inForce.state], ['open', 'closed']);
    assert.equal(await stateFor(newsroom), 'closed');
  });

  it('override the day an article closes by itself, reopen it, and let it be as before', async (t) => {
    const newsroom = await openNewsroom(t, 'editor', { settings: { autoCloseDays: 7 } });
    const { editor, desk } = newsroom;
    await newsroom.write('Hay.');
    const day = 86_400;
    desk.pass(8 * day);
    const over = await look(editor);
    assert.deepEqual([over.inForce.state, over.autoCloseDays], ['closed', 7]);
    const until = new Date(Date.now() + 30 * day * 1000).toISOString();
    const longer = await change(editor, { closesAt: until });
    assert.deepEqual([longer.inForce.state, longer.closesAt], ['open', until]);
    desk.pass(30 * day);
    assert.equal(await stateFor(newsroom), 'closed');
    const opened = await change(editor, { state: 'open' });
    assert.deepEqual([opened.inForce.state, opened.closesAt], ['open', null]);
    desk.pass(400 * day);
    assert.equal(await stateFor(newsroom), 'open');
    const back = await change(editor, { state: null });
    assert.deepEqual([back.state, back.closesAt, back.inForce.state], [null, null, 'closed']);
  });

  it('take a time in any zone, and keep it in UTC', async (t) => {
    const newsroom = await openNewsroom(t);
    await newsroom.write('Hay.');
    const set = await change(newsroom.editor, { closesAt: '2096-12-31T17:00:00+07:00' });
    assert.equal(set.closesAt, '2096-12-31T10:00:00.000Z');
  });

  it('tell the mode of the section, then of the site', async (t) => {
    const newsroom = await openNewsroom(t, 'admin');
    const { editor } = newsroom;
    await newsroom.write('Hay.');
    const set = async (body: object): Promise<void> => {
      const { version } = (await (await editor.get('/api/modes')).json()) as { version: string };
      assert.equal((await editor.send('PUT', '/api/modes', { version, ...body })).status, 200);
    };
    await set({ site: 'post' });
    const ofSite = (await look(editor)).inForce;
    assert.deepEqual([ofSite.mode, ofSite.modeFrom], ['post', 'site']);
    await change(editor, { section: 'Thể thao' });
    await set({ sections: [{ name: 'Thể thao', mode: 'closed' }] });
    const { inForce } = await look(editor);
    assert.deepEqual(
      [inForce.mode, inForce.modeFrom, inForce.state],
      ['closed', 'section', 'closed'],
    );
  });

  it('are written with an entry in the audit log, and not at all where nothing changes (L-12)', async (t) => {
    const newsroom = await openNewsroom(t);
    await newsroom.write('Hay.');
    await change(newsroom.editor, { mode: 'post', section: 'Thể thao' });
    const same = await change(newsroom.editor, { mode: 'post' });
    assert.equal(same.version, 1);
    await change(newsroom.editor, { mode: null });
    const who = 'Biên tập editor';
    assert.deepEqual(await auditOf(newsroom), [
      [who, 'article', 'bai-1', 'mode: none → post; section: none → Thể thao'],
      [who, 'article', 'bai-1', 'mode: post → none'],
    ]);
    assert.equal((await verifyChain(readAudit(newsroom.desk.db))).kind, 'whole');
  });

  it('fire the hook for removals where an article is hidden', async (t) => {
    const removals: Removal[] = [];
    const onRemoval = (removal: Removal): void => void removals.push(removal);
    const newsroom = await openNewsroom(t, 'editor', { onRemoval });
    await newsroom.write('Hay.');
    await change(newsroom.editor, { state: 'readonly' });
    assert.deepEqual(removals, []);
    await change(newsroom.editor, { state: 'hidden' });
    assert.deepEqual(
      removals.map(({ article }) => article),
      ['bai-1'],
    );
    assert.equal(await stateFor(newsroom), 'hidden');
    await change(newsroom.editor, { mode: 'post' });
    assert.equal(removals.length, 1);
    // Again, for a cache that was not reached.
    await change(newsroom.editor, { state: 'hidden' });
    assert.equal(removals.length, 2);
  });

  it('tell the second editor who was faster, and nothing is overwritten (M-4)', async (t) => {
    const newsroom = await openNewsroom(t);
    const other = await newsroom.desk.atDesk('admin');
    await newsroom.write('Hay.');
    const { version } = await look(newsroom.editor);
    await change(other, { mode: 'post' });
    const late = await newsroom.editor.send('PUT', path, { version, mode: 'closed' });
    assert.partialDeepStrictEqual(await late.clone().json(), {
      conflict: {
        article: { id: 'bai-1', mode: 'post', version: 1 },
        last: { who: 'Biên tập admin', action: 'article', note: 'mode: none → post' },
      },
    });
    assert.equal(late.status, 409);
    assert.equal(await refusalCode(late), 'version-changed');
    assert.equal((await look(other)).mode, 'post');
  });

  it('are in nobody’s way but another editor’s: not a comment’s, not a decision’s (M-4)', async (t) => {
    const newsroom = await openNewsroom(t);
    const first = await newsroom.write('Hay.');
    const { version } = await look(newsroom.editor);
    await newsroom.publish(first);
    await newsroom.write('Rất hay.');
    const answer = await newsroom.editor.send('PUT', path, { version, mode: 'post' });
    assert.equal((await read(answer)).mode, 'post');
  });

  it('are there under ids that are addresses, with slashes, signs and accents', async (t) => {
    const newsroom = await openNewsroom(t);
    for (const id of [
      'https://a.vn/b?c=1&d=%2F#e',
      'bài/một',
      'https://a.vn/',
      '100%',
      '__proto__',
      'a b',
      // What Word leaves in a text; a dot of a pattern is none of them.
      'a\u2028b\u2029c',
    ]) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await newsroom.write(`Hay, về ${id}.`, { article: id });
      const at = `/api/articles/${encodeURIComponent(id)}`;
      // oxlint-disable-next-line no-await-in-loop
      assert.equal((await look(newsroom.editor, at)).id, id);
      // oxlint-disable-next-line no-await-in-loop
      const set = await newsroom.editor.send('PUT', at, { version: 0, mode: 'post' });
      // oxlint-disable-next-line no-await-in-loop
      assert.equal((await read(set)).id, id);
    }
  });

  it('refuse what makes no sense, and an article nobody knows; nothing changes', async (t) => {
    const newsroom = await openNewsroom(t);
    await newsroom.write('Hay.');
    const before = await look(newsroom.editor);
    for (const body of [
      {},
      { mode: 'post' },
      { version: -1, mode: 'post' },
      { version: '0', mode: 'post' },
      { version: 0, mode: 'never' },
      { version: 0, state: 'gone' },
      { version: 0, closesAt: 'tomorrow' },
      { version: 0, closesAt: '2026-02-30T00:00:00Z' },
      { version: 0, closesAt: '2026-12-31T17:00:00' },
      { version: 0, closesAt: '9999-12-31T23:59:59-14:00' },
      { version: 0, section: ' ' },
      { version: 0, section: 'x'.repeat(81) },
      { version: 0, section: 7 },
      { version: 0, mode: 'post', state: 1 },
    ]) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      const refused = await newsroom.editor.send('PUT', path, body);
      // oxlint-disable-next-line no-await-in-loop
      assert.equal(await refusalCode(refused), 'invalid-fields', JSON.stringify(body));
    }
    const text = await newsroom.editor.send('PUT', path, 'x', {
      headers: { 'sec-fetch-site': 'same-origin', 'content-type': 'text/plain' },
    });
    assert.equal(await refusalCode(text), 'not-json');
    assert.deepEqual(await look(newsroom.editor), before);
    const unknown = '/api/articles/khong-co';
    assert.equal(await refusalCode(await newsroom.editor.get(unknown)), 'not-found');
    const wish = { version: 0, mode: 'post' };
    assert.equal(await refusalCode(await newsroom.editor.send('PUT', unknown, wish)), 'not-found');
    assert.deepEqual(await auditOf(newsroom), []);
  });

  it('are read by viewers and set by editors, from the desk’s own pages alone (M-13, S40)', async (t) => {
    const newsroom = await openNewsroom(t, 'viewer');
    await newsroom.write('Hay.');
    const wish = { version: 0, mode: 'post' };
    const nobody = newsroom.desk.browser();
    for (const at of [path, '/api/articles']) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      assert.equal(await refusalCode(await nobody.get(at)), 'unauthorized');
      // oxlint-disable-next-line no-await-in-loop
      assert.equal((await newsroom.editor.get(at)).status, 200);
    }
    assert.equal(await refusalCode(await nobody.send('PUT', path, wish)), 'unauthorized');
    const moderator = await newsroom.desk.atDesk('moderator');
    for (const browser of [newsroom.editor, moderator]) {
      // oxlint-disable-next-line no-await-in-loop
      const refused = await browser.send('PUT', path, wish);
      // oxlint-disable-next-line no-await-in-loop
      assert.equal(await refusalCode(refused), 'role-refused');
    }
    const editor = await newsroom.desk.atDesk('editor');
    for (const headers of [
      { origin: 'https://evil.test' },
      { 'sec-fetch-site': 'same-site' },
      {},
    ]) {
      // oxlint-disable-next-line no-await-in-loop
      const refused = await editor.send('PUT', path, wish, {
        headers: { 'content-type': 'application/json', ...headers },
      });
      // oxlint-disable-next-line no-await-in-loop
      assert.equal(await refusalCode(refused), 'origin-refused', JSON.stringify(headers));
    }
    assert.equal((await look(editor)).version, 0);
    const admin = await newsroom.desk.atDesk('admin');
    assert.equal((await read(await editor.send('PUT', path, wish))).version, 1);
    assert.equal(
      (await read(await admin.send('PUT', path, { version: 1, mode: null }))).version,
      2,
    );
  });
});

describe('the list of articles (M-2)', () => {
  const list = async (browser: DeskBrowser, query = ''): Promise<DeskArticlePage> => {
    const response = await browser.get(`/api/articles${query}`);
    assert.equal(response.status, 200, await response.clone().text());
    return (await response.json()) as DeskArticlePage;
  };

  it('finds articles by title or id, the newest first, page by page, each as it is alone', async (t) => {
    const newsroom = await openNewsroom(t, 'admin');
    const { editor } = newsroom;
    for (const [id, title] of [
      ['bai-1', 'Đường ven sông mở lại'],
      ['bai-2', 'Sông Hương mùa nước nổi'],
      ['bai-3', 'Chợ hoa ngày Tết'],
    ] as const) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await newsroom.write(`Hay, về ${id}.`, { article: id });
      // oxlint-disable-next-line no-await-in-loop
      await setPage(newsroom, id, title);
      newsroom.desk.pass(1);
    }
    await change(editor, { section: 'Thời sự' });
    const { version } = (await (await editor.get('/api/modes')).json()) as { version: string };
    const modes = { version, site: 'post', sections: [{ name: 'Thời sự', mode: 'closed' }] };
    assert.equal((await editor.send('PUT', '/api/modes', modes)).status, 200);
    const all = await list(editor);
    assert.deepEqual(
      all.articles.map(({ id, inForce }) => [id, inForce.mode, inForce.modeFrom]),
      [
        ['bai-3', 'post', 'site'],
        ['bai-2', 'post', 'site'],
        ['bai-1', 'closed', 'section'],
      ],
    );
    assert.equal(all.next, null);
    assert.deepEqual(all.articles[2], await look(editor));
    const found = await list(editor, `?query=${encodeURIComponent('song')}&limit=1`);
    assert.deepEqual(
      found.articles.map(({ id }) => id),
      ['bai-2'],
    );
    const rest = await list(editor, `?query=song&limit=1&after=${found.next}`);
    assert.deepEqual(
      rest.articles.map(({ id }) => id),
      ['bai-1'],
    );
    assert.equal(rest.next, null);
    assert.deepEqual(
      (await list(editor, '?query=BAI-3')).articles.map(({ id }) => id),
      ['bai-3'],
    );
  });

  it('refuses a query that is out of range', async (t) => {
    const { editor } = await openNewsroom(t, 'viewer');
    const forged = Buffer.from('{"createdAt":"x","id":1}').toString('base64url');
    for (const query of [
      'limit=0',
      'limit=101',
      'limit=x',
      'after=x',
      `after=${forged}`,
      'limit=1&limit=2',
      `query=${'x'.repeat(513)}`,
    ]) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      const refused = await editor.get(`/api/articles?${query}`);
      // oxlint-disable-next-line no-await-in-loop
      assert.equal(await refusalCode(refused), 'invalid-query', query);
    }
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { DeskModes } from '../../../src/protocol/desk-articles.ts';
import { verifyChain } from '../../../src/service/store/audit-log.ts';
import { readAudit } from '../../../src/service/store/audit-queries.ts';
import { type DeskBrowser, refusalCode } from '../../support/desk-fixture.ts';
import { auditOf, openNewsroom } from '../../support/newsroom-fixture.ts';

const read = async (response: Response): Promise<DeskModes> => {
  assert.equal(response.status, 200, await response.clone().text());
  return (await response.json()) as DeskModes;
};

const look = async (browser: DeskBrowser): Promise<DeskModes> =>
  read(await browser.get('/api/modes'));

/** Changes the modes as they are now. */
const change = async (browser: DeskBrowser, body: object): Promise<DeskModes> => {
  const { version } = await look(browser);
  return read(await browser.send('PUT', '/api/modes', { version, ...body }));
};

describe('the modes of site and sections (M-2)', () => {
  it('are the setting’s at first, and no section is known', async (t) => {
    const { editor } = await openNewsroom(t, 'viewer', { settings: { moderation: 'trusted' } });
    const { version, ...modes } = await look(editor);
    assert.deepEqual(modes, { site: null, setting: 'trusted', sections: [] });
    assert.match(version, /^[\w-]{43}$/);
  });

  it('change one by one, and null takes one away', async (t) => {
    const newsroom = await openNewsroom(t, 'admin');
    const { editor } = newsroom;
    const first = await change(editor, { site: 'post' });
    assert.deepEqual([first.site, first.sections], ['post', []]);
    const sections = [
      { name: 'Thể thao', mode: 'trusted' },
      { name: ' Pháp \t luật', mode: 'closed' },
    ];
    const second = await change(editor, { sections });
    assert.deepEqual(second.sections, [
      { name: 'Pháp luật', mode: 'closed' },
      { name: 'Thể thao', mode: 'trusted' },
    ]);
    assert.equal(second.site, 'post');
    const third = await change(editor, {
      site: null,
      sections: [{ name: 'Thể thao', mode: null }],
    });
    assert.deepEqual([third.site, third.sections], [null, [{ name: 'Pháp luật', mode: 'closed' }]]);
  });

  it('are on record one by one, in the chain, and not at all where nothing changes (L-12)', async (t) => {
    const newsroom = await openNewsroom(t, 'admin');
    const { editor } = newsroom;
    await change(editor, { site: 'post', sections: [{ name: 'Thể thao', mode: 'closed' }] });
    await change(editor, { site: 'post', sections: [{ name: 'Giải trí', mode: null }] });
    await change(editor, { site: null, sections: [{ name: 'Thể thao', mode: 'pre' }] });
    const who = 'Biên tập admin';
    assert.deepEqual(await auditOf(newsroom.desk), [
      [who, 'mode', 'site: none → post'],
      [who, 'mode', 'section Thể thao: none → closed'],
      [who, 'mode', 'site: post → none'],
      [who, 'mode', 'section Thể thao: closed → pre'],
    ]);
    assert.equal((await verifyChain(readAudit(newsroom.desk.db))).kind, 'whole');
  });

  it('name the sections of articles too, in the order of Vietnamese', async (t) => {
    const newsroom = await openNewsroom(t, 'admin');
    for (const [id, section] of [
      ['a', 'Đời sống'],
      ['b', 'Du lịch'],
      ['c', 'Xe'],
      ['d', 'Đời sống'],
    ]) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await newsroom.write(`Hay, về ${id}.`, { article: id });
      const body = { version: 0, section };
      // oxlint-disable-next-line no-await-in-loop
      await newsroom.editor.send('PUT', `/api/articles/${id}`, body);
    }
    const { sections } = await change(newsroom.editor, { sections: [{ name: 'Xe', mode: 'pre' }] });
    assert.deepEqual(sections, [
      { name: 'Du lịch', mode: null },
      { name: 'Đời sống', mode: null },
      { name: 'Xe', mode: 'pre' },
    ]);
  });

  it('tell the second admin what was set meanwhile, and overwrite nothing (M-4)', async (t) => {
    const newsroom = await openNewsroom(t, 'admin');
    const other = await newsroom.desk.atDesk('admin', 'other@paper.test');
    const { version } = await look(newsroom.editor);
    await change(other, { site: 'post' });
    const late = await newsroom.editor.send('PUT', '/api/modes', { version, site: 'closed' });
    assert.partialDeepStrictEqual(await late.clone().json(), {
      conflict: { modes: { site: 'post', setting: 'pre' } },
    });
    assert.equal(late.status, 409);
    assert.equal(await refusalCode(late), 'version-changed');
    assert.equal((await look(other)).site, 'post');
  });

  it('refuse what makes no sense; nothing changes', async (t) => {
    const newsroom = await openNewsroom(t, 'admin');
    const before = await look(newsroom.editor);
    const { version } = before;
    const many = Array.from({ length: 201 }, (_, index) => ({ name: `Mục ${index}`, mode: 'pre' }));
    for (const body of [
      {},
      { site: 'post' },
      { version: 1, site: 'post' },
      { version, site: 'never' },
      { version, sections: 'Thể thao' },
      { version, sections: [{ name: 'Thể thao' }] },
      { version, sections: [{ name: '', mode: 'pre' }] },
      { version, sections: [{ name: 'x'.repeat(81), mode: 'pre' }] },
      {
        version,
        sections: [
          { name: 'Xe', mode: 'pre' },
          { name: ' Xe', mode: 'post' },
        ],
      },
      { version, site: 'post', sections: many },
    ]) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      const refused = await newsroom.editor.send('PUT', '/api/modes', body);
      // oxlint-disable-next-line no-await-in-loop
      assert.equal(await refusalCode(refused), 'invalid-fields', JSON.stringify(body).slice(0, 90));
    }
    assert.deepEqual(await look(newsroom.editor), before);
    assert.deepEqual(await auditOf(newsroom.desk), []);
  });

  it('are read by viewers and set by admins, from the desk’s own pages alone (M-13, S40)', async (t) => {
    const newsroom = await openNewsroom(t, 'admin');
    const { version } = await look(newsroom.editor);
    const body = { version, site: 'post' };
    const nobody = newsroom.desk.browser();
    assert.equal(await refusalCode(await nobody.get('/api/modes')), 'unauthorized');
    assert.equal(await refusalCode(await nobody.send('PUT', '/api/modes', body)), 'unauthorized');
    for (const role of ['viewer', 'moderator', 'editor'] as const) {
      // oxlint-disable-next-line no-await-in-loop -- one editor after the other
      const browser = await newsroom.desk.atDesk(role);
      // oxlint-disable-next-line no-await-in-loop
      assert.equal((await look(browser)).site, null);
      // oxlint-disable-next-line no-await-in-loop
      const refused = await browser.send('PUT', '/api/modes', body);
      // oxlint-disable-next-line no-await-in-loop
      assert.equal(await refusalCode(refused), 'role-refused', role);
    }
    for (const headers of [
      { origin: 'https://evil.test' },
      { 'sec-fetch-site': 'cross-site' },
      {},
    ]) {
      // oxlint-disable-next-line no-await-in-loop
      const refused = await newsroom.editor.send('PUT', '/api/modes', body, {
        headers: { 'content-type': 'application/json', ...headers },
      });
      // oxlint-disable-next-line no-await-in-loop
      assert.equal(await refusalCode(refused), 'origin-refused', JSON.stringify(headers));
    }
    assert.equal((await look(newsroom.editor)).site, null);
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openTestService, plainDraft, readAnswer, readPage } from '../support/service-fixture.ts';

describe('POST /', () => {
  it('takes a comment as waiting for the newsroom and gives a receipt (L-2)', async (t) => {
    const paper = await openTestService(t);
    const response = await paper.post();
    assert.equal(response.status, 202);
    assert.equal(response.headers.get('cache-control'), 'no-store');
    const { id, status, receipt, comment } = await readAnswer(response);
    assert.equal(status, 'pending');
    assert.equal(comment, undefined);
    assert.match(receipt, /^[\w-]{64}$/);
    assert.doesNotMatch(receipt, new RegExp(id));
    const page = await readPage(await paper.send('?article=bai-123'));
    assert.deepEqual(page.comments, []);
    assert.equal(page.article.count, 0);
  });

  it('keeps the text as typed beside the normalised one (T-3)', async (t) => {
    const paper = await openTestService(t);
    const typed = {
      name: ' Nguye\u0302\u0303n\tThi\u0323 Bi\u0300nh ',
      address: '\u200bBến Thành\u0000',
      email: ' Binh@Example.VN ',
      content: 'Một\r\n\r\n\r\n\r\nhai\ud800\u202e',
    };
    const { id } = await readAnswer(await paper.post(typed));
    const [comment] = await paper.store.listComments({ limit: 1 });
    assert.equal(comment?.id, id);
    assert.deepEqual(comment?.rawTexts, typed);
    assert.deepEqual(comment?.texts, {
      name: 'Nguyễn Thị Bình',
      address: 'Bến Thành',
      email: 'Binh@example.vn',
      content: 'Một\n\n\nhai\ufffd',
    });
  });

  it('publishes at once with moderation post, and says so in the audit log', async (t) => {
    const paper = await openTestService(t, { settings: { moderation: 'post' } });
    const response = await paper.post();
    assert.equal(response.status, 201);
    const { id, status, comment } = await readAnswer(response);
    assert.equal(status, 'published');
    assert.deepEqual(comment, {
      id,
      parent: null,
      name: plainDraft.name,
      content: plainDraft.content,
      publishedAt: '2026-11-24T05:00:03.000Z',
      edited: false,
      pinned: false,
      pick: false,
      staff: false,
      likes: 0,
    });
    const page = await readPage(await paper.send('?article=bai-123'));
    assert.deepEqual(page.comments, [comment]);
    const [change] = await paper.store.listAuditOf(id);
    assert.equal(change?.who, 'moderation=post');
  });

  it('asks for no code where challenges are off', async (t) => {
    const paper = await openTestService(t, { settings: { challenges: 'none' } });
    assert.equal((await paper.postJson('', plainDraft)).status, 202);
  });

  it('drops what it does not know, so that a newer page can still post', async (t) => {
    const paper = await openTestService(t);
    const draft = await paper.solvedDraft();
    const body = JSON.stringify({ ...draft, mood: 'glad', status: 'published', id: 'mine' });
    const hostile = body.replace('{', '{"__proto__":{"moderation":"post"},"constructor":{"a":1},');
    const { status, id } = await readAnswer(await paper.postJson('', hostile));
    assert.equal(status, 'pending');
    assert.notEqual(id, 'mine');
    assert.equal(Reflect.get({}, 'moderation'), undefined);
  });

  it('gives ids that sort in the order of arrival', async (t) => {
    const paper = await openTestService(t);
    const ids: string[] = [];
    for (let count = 0; count < 5; count += 1) ids.push((await readAnswer(await paper.post())).id);
    assert.deepEqual(ids, ids.toSorted());
  });
});

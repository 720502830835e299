import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as z from 'zod';
import type { EditorRole } from '../../../src/protocol/desk.ts';
import { verifyChain } from '../../../src/service/store/audit-log.ts';
import { openSqlCommentStore } from '../../../src/service/store/sql-comment-store.ts';
import { type DeskBrowser, openTestDesk, refusalCode } from '../../support/desk-fixture.ts';
import { commentSchema, openNewsroom, readChange } from '../../support/newsroom-fixture.ts';

describe('an editor at the desk', () => {
  it('publishes a comment, and readers see it; it is on record with the editor’s name (M-1)', async (t) => {
    const { desk, write, publish, published } = await openNewsroom(t);
    const id = await write('Bài viết rất hay.');
    assert.deepEqual(await published(), []);
    const { comment } = await publish(id);
    assert.deepEqual(
      [comment.status, comment.version, comment.content, comment.article],
      ['published', 1, 'Bài viết rất hay.', { id: 'bai-1' }],
    );
    assert.deepEqual(
      (await published()).map(({ content }) => content),
      ['Bài viết rất hay.'],
    );
    const store = await openSqlCommentStore(desk.db, { now: Date.now });
    const [entry] = await store.listAuditOf(id);
    assert.deepEqual(
      [entry?.who, entry?.action, entry?.from, entry?.to],
      ['Biên tập editor', 'publish', 'pending', 'published'],
    );
    assert.equal((await verifyChain(store.readAudit())).kind, 'whole');
  });

  it('shows an editor neither email nor network in an answer', async (t) => {
    const { write, decide } = await openNewsroom(t);
    const response = await decide(await write('Hay lắm.'), { version: 0, decision: 'publish' });
    assert.doesNotMatch(await response.text(), /example\.vn|network/);
  });

  it('is told by whom and how a comment was decided meanwhile, and changes nothing (M-4)', async (t) => {
    const { desk, write, publish, decide } = await openNewsroom(t);
    const id = await write('Ý kiến của tôi.');
    await publish(id);
    const second = await desk.atDesk('moderator');
    const response = await decide(
      id,
      { version: 0, decision: 'reject', reason: 'offensive' },
      second,
    );
    assert.equal(response.status, 409);
    const problem = z
      .looseObject({
        code: z.string(),
        conflict: z.object({ comment: commentSchema, last: z.looseObject({ who: z.string() }) }),
      })
      .parse(await response.json());
    assert.equal(problem.code, 'version-changed');
    assert.equal(problem.conflict.comment.status, 'published');
    assert.equal(problem.conflict.last.who, 'Biên tập editor');
  });

  it('does not reject without a reason (M-6)', async (t) => {
    const { write, decide } = await openNewsroom(t);
    const id = await write('Ý kiến của tôi.');
    const response = await decide(id, { version: 0, decision: 'reject' });
    assert.equal(response.status, 422);
    assert.deepEqual(z.looseObject({ errors: z.unknown() }).parse(await response.json()).errors, [
      { field: 'reason', code: 'empty' },
    ]);
    const note = 'chửi tục';
    const body = { version: 0, decision: 'reject', reason: 'offensive', note };
    assert.equal((await readChange(await decide(id, body))).comment.status, 'rejected');
  });

  it('cannot make a move the table does not have (M-1)', async (t) => {
    const { write, decide } = await openNewsroom(t);
    const id = await write('Ý kiến của tôi.');
    const response = await decide(id, { version: 0, decision: 'remove' });
    assert.equal(response.status, 409);
    assert.equal(await refusalCode(response), 'move-refused');
    const missing = await decide('01a20c18-dcba-7000-8000-00000000ffff', {
      version: 0,
      decision: 'publish',
    });
    assert.equal(await refusalCode(missing), 'not-found');
  });

  it('edits beside the reader’s text and publishes in one go; readers see the edit and that it is one (M-5)', async (t) => {
    const { editor, write, published } = await openNewsroom(t);
    const id = await write('Bài viêt rất hay.');
    const body = { version: 0, content: 'Bài viết rất hay.', note: 'lỗi gõ', publish: true };
    const { comment, undo } = await readChange(
      await editor.send('PUT', `/api/comments/${id}/text`, body),
    );
    assert.deepEqual(
      [comment.content, comment.editedContent, comment.status],
      ['Bài viêt rất hay.', 'Bài viết rất hay.', 'published'],
    );
    assert.ok(undo);
    assert.partialDeepStrictEqual(await published(), [
      { content: 'Bài viết rất hay.', edited: true },
    ]);
    const back = { version: comment.version, content: null };
    await readChange(await editor.send('PUT', `/api/comments/${id}/text`, back));
    assert.partialDeepStrictEqual(await published(), [
      { content: 'Bài viêt rất hay.', edited: false },
    ]);
  });

  it('cannot publish an empty text, nor one that is too long', async (t) => {
    const { editor, write } = await openNewsroom(t);
    const id = await write('Ý kiến của tôi.');
    for (const [content, code] of [
      [' ', 'empty'],
      ['a'.repeat(2001), 'too-long'],
    ]) {
      const response = await editor.send('PUT', `/api/comments/${id}/text`, {
        version: 0,
        content,
        publish: true,
      });
      assert.equal(response.status, 422);
      assert.partialDeepStrictEqual(await response.json(), {
        errors: [{ field: 'content', code }],
      });
    }
  });

  it('pins and picks what is published, and nothing else', async (t) => {
    const { editor, write, publish, published } = await openNewsroom(t);
    const id = await write('Ý kiến của tôi.');
    const mark = (body: object): Promise<Response> =>
      editor.send('PUT', `/api/comments/${id}/marks`, body);
    assert.equal(await refusalCode(await mark({ version: 0, pinned: true })), 'move-refused');
    await publish(id);
    const { comment } = await readChange(await mark({ version: 1, pinned: true, pick: true }));
    assert.deepEqual([comment.pinned, comment.pick], [true, true]);
    assert.partialDeepStrictEqual(await published(), [{ id, pinned: true, pick: true }]);
  });

  it('answers for the newsroom, under its own name (M-18)', async (t) => {
    const { editor, write, publish, published } = await openNewsroom(t);
    const id = await write('Khi nào cầu xong?');
    const reply = (content: string): Promise<Response> =>
      editor.send('POST', `/api/comments/${id}/reply`, { content });
    assert.equal(await refusalCode(await reply('Sang năm.')), 'move-refused');
    await publish(id);
    const { comment } = await readChange(await reply('Cầu sẽ thông xe vào tháng 3.'));
    assert.deepEqual([comment.parent, comment.staff, comment.name], [id, true, 'Tòa soạn']);
    assert.partialDeepStrictEqual(await published(), [
      { id, replies: { items: [{ content: 'Cầu sẽ thông xe vào tháng 3.', staff: true }] } },
    ]);
  });

  it('takes a decision back for some seconds, alone and once (M-9)', async (t) => {
    const { desk, editor, write, publish, published } = await openNewsroom(t);
    const id = await write('Ý kiến của tôi.');
    const { undo } = await publish(id);
    const other = await desk.atDesk('moderator');
    const take = (by: DeskBrowser): Promise<Response> => by.send('POST', '/api/undo', { undo });
    assert.equal(await refusalCode(await take(other)), 'undo-gone');
    const response = await take(editor);
    assert.partialDeepStrictEqual(await response.json(), { comments: [{ id, status: 'pending' }] });
    assert.deepEqual(await published(), []);
    assert.equal(await refusalCode(await take(editor)), 'undo-gone');
  });

  it('cannot take back what is long past, or what somebody has touched since', async (t) => {
    const { desk, editor, write, publish, decide } = await openNewsroom(t);
    const first = await write('Ý kiến thứ nhất.');
    const { undo } = await publish(first);
    await readChange(await decide(first, { version: 1, decision: 'remove' }));
    assert.equal(await refusalCode(await editor.send('POST', '/api/undo', { undo })), 'undo-gone');
    const late = await publish(await write('Ý kiến thứ hai.'));
    desk.pass(16);
    const answer = await editor.send('POST', '/api/undo', { undo: late.undo });
    assert.equal(await refusalCode(answer), 'undo-gone');
    for (const forged of ['', '1-1-9999999999999.', `1-1-9999999999999.${'a'.repeat(43)}`]) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      const refused = await editor.send('POST', '/api/undo', { undo: forged });
      assert.equal(await refusalCode(refused), 'undo-gone');
    }
  });
});

describe('who may do what at the desk (M-13, S40)', () => {
  const id = '01a20c18-dcba-7000-8000-000000000001';
  const routes = [
    ['POST', `/api/comments/${id}/decision`, 'moderator'],
    ['PUT', `/api/comments/${id}/text`, 'editor'],
    ['PUT', `/api/comments/${id}/marks`, 'editor'],
    ['POST', `/api/comments/${id}/reply`, 'editor'],
    ['POST', '/api/undo', 'moderator'],
    ['POST', '/api/bulk', 'moderator'],
  ] as const;
  const roles = ['viewer', 'moderator', 'editor', 'admin'] as const;

  it('is refused to who is not signed in, to other origins, and to lesser roles, whatever the body', async (t) => {
    const desk = await openTestDesk(t);
    const browsers = new Map<EditorRole, DeskBrowser>();
    for (const role of roles) {
      // oxlint-disable-next-line no-await-in-loop -- one editor after the other
      browsers.set(role, await desk.atDesk(role));
    }
    /* oxlint-disable no-await-in-loop -- one request after the other */
    for (const [method, path, needed] of routes) {
      const guest = await desk.browser().send(method, path, {});
      assert.equal(await refusalCode(guest), 'unauthorized', path);
      for (const headers of [
        {},
        { origin: 'https://evil.example' },
        { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' },
        { 'sec-fetch-site': 'same-site' },
      ]) {
        const foreign = await browsers.get('admin')!.send(method, path, {}, { headers });
        assert.equal(await refusalCode(foreign), 'origin-refused', path);
      }
      for (const role of roles) {
        const response = await browsers.get(role)!.send(method, path, {});
        const isAllowed = roles.indexOf(role) >= roles.indexOf(needed);
        const code = await refusalCode(response);
        assert.equal(code, isAllowed ? 'invalid-fields' : 'role-refused', `${role} ${path}`);
      }
    }
    /* oxlint-enable no-await-in-loop */
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ReportedComment } from '../../src/service/index.ts';
import { openTestService, readProblem, type TestService } from '../support/service-fixture.ts';
import { askVisitor, publishComment, sendReport, setArticle } from '../support/visitor-fixture.ts';

const readReported = (paper: TestService): Promise<readonly ReportedComment[]> =>
  paper.store.listReported({ limit: 10 });

describe('POST /{id}/report', () => {
  it('brings a comment before the newsroom, with the reason and the note normalised', async (t) => {
    const paper = await openTestService(t);
    const id = await publishComment(paper);
    const token = await askVisitor(paper);
    const note = ' Xúc phạm\u0000\u202e người khác\r\n\r\n\r\n\r\n\r\nđọc. '.normalize('NFD');
    const response = await sendReport(paper, id, { token }, { reason: 'hate', note });
    assert.equal(response.status, 204);
    assert.equal(response.headers.get('cache-control'), 'no-store');
    const [reported, ...others] = await readReported(paper);
    assert.deepEqual(others, []);
    assert.equal(reported?.comment.id, id);
    assert.deepEqual(
      reported.reports.map(({ reason, note: kept }) => [reason, kept]),
      [['hate', 'Xúc phạm người khác\n\n\nđọc.']],
    );
  });

  it('takes each reason of the contract, with and without a note', async (t) => {
    const paper = await openTestService(t);
    const id = await publishComment(paper);
    const reasons = ['offensive', 'hate', 'false', 'privacy', 'spam', 'other'];
    for (const reason of reasons) {
      // oxlint-disable-next-line no-await-in-loop
      const token = await askVisitor(paper);
      // oxlint-disable-next-line no-await-in-loop
      assert.equal((await sendReport(paper, id, { token }, { reason })).status, 204);
    }
    const [reported] = await readReported(paper);
    assert.deepEqual(Object.keys(reported!.reasons).toSorted(), reasons.toSorted());
  });

  it('takes one of a visitor; a second is a duplicate and changes nothing', async (t) => {
    const paper = await openTestService(t);
    const id = await publishComment(paper);
    const token = await askVisitor(paper);
    await sendReport(paper, id, { token }, { reason: 'spam', note: 'Một' });
    const before = await readReported(paper);
    const second = await sendReport(paper, id, { token }, { reason: 'hate', note: 'Hai' });
    assert.equal((await readProblem(second)).code, 'duplicate');
    assert.deepEqual(await readReported(paper), before);
    const other = await publishComment(paper);
    assert.equal((await sendReport(paper, other, { token })).status, 204);
  });

  it('changes nothing the public sees', async (t) => {
    const paper = await openTestService(t);
    const id = await publishComment(paper);
    const listed = async () => (await paper.send('?article=bai-123')).headers.get('etag');
    const before = await listed();
    await sendReport(paper, id, { token: await askVisitor(paper) });
    assert.equal(await listed(), before);
  });

  it('is taken wherever the comment can be read, and nowhere else', async (t) => {
    const paper = await openTestService(t);
    const id = await publishComment(paper);
    for (const [state, status] of [
      ['closed', 204],
      ['readonly', 204],
      ['hidden', 404],
    ] as const) {
      // oxlint-disable-next-line no-await-in-loop
      await setArticle(paper, state);
      // oxlint-disable-next-line no-await-in-loop
      const response = await sendReport(paper, id, { token: await askVisitor(paper) });
      assert.equal(response.status, status, state);
    }
    const waiting = await paper.post({ article: 'bai-2' });
    const { id: hidden } = (await waiting.json()) as { id: string };
    const response = await sendReport(paper, hidden, { token: await askVisitor(paper) });
    assert.equal((await readProblem(response)).code, 'not-found');
  });

  it('takes a note of 500 characters as readers count them, and not one more', async (t) => {
    const paper = await openTestService(t);
    const id = await publishComment(paper);
    const family = '👨‍👩‍👧';
    const send = async (note: string) =>
      sendReport(paper, id, { token: await askVisitor(paper) }, { reason: 'other', note });
    for (const letter of ['ệ'.normalize('NFD'), '\n\t ệ'.slice(-1)]) {
      // oxlint-disable-next-line no-await-in-loop
      assert.equal((await send(letter.repeat(500))).status, 204);
      // oxlint-disable-next-line no-await-in-loop
      assert.deepEqual((await readProblem(await send(letter.repeat(501)))).errors, [
        { field: 'note', code: 'too-long', max: 500, over: 1 },
      ]);
    }
    assert.equal((await send(family.repeat(400))).status, 204);
    const heavy = await readProblem(await send('a\u0301'.repeat(2) + '\u0301'.repeat(10_000)));
    assert.equal(heavy.errors?.[0]?.code, 'too-long', 'a short text may still be heavy (T-4)');
  });

  it('refuses hostile bodies, and keeps nothing of them', async (t) => {
    const paper = await openTestService(t);
    const id = await publishComment(paper);
    const token = await askVisitor(paper);
    const bodies: readonly (readonly [body: unknown, status: number])[] = [
      ['{', 400],
      ['', 400],
      ['[]', 400],
      ['null', 400],
      ['"spam"', 400],
      ['{"reason":"spam"', 400],
      [`${'{"a":'.repeat(100)}1${'}'.repeat(100)}`, 400],
      [{}, 422],
      [{ reason: '' }, 422],
      [{ reason: 'SPAM' }, 422],
      [{ reason: '__proto__' }, 422],
      [{ reason: 'constructor' }, 422],
      [{ reason: ['spam'] }, 422],
      [{ reason: 7 }, 422],
      [{ reason: null }, 422],
      [{ reason: 'spam', note: 7 }, 422],
      [{ reason: 'spam', note: null }, 422],
      [{ reason: 'spam', note: ['x'] }, 422],
      [{ reason: 'spam', note: { toString: 'x' } }, 422],
      [{ reason: 'spam', note: 'x'.repeat(8001) }, 422],
      [{ reason: 'spam', note: 'x'.repeat(70_000) }, 413],
    ];
    for (const [body, status] of bodies) {
      // oxlint-disable-next-line no-await-in-loop
      const response = await sendReport(paper, id, { token }, body);
      assert.equal(response.status, status, JSON.stringify(body).slice(0, 60));
    }
    const typed = { token, headers: { 'content-type': 'text/plain' } };
    assert.equal((await sendReport(paper, id, typed)).status, 415);
    assert.deepEqual(await readReported(paper), []);
    assert.deepEqual(paper.logged, []);
    const unheard = { reason: 'spam', email: 'x@y.vn', visitor: 'x', unheard: { of: 1 } };
    assert.equal((await sendReport(paper, id, { token }, unheard)).status, 204);
    assert.doesNotMatch(JSON.stringify((await readReported(paper))[0]?.reports), /x@y|unheard/);
  });

  it('keeps markup as the plain text it is', async (t) => {
    const paper = await openTestService(t);
    const id = await publishComment(paper);
    const note = '<img src=x onerror=alert(1)>&amp;';
    const token = await askVisitor(paper);
    await sendReport(paper, id, { token }, { reason: 'other', note });
    assert.equal((await readReported(paper))[0]?.reports[0]?.note, note);
  });
});

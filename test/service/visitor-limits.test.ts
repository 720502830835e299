import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { limitBudgets } from '../../src/service/index.ts';
import { openTestService, readProblem, type TestService } from '../support/service-fixture.ts';
import {
  askVisitor,
  publishComment,
  readLikes,
  sendLike,
  sendReport,
} from '../support/visitor-fixture.ts';

const {
  visitorsOfLine,
  likesOfLine,
  likeBurstFromSite,
  likesOfCommentFromSite,
  reportsOfLine,
  reportsOfCommentFromSite,
} = limitBudgets;

/** Sends one after the other until one is limited; how many were not. */
const countUntilLimited = async (
  send: (index: number) => Promise<Response>,
  most = 1000,
): Promise<number> => {
  for (let index = 0; index < most; index += 1) {
    // oxlint-disable-next-line no-await-in-loop
    if ((await send(index)).status === 429) return index;
  }
  return most;
};

for (const limitsIn of ['memory', 'a SQLite file'] as const) {
  describe(`limits of visitors counted in ${limitsIn} (M-14, N-10)`, () => {
    const open = (t: TestContext): Promise<TestService> => openTestService(t, { limitsIn });

    it('give one line so many tokens, and say how long it has to wait (S44)', async (t) => {
      const paper = await open(t);
      const address = '203.0.113.7';
      const ask = () => paper.send('/visitor', { method: 'POST', address });
      assert.equal(await countUntilLimited(ask), visitorsOfLine.points);
      paper.pass(200);
      const response = await ask();
      assert.equal(response.headers.get('retry-after'), '400');
      assert.equal((await readProblem(response)).retryAfterSeconds, 400);
      const other = await paper.send('/visitor', { method: 'POST', address: '203.0.113.8' });
      assert.equal(other.status, 200, 'a flood stops nobody else (S43)');
      paper.pass(400);
      assert.equal((await ask()).status, 200);
    });

    it('stop a script that lifts one comment with many tokens from one site, and no other reader (S43)', async (t) => {
      const paper = await open(t);
      const id = await publishComment(paper);
      // Each like from another line of the site, with a token of its own.
      const script = async (index: number): Promise<Response> =>
        sendLike(paper, id, {
          token: await askVisitor(paper),
          address: `203.0.113.${index % 250}`,
        });
      assert.equal(await countUntilLimited(script), likeBurstFromSite.points);
      assert.equal(await readLikes(paper), likeBurstFromSite.points);
      const elsewhere = { token: await askVisitor(paper), address: '198.51.100.1' };
      assert.equal((await sendLike(paper, id, elsewhere)).status, 204);
      const other = await publishComment(paper, 'bai-2');
      const near = { token: await askVisitor(paper), address: '203.0.113.7' };
      assert.equal((await sendLike(paper, other, near)).status, 204);
      const own = await sendLike(paper, id, near, 'DELETE');
      assert.equal(own.status, 204, 'what was given can be taken back');
      const limited = await script(0);
      assert.equal(limited.headers.get('retry-after'), String(likeBurstFromSite.windowSeconds));
      paper.pass(likeBurstFromSite.windowSeconds);
      assert.equal((await script(0)).status, 204);
    });

    it('stop the patient script too: a site adds so many likes to one comment in an hour', async (t) => {
      const paper = await open(t);
      const id = await publishComment(paper);
      let taken = 0;
      for (let minute = 0; minute < 59; minute += 1) {
        // oxlint-disable-next-line no-await-in-loop
        const token = await askVisitor(paper);
        for (let sent = 0; sent < 5; sent += 1) {
          const address = `203.0.113.${minute}`;
          // oxlint-disable-next-line no-await-in-loop
          const { status } = await sendLike(paper, id, { token, address });
          if (status === 204) taken += 1;
        }
        paper.pass(60);
      }
      assert.equal(taken, likesOfCommentFromSite.points);
    });

    it('count all likes of a line, given and taken back', async (t) => {
      const paper = await open(t);
      const ids = await Promise.all([1, 2].map((one) => publishComment(paper, `bai-${one}`)));
      const token = await askVisitor(paper);
      const address = '203.0.113.7';
      const toggle = (index: number): Promise<Response> =>
        sendLike(paper, ids[index % 2]!, { token, address }, index % 20 < 2 ? 'PUT' : 'DELETE');
      const taken = await countUntilLimited(async (index) => {
        if (index % 100 === 99) paper.pass(60);
        return toggle(index);
      });
      assert.equal(taken, likesOfLine.points);
    });

    it('hold reports of one comment from one site, and all reports of a line', async (t) => {
      const paper = await open(t);
      const id = await publishComment(paper);
      const report = async (index: number): Promise<Response> =>
        sendReport(paper, id, {
          token: await askVisitor(paper),
          address: `203.0.113.${index}`,
        });
      assert.equal(await countUntilLimited(report), reportsOfCommentFromSite.points);
      const [reported] = await paper.store.listReported({ limit: 1 });
      assert.equal(reported?.count, reportsOfCommentFromSite.points);
      const elsewhere = { token: await askVisitor(paper), address: '198.51.100.1' };
      assert.equal((await sendReport(paper, id, elsewhere)).status, 204);
      const token = await askVisitor(paper);
      const address = '2001:db8::1';
      const ofLine = await countUntilLimited(async (index) =>
        sendReport(paper, `019ab2c4-0000-7000-8000-${String(index).padStart(12, '0')}`, {
          token,
          address,
        }),
      );
      assert.equal(ofLine, reportsOfLine.points);
      paper.pass(reportsOfLine.windowSeconds);
      assert.equal((await report(0)).status, 204);
    });

    it('let readers behind one mobile address like what everybody reads', async (t) => {
      const paper = await open(t);
      const ids = await Promise.all(
        Array.from({ length: 10 }, (_, index) => publishComment(paper, `bai-${index}`)),
      );
      // Ten minutes of a busy evening: 100 readers who each like two of ten comments.
      for (let reader = 0; reader < 100; reader += 1) {
        const address = '203.0.113.7';
        // oxlint-disable-next-line no-await-in-loop
        const token = await askVisitor(paper, address);
        for (const id of [ids[reader % 10]!, ids[(reader + 3) % 10]!]) {
          // oxlint-disable-next-line no-await-in-loop
          assert.equal((await sendLike(paper, id, { token, address })).status, 204);
        }
        paper.pass(5);
      }
    });
  });
}

import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import type { PublishedComment } from '../../src/protocol/index.ts';
import type { StoredComment, VerifyAuthor } from '../../src/service/index.ts';
import { fillForm, openPage, sendForm, typedTexts } from '../support/page-form.ts';
import {
  openTestService,
  plainDraft,
  readPage,
  type TestService,
} from '../support/service-fixture.ts';

const author = { name: 'Trần Văn Hòa', email: 'hoa@paper.test', badge: 'Bạn đọc thuê bao' };

/** A site that knows whoever shows the right word. */
const verifyAuthor: VerifyAuthor = ({ headers }) =>
  headers.get('authorization') === 'Bearer word' ? author : undefined;

const open = (t: TestContext, verify: VerifyAuthor = verifyAuthor): Promise<TestService> =>
  openTestService(t, { verifyAuthor: verify });

const newest = async ({ store }: TestService): Promise<StoredComment | undefined> =>
  (await store.listComments({ limit: 1 }))[0];

const word = { authorization: 'Bearer word' };

describe("A reader known by the site's own login (N-12)", () => {
  it('writes under the name and email of the login, whatever was typed, and is marked so', async (t) => {
    const paper = await open(t);
    await paper.post({ name: 'Kẻ Khác', email: 'other@example.vn' }, word);
    const comment = await newest(paper);
    assert.equal(comment?.texts.name, author.name);
    assert.equal(comment.texts.email, author.email);
    assert.equal(comment.rawTexts.name, author.name);
    assert.equal(comment.verifiedAs, author.badge);
  });

  it('need not type either', async (t) => {
    const paper = await open(t);
    const { name: _name, email: _email, ...draft } = await paper.solvedDraft();
    assert.equal((await paper.postJson('', draft, word)).status, 202);
  });

  it('is a guest without it, by what was typed', async (t) => {
    const paper = await open(t);
    await paper.post();
    const comment = await newest(paper);
    assert.equal(comment?.texts.name, plainDraft.name);
    assert.equal(comment.verifiedAs, undefined);
  });

  it('is known on the page without script too', async (t) => {
    const paper = await open(t);
    const fields = fillForm(await openPage(paper), typedTexts);
    assert.equal((await sendForm(paper, fields, word)).status, 303);
    const comment = await newest(paper);
    assert.equal(comment?.texts.email, author.email);
    assert.equal(comment.verifiedAs, author.badge);
  });

  it('is shown with the badge, and not once the comment is gone', async (t) => {
    const paper = await open(t);
    const idOf = async (response: Response): Promise<string> =>
      ((await response.json()) as { id: string }).id;
    const id = await idOf(await paper.post({}, word));
    await paper.publish(id);
    const read = async (): Promise<PublishedComment | undefined> => {
      const response = await paper.send(`?article=${plainDraft.article}`);
      return (await readPage(response)).comments[0];
    };
    assert.equal((await read())?.verified, author.badge);
    const answer = await idOf(await paper.post({ parent: id, content: 'Tôi đồng ý với bạn.' }));
    await paper.publish(answer);
    await paper.store.transaction((transaction) =>
      transaction.changeStatus({ id, to: 'removed', who: 'test' }),
    );
    const gone = await read();
    assert.equal(gone?.gone, 'removed');
    assert.equal(gone.verified, undefined);
  });

  it('may have no badge, and none of more than 40 characters', async (t) => {
    for (const [badge, kept] of [
      [undefined, ''],
      ['x'.repeat(50), 'x'.repeat(40)],
    ] as const) {
      // oxlint-disable-next-line no-await-in-loop -- one service after the other
      const paper = await open(t, () => ({
        name: author.name,
        email: author.email,
        ...(badge && { badge }),
      }));
      // oxlint-disable-next-line no-await-in-loop -- one service after the other
      await paper.post();
      // oxlint-disable-next-line no-await-in-loop -- one service after the other
      assert.equal((await newest(paper))?.verifiedAs, kept);
    }
  });

  it('is asked for without the body, so that the comment can still be read', async (t) => {
    const bodies: (string | undefined)[] = [];
    const paper = await open(t, async (request) => {
      bodies.push(await request.text());
      return author;
    });
    assert.equal((await paper.post()).status, 202);
    assert.deepEqual(bodies, ['']);
  });

  it('is not let in as a guest when the login fails: nothing is kept and no code is spent', async (t) => {
    let isBroken = true;
    const paper = await open(t, () => {
      if (isBroken) throw new Error('no sessions');
      return author;
    });
    const draft = await paper.solvedDraft();
    assert.equal((await paper.postJson('', draft, word)).status, 500);
    isBroken = false;
    assert.equal((await paper.postJson('', draft, word)).status, 202);
  });
});

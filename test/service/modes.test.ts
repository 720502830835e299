import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { challengeAnswerSchema } from '../../src/protocol/index.ts';
import type { StoreTransaction } from '../../src/service/index.ts';
import {
  countComments,
  makeTemporaryFolder,
  openTestService,
  readAnswer,
  readPage,
  readProblem,
  type TestService,
  wrapTransactions,
} from '../support/service-fixture.ts';

const article = 'bai-123';
const section = 'Thể thao';

const set = (
  { store }: TestService,
  work: (transaction: StoreTransaction) => Promise<unknown>,
): Promise<unknown> => store.transaction(work);

/** Names the article's section, so that the section's mode is its own. */
const setSection = (paper: TestService, mode: Parameters<StoreTransaction['setSectionMode']>[1]) =>
  set(paper, async (transaction) => {
    await transaction.saveArticle(article);
    await transaction.setArticle(article, { section });
    await transaction.setSectionMode(section, mode);
  });

let number = 0;

/** Sends a comment like none before. @returns Its id, and whether it was published. */
const write = async (
  paper: TestService,
  changes: object = {},
): Promise<{ readonly id: string; readonly status: string }> => {
  number += 1;
  const response = await paper.post({ content: `Ý kiến thứ ${number} của tôi.`, ...changes });
  return readAnswer(response);
};

const statusOf = async (paper: TestService, changes?: object): Promise<string> =>
  (await write(paper, changes)).status;

const whoPublished = async ({ store }: TestService, id: string): Promise<string | undefined> =>
  (await store.listAuditOf(id)).at(-1)?.who;

describe('the mode a comment is taken in (M-2)', () => {
  it('is the setting’s until the desk sets another one, which needs no restart', async (t) => {
    const paper = await openTestService(t, { settings: { moderation: 'post' } });
    const { id } = await write(paper);
    assert.equal(await whoPublished(paper, id), 'moderation=post');
    await set(paper, (one) => one.setSiteMode('pre'));
    assert.equal(await statusOf(paper), 'pending');
    await set(paper, (one) => one.setSiteMode(null));
    assert.equal(await statusOf(paper), 'published');
  });

  it('is that of the article, else of its section, else of the site, and the log says which', async (t) => {
    const paper = await openTestService(t);
    await set(paper, (one) => one.setSiteMode('post'));
    assert.equal(await whoPublished(paper, (await write(paper)).id), 'site=post');
    await setSection(paper, 'pre');
    assert.equal(await statusOf(paper), 'pending');
    await setSection(paper, 'post');
    assert.equal(await whoPublished(paper, (await write(paper)).id), 'section=post');
    await set(paper, (one) => one.setArticle(article, { mode: 'pre' }));
    assert.equal(await statusOf(paper), 'pending');
    assert.equal(await statusOf(paper, { article: 'bai-khac' }), 'published');
    await set(paper, (one) => one.setArticle(article, { mode: 'post' }));
    assert.equal(await whoPublished(paper, (await write(paper)).id), 'article=post');
  });

  it('holds what a signal holds, whoever has set it', async (t) => {
    const paper = await openTestService(t, { settings: { moderation: 'post' } });
    await set(paper, (one) => one.setSiteMode('post'));
    await setSection(paper, 'post');
    await set(paper, (one) => one.setArticle(article, { mode: 'post' }));
    assert.equal(await statusOf(paper, { content: 'Gọi 0912 345 678 gặp tôi nhé.' }), 'pending');
  });

  it('follows in every process on the database, from the next comment on', async (t) => {
    const folder = makeTemporaryFolder(t);
    const here = await openTestService(t, { folder });
    const there = await openTestService(t, { folder });
    assert.equal(await statusOf(there), 'pending');
    await set(here, (one) => one.setSiteMode('post'));
    there.pass(60);
    assert.equal(await statusOf(there), 'published');
  });
});

describe('the mode trusted (M-2)', () => {
  const openTrusting = (t: TestContext, settings = {}): Promise<TestService> =>
    openTestService(t, { settings: { moderation: 'trusted', ...settings } });

  const decide = async (
    paper: TestService,
    ...statuses: readonly ('published' | 'rejected' | 'spam')[]
  ) => {
    for (const to of statuses) {
      const { id, status } = await write(paper);
      assert.equal(status, 'pending', `before ${to}`);
      await set(paper, (one) => one.changeStatus({ id, to, who: 'test' }));
    }
  };

  it('publishes at once whoever had three of the last five published', async (t) => {
    const paper = await openTrusting(t);
    await decide(paper, 'published', 'rejected', 'published', 'rejected', 'published');
    const { id, status } = await write(paper);
    assert.equal(status, 'published');
    assert.equal(await whoPublished(paper, id), 'moderation=trusted');
    assert.equal(await statusOf(paper, { email: 'khac@example.vn' }), 'pending');
  });

  it('stops as soon as the record is worse: what was taken down counts against its author', async (t) => {
    const paper = await openTrusting(t);
    await decide(paper, 'published', 'rejected', 'published', 'rejected', 'published');
    const { id } = await write(paper);
    await set(paper, (one) => one.changeStatus({ id, to: 'removed', who: 'test' }));
    assert.equal(await statusOf(paper), 'pending');
  });

  it('trusts nobody with spam among the last five', async (t) => {
    const paper = await openTrusting(t);
    await decide(paper, 'published', 'published', 'spam', 'published');
    assert.equal(await statusOf(paper), 'pending');
  });

  it('counts as the settings say, and by no comment that waits', async (t) => {
    const paper = await openTrusting(t, { trustedAccepted: 1, trustedOf: 1 });
    assert.equal(await statusOf(paper), 'pending');
    assert.equal(await statusOf(paper), 'pending');
    await decide(paper, 'published');
    assert.equal(await statusOf(paper), 'published');
  });

  it('goes by the word about an author first (M-8)', async (t) => {
    const paper = await openTrusting(t, { trustedAccepted: 1, trustedOf: 1 });
    await decide(paper, 'published');
    const [first] = await paper.store.listComments({ limit: 1 });
    const author = first?.author ?? '';
    await set(paper, (one) =>
      one.setStandingOfAuthor(author, { standing: 'premoderated', until: null }),
    );
    assert.equal(await statusOf(paper), 'pending');
    await set(paper, (one) =>
      one.setStandingOfAuthor(author, { standing: 'trusted', until: null }),
    );
    assert.equal(await whoPublished(paper, (await write(paper)).id), 'author=trusted');
  });

  it('trusts nobody without an email', async (t) => {
    const settings = { email: 'optional', trustedAccepted: 1, trustedOf: 1 };
    const paper = await openTrusting(t, settings);
    const { id } = await write(paper, { email: undefined });
    await set(paper, (one) => one.changeStatus({ id, to: 'published', who: 'test' }));
    assert.equal(await statusOf(paper, { email: undefined }), 'pending');
  });

  it('alone asks what became of an author’s comments, and not where a signal decides', async (t) => {
    let asked = 0;
    const wrapStore = wrapTransactions((transaction) => ({
      listDecidedOf: (...request) => {
        asked += 1;
        return transaction.listDecidedOf(...request);
      },
    }));
    const paper = await openTestService(t, { wrapStore });
    for (const mode of ['pre', 'post', null] as const) {
      await set(paper, (one) => one.setSiteMode(mode));
      await write(paper);
    }
    assert.equal(asked, 0);
    await set(paper, (one) => one.setSiteMode('trusted'));
    await write(paper, { content: 'Gọi 0912 345 678 gặp tôi ngay nhé.' });
    assert.equal(asked, 0);
    await write(paper);
    assert.equal(asked, 1);
  });
});

describe('the mode closed (M-2, N-9)', () => {
  const closings: Readonly<Record<string, (paper: TestService) => Promise<unknown>>> = {
    'the site': (paper) => set(paper, (one) => one.setSiteMode('closed')),
    'its section': (paper) => setSection(paper, 'closed'),
    'the article': (paper) =>
      set(paper, async (one) => {
        await one.saveArticle(article);
        await one.setArticle(article, { mode: 'closed' });
      }),
  };
  const openings: typeof closings = {
    'the site': (paper) => set(paper, (one) => one.setSiteMode(null)),
    'its section': (paper) => setSection(paper, null),
    'the article': (paper) => set(paper, (one) => one.setArticle(article, { mode: null })),
  };

  for (const [who, close] of Object.entries(closings)) {
    it(`of ${who} is for readers as a closed article is, at once, and so is its end`, async (t) => {
      const paper = await openTestService(t, { settings: { moderation: 'post' } });
      const { id } = await write(paper);
      const draft = await paper.solvedDraft({ content: 'Ý kiến cuối cùng.' });
      const open = await paper.send(`?article=${article}`);
      const etag = { 'if-none-match': open.headers.get('etag')! };
      const ask = () => paper.send(`?article=${article}`, { headers: etag });
      assert.equal((await ask()).status, 304);

      await close(paper);
      const refused = await paper.postJson('', draft);
      assert.equal(refused.status, 403);
      assert.equal((await readProblem(refused)).code, 'article-closed');
      const challenge = await paper.postJson('/challenge', { article });
      assert.deepEqual(challengeAnswerSchema.parse(await challenge.json()), {
        challenge: { kind: 'none' },
        article: { state: 'closed' },
      });
      const page = await readPage(await ask());
      assert.deepEqual(page.article, { id: article, state: 'closed', count: 1 });
      assert.equal(page.comments[0]?.id, id);
      const html = await (await paper.send(`/page?article=${article}`)).text();
      assert.match(html, /Bài viết này đã ngừng nhận ý kiến\./);
      assert.doesNotMatch(html, /<textarea/);

      await openings[who]!(paper);
      assert.equal((await ask()).status, 304);
      assert.match(await (await paper.send(`/page?article=${article}`)).text(), /<textarea/);
      assert.equal(await statusOf(paper), 'published');
    });
  }

  it('of the site closes what nobody has written under yet, by the setting too', async (t) => {
    const paper = await openTestService(t, { settings: { moderation: 'closed' } });
    const page = await readPage(await paper.send('?article=bai-moi'));
    assert.equal(page.article.state, 'closed');
    await set(paper, (one) => one.setSiteMode('pre'));
    assert.equal((await readPage(await paper.send('?article=bai-moi'))).article.state, 'open');
    const draft = await paper.solvedDraft({ article: 'bai-moi' });
    await set(paper, (one) => one.setSiteMode('closed'));
    assert.equal((await readPage(await paper.send('?article=bai-moi'))).article.state, 'closed');
    assert.equal((await readProblem(await paper.postJson('', draft))).code, 'article-closed');
    assert.equal(await countComments(paper), 0);
  });

  it('reaches readers of another process at once, whose list answers are in memory', async (t) => {
    const folder = makeTemporaryFolder(t);
    const here = await openTestService(t, { folder, settings: { moderation: 'post' } });
    const there = await openTestService(t, { folder, settings: { moderation: 'post' } });
    await write(here);
    const read = async () => (await readPage(await there.send(`?article=${article}`))).article;
    assert.equal((await read()).state, 'open');
    await set(here, (one) => one.setSiteMode('closed'));
    assert.equal((await read()).state, 'closed');
    await set(here, (one) => one.setSiteMode(null));
    assert.equal((await read()).state, 'open');
  });

  it('leaves trusted authors outside too (M-8)', async (t) => {
    const paper = await openTestService(t);
    const { id } = await write(paper);
    const author = (await paper.store.find(id))?.author ?? '';
    const draft = await paper.solvedDraft({ content: 'Tôi viết thêm.' });
    await set(paper, async (one) => {
      await one.setStandingOfAuthor(author, { standing: 'trusted', until: null });
      await one.setSiteMode('closed');
    });
    assert.equal((await readProblem(await paper.postJson('', draft))).code, 'article-closed');
  });
});

describe('what readers are told of each state (M-2, L-14)', () => {
  const words: Readonly<Record<string, RegExp>> = {
    readonly: /Tạm thời chưa nhận ý kiến mới\. Bạn vẫn có thể đọc các ý kiến đã đăng\./,
    closed: /Bài viết này đã ngừng nhận ý kiến\./,
  };
  for (const [state, text] of Object.entries(words)) {
    it(`says that it is ${state} on the page without script`, async (t) => {
      const paper = await openTestService(t);
      await set(paper, async (one) => {
        await one.saveArticle(article);
        await one.setArticle(article, { state: state as 'readonly' | 'closed' });
      });
      const html = await (await paper.send(`/page?article=${article}`)).text();
      assert.match(html, text);
      assert.doesNotMatch(html, /<textarea/);
    });
  }
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  countComments,
  openTestService,
  pageOrigin,
  pictureOf,
  plainDraft,
  readAnswer,
  readProblem,
  type TestService,
} from '../support/service-fixture.ts';

describe('POST / and the rules after the code', () => {
  it('takes an answer to a published comment of the same article (S35)', async (t) => {
    const paper = await openTestService(t);
    const { id } = await readAnswer(await paper.post());
    await paper.publish(id);
    const response = await paper.post({ parent: id });
    assert.equal(response.status, 202);
    const [answer] = await paper.store.listComments({ limit: 1 });
    assert.equal(answer?.parent, id);
  });

  const parents: Readonly<Record<string, (paper: TestService) => Promise<string>>> = {
    'is not there': async () => '01a20c18-dcba-7000-8000-000000000001',
    'is waiting': async (paper) => (await readAnswer(await paper.post())).id,
    'was removed': async (paper) => {
      const { id } = await readAnswer(await paper.post());
      await paper.publish(id);
      await paper.store.transaction((transaction) =>
        transaction.changeStatus({ id, to: 'removed', who: 'test' }),
      );
      return id;
    },
    'belongs to another article': async (paper) => {
      const { id } = await readAnswer(await paper.post({ article: 'bai-2' }));
      await paper.publish(id);
      return id;
    },
    'is itself an answer': async (paper) => {
      const { id: top } = await readAnswer(await paper.post());
      await paper.publish(top);
      const { id } = await readAnswer(await paper.post({ parent: top }));
      await paper.publish(id);
      return id;
    },
  };
  for (const [what, makeParent] of Object.entries(parents)) {
    it(`refuses an answer to a comment that ${what}, and stores nothing (S35)`, async (t) => {
      const paper = await openTestService(t);
      const parent = await makeParent(paper);
      const before = await countComments(paper);
      const problem = await readProblem(await paper.post({ parent }));
      assert.equal(problem.code, 'parent-gone');
      pictureOf(problem);
      assert.equal(await countComments(paper), before);
    });
  }

  it('refuses an article the site does not have, but only to who solved the code', async (t) => {
    const paper = await openTestService(t, { acceptArticle: (id) => id !== 'no-such-article' });
    const asked = await paper.postJson('/challenge', { article: 'no-such-article' });
    assert.equal((await readProblem(asked)).code, 'article-refused');
    const posted = await paper.postJson('', { ...plainDraft, article: 'no-such-article' });
    assert.equal((await readProblem(posted)).code, 'challenge-missing');
    assert.equal(await countComments(paper), 0);
  });

  it('refuses a withdrawn article after the code, and sends the next one along', async (t) => {
    let isThere = true;
    const paper = await openTestService(t, { acceptArticle: async () => isThere });
    const draft = await paper.solvedDraft();
    isThere = false;
    const problem = await readProblem(await paper.postJson('', draft));
    assert.equal(problem.code, 'article-refused');
    pictureOf(problem);
    assert.equal(await countComments(paper), 0);
  });

  const page = { url: `${pageOrigin}/bai-123?a=1`, title: ' Tiêu  đề </script>\u0000' };

  it('keeps the page of the article when it is of the origin of the request', async (t) => {
    const paper = await openTestService(t);
    await paper.post({ page }, { origin: pageOrigin });
    assert.deepEqual(await paper.store.findArticlePage('bai-123'), {
      url: page.url,
      title: 'Tiêu đề </script>',
    });
    await paper.post({ page: { url: `${pageOrigin}/other`, title: 'x' } }, { origin: pageOrigin });
    assert.equal((await paper.store.findArticlePage('bai-123'))?.url, page.url);
  });

  it('drops a page of another origin and never asks for it (S18)', async (t) => {
    const asked = t.mock.method(globalThis, 'fetch', () =>
      Promise.reject(new Error('not allowed')),
    );
    const paper = await openTestService(t);
    for (const url of [
      'http://169.254.169.254/latest',
      'http://127.0.0.1:1/',
      'https://paper.test/',
    ]) {
      const response = await paper.post({ page: { url, title: '' } }, { origin: pageOrigin });
      assert.equal(response.status, 202);
    }
    assert.equal((await paper.post({ page })).status, 202);
    assert.equal(await paper.store.findArticlePage('bai-123'), undefined);
    assert.equal(asked.mock.callCount(), 0);
  });

  it('never changes what another comment of the same email holds (S25)', async (t) => {
    const paper = await openTestService(t);
    const { id } = await readAnswer(await paper.post());
    await paper.post({ name: 'Kẻ mạo danh', address: 'Nơi khác' });
    const kept = await paper.store.transaction((transaction) => transaction.find(id));
    assert.equal(kept?.texts.name, plainDraft.name);
    assert.equal(kept?.texts.address, plainDraft.address);
  });

  it('keeps hostile text as text and gives it back as JSON only (S10, S24)', async (t) => {
    const paper = await openTestService(t, { settings: { moderation: 'post' } });
    const content = `' onmouseover='x "><img src=x onerror=alert(1)> </textarea><scrİpt>＜b＞\u2028`;
    const { comment } = await readAnswer(await paper.post({ content }));
    assert.equal(comment?.content, content.trim());
    const response = await paper.send('?article=bai-123');
    assert.match(response.headers.get('content-type') ?? '', /^application\/json/);
    assert.equal(response.headers.get('x-content-type-options'), 'nosniff');
  });
});

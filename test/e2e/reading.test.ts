import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, it, type TestContext } from 'node:test';
import { seedComments } from '../../demo/seed-comments.ts';
import type { CommentPage } from '../../src/protocol/types.ts';
import type { StoreTransaction } from '../../src/service/store/comment-store.ts';
import { createSqliteStore } from '../../src/service/store/sqlite-store.ts';
import {
  launchReaderBrowser,
  type ReaderBrowser,
  type ReaderPage,
  twoBrowsers,
} from '../support/two-browsers.ts';
import { openWholePageSite, type WholePageSite } from '../support/whole-page-site.ts';

const article = 'ben-do-vam-thuan';
const form = 'reader-comment-form >>>';
const list = 'reader-comment-list >>>';
const threads = `${list} [part=list] > li`;

for (const name of twoBrowsers) {
  describe(`readers’ comments under an article, in ${name}`, () => {
    let site: WholePageSite;
    let browser: ReaderBrowser;
    before(async () => {
      [site, browser] = await Promise.all([openWholePageSite(), launchReaderBrowser(name)]);
      await seedComments(site.dataFolder, Date.now());
    });
    after(async () => {
      await browser.close();
      await site.close();
    });

    const open = async (t: TestContext, spot = ''): Promise<ReaderPage> => {
      const reader = await browser.open(t, `${site.url}/${spot}`);
      await reader.page.$eval('reader-comment-list', (node) => node.scrollIntoView());
      await reader.find(`${list} [part=list]`);
      return reader;
    };
    const read = async (query: string): Promise<CommentPage> =>
      (
        await fetch(`${site.url}/comments?article=${article}&${query}`)
      ).json() as Promise<CommentPage>;
    const decide = async (work: (one: StoreTransaction) => Promise<unknown>): Promise<void> => {
      const file = join(site.dataFolder, 'comments.sqlite');
      const store = await createSqliteStore({ file, now: Date.now });
      await store.transaction(work);
      await store.close();
    };
    const itemOf = (id: string): string => `${list} #comment-${id}`;

    it('are shown with their number, more of them on the reader’s word, with the focus on the first of these (A-15)', async (t) => {
      const reader = await open(t);
      const { article: summary, comments, next } = await read('sort=newest');
      assert.equal(await reader.text(`${list} h2`), `Ý kiến bạn đọc (${summary.count})`);
      assert.equal(await reader.count(threads), comments.length);
      const more = await read(`sort=newest&after=${next}`);
      await reader.press(`${list} [part=more-button]`);
      await reader.untilFocus(`comment-${more.comments[0]?.id}`);
      assert.equal(await reader.count(threads), comments.length + more.comments.length);
      assert.equal(await reader.count(`${list} [part=more-button]`), more.next === null ? 0 : 1);
      assert.deepEqual(reader.errors, []);
    });

    it('come in other orders, with the focus left on the choice', async (t) => {
      const reader = await open(t);
      for (const sort of ['oldest', 'liked'] as const) {
        // One order after the other, as a reader tries them.
        /* oxlint-disable no-await-in-loop */
        const { comments } = await read(`sort=${sort}`);
        const choice = await reader.find(`${list} select`);
        await choice.focus();
        await choice.select(sort);
        await reader.until(async () => {
          const names = await reader.texts(`${list} [part=list] > li > article [part=name]`);
          return names.join() === comments.map((one) => one.name).join();
        }, sort);
        assert.equal(await reader.focus(), 'sort-select');
        /* oxlint-enable no-await-in-loop */
      }
    });

    it('show the other answers to a comment', async (t) => {
      const reader = await open(t);
      const { comments } = await read('sort=liked');
      const answered = comments.find(({ replies }) => replies?.next);
      assert.ok(answered?.replies);
      await (await reader.find(`${list} select`)).select('liked');
      await reader.find(itemOf(answered.id));
      const answers = `${list} li:has(> #comment-${answered.id}) [part=replies] > li`;
      assert.equal(await reader.count(answers), 2);
      await reader.press(`${list} li:has(> #comment-${answered.id}) [part=replies-button]`);
      const { count } = answered.replies;
      await reader.until(async () => (await reader.count(answers)) === count, 'all answers');
    });

    it('are led to one by one, also where it stands on a later page', async (t) => {
      const { comments } = await read('sort=oldest');
      const last = comments.find(({ pinned }) => !pinned);
      assert.ok(last);
      const reader = await open(t, `#comment-${last.id}`);
      await reader.untilFocus(`comment-${last.id}`);
      assert.equal(await reader.attribute(itemOf(last.id), 'aria-current'), 'true');
      assert.equal(await reader.count(`${list} [part=first-button]`), 1);
    });

    it('are liked once a reader, and the like is still there after a reload', async (t) => {
      const reader = await open(t);
      const { comments } = await read('sort=newest');
      const liked = comments.at(-1);
      assert.ok(liked);
      const button = `${itemOf(liked.id)} [part~=like-button]`;
      const likesNow = async (): Promise<number | undefined> => {
        const now = await read(`sort=newest&${Math.random()}`);
        return now.comments.find(({ id }) => id === liked.id)?.likes;
      };
      await reader.press(button);
      await reader.until(async () => (await likesNow()) === liked.likes + 1, 'the like');
      assert.equal(await reader.attribute(button, 'aria-pressed'), 'true');
      await reader.page.reload();
      await reader.page.$eval('reader-comment-list', (node) => node.scrollIntoView());
      await (await reader.find(button)).focus();
      await reader.until(
        async () => (await reader.attribute(button, 'aria-pressed')) === 'true',
        'the like after the reload',
      );
      await reader.press(button);
      await reader.until(async () => (await likesNow()) === liked.likes, 'the end of the like');
    });

    it('are reported in a dialog, once a reader', async (t) => {
      const reader = await open(t);
      const { comments } = await read('sort=newest');
      const button = `${itemOf(comments[2]?.id ?? '')} [part~=report-button]`;
      const dialog = `${list} dialog[open]`;
      const report = async (): Promise<void> => {
        await reader.press(button);
        await reader.press(`${dialog} input[type=radio]`);
        await reader.press(`${dialog} [part=report-send-button]`);
        await reader.until(
          async () => (await reader.count(`${dialog} [part=reason]`)) === 0,
          'the end',
        );
      };
      await report();
      const thanks = await reader.text(`${dialog} [part=report-text]`);
      await reader.press(`${dialog} [part=report-close-button]`);
      await reader.until(async () => (await reader.count(dialog)) === 0, 'the dialog closed');
      assert.equal(await reader.focus(), 'action report-button');
      await report();
      assert.notEqual(await reader.text(`${dialog} [part=report-text]`), thanks);
    });

    it('are answered: the answer waits in sight of its writer alone, then stands under the comment', async (t) => {
      const reader = await open(t);
      const { comments } = await read('sort=newest');
      const parent = comments.find(({ replies }) => !replies);
      assert.ok(parent);
      await reader.press(`${itemOf(parent.id)} [part~=reply-button]`);
      await reader.untilFocus('content');
      assert.match(await reader.text(`${form} [part=reply]`), new RegExp(`^Trả lời ý kiến của`));
      await reader.fill(`${form} #name`, 'Nguyễn Thị Bình');
      await reader.fill(`${form} #email`, 'binh@example.vn');
      await reader.fill(`${form} #content`, `Tôi cũng nhớ bến này, từ ${name}.`);
      await reader.find(`${form} [part=code-picture]`);
      await reader.fill(`${form} #code`, site.codes.at(-1) ?? '');
      await reader.press(`${form} [part=submit-button]`);
      await reader.untilFocus('sent-heading');
      assert.match(await reader.text(`${list} [part=own]`), /Tôi cũng nhớ bến này/);
      const other = await open(t);
      assert.equal(await other.count(`${list} [part=own]`), 0, 'nobody else sees it');
      const kept = site.comments().at(-1);
      assert.equal(kept?.normalised.content, `Tôi cũng nhớ bến này, từ ${name}.`);
      await decide((one) => one.changeStatus({ id: kept.id, to: 'published', who: 'test' }));
      const later = await open(t);
      const answers = `${list} li:has(> #comment-${parent.id}) [part=replies] > li`;
      assert.match((await later.texts(answers)).join(), /Tôi cũng nhớ bến này/);
      assert.deepEqual([...reader.errors, ...later.errors], []);
    });

    it('stay to be read when the article takes no more, and the form goes (N-9)', async (t) => {
      await decide((one) => one.setArticle(article, { state: 'closed', closesAt: null }));
      const reader = await open(t);
      await reader.find('reader-comment-form:state(closed)');
      assert.match(await reader.text(`${form} [part=state]`), /đã ngừng nhận ý kiến/);
      assert.equal(await (await reader.find(`${form} [part=form]`)).isVisible(), false);
      assert.ok((await reader.count(threads)) >= 20);
      assert.equal(await reader.count(`${list} [part~=reply-button]:not([hidden])`), 0);
    });
  });
}

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { seedComments } from '../../demo/seed-comments.ts';
import {
  launchReaderBrowser,
  type ReaderBrowser,
  type ReaderPage,
  twoBrowsers,
} from '../support/two-browsers.ts';
import { openWholePageSite, type WholePageSite } from '../support/whole-page-site.ts';

const seeded = 'ben-do-vam-thuan';
const items = '[part=list] > li';
const names = `${items} > article [part=name]`;

for (const name of twoBrowsers) {
  describe(`the page without script, in ${name}`, () => {
    let site: WholePageSite;
    let browser: ReaderBrowser;
    before(async () => {
      [site, browser] = await Promise.all([
        openWholePageSite(),
        launchReaderBrowser(name, { hasScripts: false }),
      ]);
      await seedComments(site.dataFolder, Date.now());
    });
    after(async () => {
      await browser.close();
      await site.close();
    });

    const pageOf = (article: string): string => `${site.url}/comments/page?article=${article}`;
    const lastCode = (): string => site.codes.at(-1) ?? '';
    const fill = async (reader: ReaderPage, content: string, code: string): Promise<void> => {
      await reader.fill('[name=name]', 'Nguyễn Thị Bình');
      await reader.fill('[name=email]', 'binh@example.vn');
      await reader.fill('[name=content]', content);
      await reader.fill('[name="challenge.answer"]', code);
    };
    const valueOf = async (reader: ReaderPage, field: string): Promise<string> =>
      (await reader.find(`[name=${field}]`)).evaluate((node) => (node as HTMLInputElement).value);

    it('is what scripts have no part in', async (t) => {
      const reader = await browser.open(t, `${site.url}/`);
      assert.equal(await reader.page.$eval('reader-comment-form', (node) => node.shadowRoot), null);
      await reader.follow('reader-comment-form a[href*="/comments/page"]');
      assert.ok((await reader.count(items)) > 20, 'the way from the article');
    });

    it('takes a comment: wrong code, code that is heard, wrong again, then sent', async (t) => {
      const content = `Bến vắng từ ngày có cầu, ${name}.`;
      const reader = await browser.open(t, pageOf('bai-khong-script'));
      await fill(reader, content, '000000');
      // Enter sends, it does not ask for another code.
      await reader.follow('Enter', () => reader.page.keyboard.press('Enter'));
      assert.match(await reader.page.title(), /^Lỗi: /);
      assert.match(await reader.text('[part=summary]'), /Bạn nhập mã mới trong hình/);
      assert.equal(await reader.attribute(':focus', 'part'), 'summary');
      assert.equal(await valueOf(reader, 'content'), content);
      await reader.follow('[name=code-kind][value=speech]');
      assert.match((await reader.attribute('audio[controls]', 'src')) ?? '', /^data:audio\/wav/);
      assert.equal(await valueOf(reader, 'name'), 'Nguyễn Thị Bình');
      await reader.fill('[name="challenge.answer"]', '000000');
      await reader.follow('[part=submit-button]');
      assert.match(await reader.text('[part=summary]'), /Bạn nghe và nhập mã mới/);
      await reader.fill('[name="challenge.answer"]', lastCode());
      await reader.follow('[part=submit-button]');
      assert.match(reader.page.url(), /&sent=pending#sent$/);
      assert.equal(await reader.attribute(':focus', 'id'), 'sent');
      await reader.page.reload();
      const kept = site.comments().filter(({ typed }) => typed.content === content);
      assert.equal(kept.length, 1, 'a reload sends nothing again');
    });

    it('shows the comments in every order, and leads on and back', async (t) => {
      const reader = await browser.open(t, pageOf(seeded));
      const newest = await reader.texts(names);
      await reader.follow('.sorts a[href*="sort=liked"]');
      assert.equal(await reader.attribute('.sorts a[href*="sort=liked"]', 'aria-current'), 'true');
      assert.notDeepEqual(await reader.texts(names), newest);
      await reader.follow('.sorts a[href*="sort=oldest"]');
      const oldest = await reader.texts(names);
      await reader.follow('main a[rel=next]');
      const second = await reader.texts(names);
      assert.ok(second.length > 0);
      await reader.follow('main a[rel=prev]');
      assert.deepEqual(await reader.texts(names), oldest);
    });

    it('takes an answer to a comment', async (t) => {
      const content = `Đồng ý với bác, ${name}.`;
      const reader = await browser.open(t, pageOf(seeded));
      const link = `${items}:nth-child(2) > article [part~=reply-link]`;
      const parent = new URL(
        (await reader.attribute(link, 'href')) ?? '',
        site.url,
      ).searchParams.get('reply');
      await reader.follow(link);
      assert.match(await reader.text('#write-heading'), /^Trả lời ý kiến của/);
      await fill(reader, content, lastCode());
      await reader.follow('[part=submit-button]');
      assert.match(reader.page.url(), /&sent=pending#sent$/);
      const kept = site.comments().find(({ typed }) => typed.content === content);
      assert.equal(kept?.parent, parent);
    });
  });
}

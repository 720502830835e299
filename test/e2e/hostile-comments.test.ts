import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openStore } from '../../src/service/store/open-store.ts';
import { hostileMarkup } from '../support/hostile-markup.ts';
import { launchReaderBrowser, type ReaderBrowser, twoBrowsers } from '../support/two-browsers.ts';
import { openWholePageSite, type WholePageSite } from '../support/whole-page-site.ts';

const article = 'ben-do-vam-thuan';

/** As many as the list shows at first; the element's own tests take them all. */
const hostile = hostileMarkup.slice(0, 20);

for (const name of twoBrowsers) {
  describe(`hostile comments, in ${name}`, () => {
    let site: WholePageSite;
    let browser: ReaderBrowser;
    before(async () => {
      [site, browser] = await Promise.all([
        openWholePageSite({ challenges: 'none', moderation: 'post', name: 'optional' }),
        launchReaderBrowser(name),
      ]);
    });
    after(async () => {
      await browser.close();
      await site.close();
    });

    const sendAll = async (): Promise<void> => {
      for (const [index, text] of hostile.entries()) {
        // Through both ways in, one after the other.
        /* oxlint-disable no-await-in-loop */
        const texts = { article, address: text, email: 'binh@example.vn', content: text };
        const isForm = index % 2 === 1;
        const response = await fetch(`${site.url}/comments${isForm ? '/page' : ''}`, {
          method: 'POST',
          redirect: 'manual',
          headers: {
            Origin: site.url,
            'Content-Type': isForm ? 'application/x-www-form-urlencoded' : 'application/json',
          },
          body: isForm ? new URLSearchParams(texts) : JSON.stringify(texts),
        });
        const isTaken = isForm ? response.status === 303 : [201, 202].includes(response.status);
        assert.ok(isTaken, `${response.status} ${text}`);
        // What a name may not be is refused.
        const named = await fetch(`${site.url}/comments`, {
          method: 'POST',
          headers: { Origin: site.url, 'Content-Type': 'application/json' },
          body: JSON.stringify({ ...texts, name: text }),
        });
        assert.equal(named.status, 422, text);
        /* oxlint-enable no-await-in-loop */
      }
    };

    /** What a signal holds, such as an address, is published by the newsroom. */
    const publishHeld = async (): Promise<void> => {
      const store = await openStore(`sqlite:${site.dataFolder}/comments.sqlite`);
      const held = await store.listComments({ status: 'pending', limit: hostile.length });
      await store.transaction(async (transaction) => {
        for (const { id } of held) {
          // oxlint-disable-next-line no-await-in-loop -- one transaction
          await transaction.changeStatus({ id, to: 'published', who: 'test' });
        }
      });
      await store.close();
    };

    it('are texts in the list, on the page, in the data for search engines and in the feed', async (t) => {
      await sendAll();
      await publishHeld();
      const reader = await browser.open(t, `${site.url}/`);
      await reader.page.$eval('reader-comment-list', (node) => node.scrollIntoView());
      const inList = 'reader-comment-list >>> [part=content]';
      await reader.find(inList);
      assert.equal(await reader.count(inList), hostile.length);
      const isHit = (): Promise<boolean> => reader.page.evaluate(() => 'hit' in window);
      const foreign = [
        'script',
        'img',
        'svg',
        'iframe',
        'math',
        'form',
        'meta',
        'base',
        'style',
        'x',
      ];
      for (const tag of foreign) {
        // oxlint-disable-next-line no-await-in-loop
        const found = await reader.count(`reader-comment-list >>> [part=list] ${tag}`);
        assert.equal(found, 0, tag);
      }
      assert.match((await reader.texts(inList)).join('\n'), /<script>hit=1<\/script>/);
      assert.equal(await isHit(), false);

      await reader.page.goto(`${site.url}/comments/page?article=${article}`);
      assert.equal(await reader.count('[part=list] [part=content]'), hostile.length);
      assert.equal(
        await reader.count(
          '#comments > [part=list] :is(script, img, svg, iframe, math, form, meta, base, style, x)',
        ),
        0,
      );
      assert.equal(
        await reader.count(
          'script:not([type="application/ld+json"]), base, meta[http-equiv], iframe, x',
        ),
        0,
      );
      const data = JSON.parse(await reader.text('script[type="application/ld+json"]')) as {
        comment: readonly { text: string }[];
      };
      assert.equal(data.comment.length, hostile.length);
      assert.equal(await isHit(), false);

      // As XML, which a script element of another namespace would run in.
      const xml = await (await fetch(`${site.url}/comments/feed?article=${article}`)).text();
      const tags = await reader.page.evaluate((text) => {
        const read = new DOMParser().parseFromString(text, 'application/xml');
        return [
          ...new Set([...read.querySelectorAll('*')].map((node) => node.localName)),
        ].toSorted();
      }, xml);
      assert.deepEqual(tags, [
        'author',
        'content',
        'entry',
        'feed',
        'id',
        'link',
        'name',
        'published',
        'title',
        'updated',
      ]);
      assert.deepEqual(reader.errors, []);
    });
  });
}

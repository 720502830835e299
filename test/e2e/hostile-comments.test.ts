import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openStore } from '../../src/service/store/open-store.ts';
import { launchReaderBrowser, type ReaderBrowser, twoBrowsers } from '../support/two-browsers.ts';
import { openWholePageSite, type WholePageSite } from '../support/whole-page-site.ts';

const article = 'ben-do-vam-thuan';

/** What others were broken into with (S10, S24, S31, S38); each would set `hit` on the window. */
const hostile: readonly string[] = [
  '<script>hit=1</script>',
  '"><img src=x onerror="hit=1">',
  "'><svg onload='hit=1'>",
  '</p></article><script>hit=1</script>',
  '</script><script>hit=1</script>',
  '<!--</script><script>hit=1</script>-->',
  ']]><script xmlns="http://www.w3.org/1999/xhtml">hit=1</script>',
  '<a href="javascript:hit=1">bấm vào đây</a> javascript:hit=1',
  '<iframe srcdoc="<script>parent.hit=1</script>"></iframe>',
  '<math><mtext></form><form><mglyph><style></math><img src onerror=hit=1>',
  '</title></textarea></style><img src=x onerror=hit=1>',
  '＜script＞hit=1＜/script＞ &lt;script&gt;hit=1&lt;/script&gt;',
  '${hit=1} {{constructor.constructor("hit=1")()}} <!--?lit$--> ?lit$1$',
  '<x onfocus=hit=1 tabindex=1 autofocus id=comments-heading>',
  '<form action=javascript:hit=1><button name=nodeName>gửi</button></form>',
  '<meta http-equiv=refresh content="0;url=javascript:hit=1">',
  '<base href="https://evil.example/"><link rel=stylesheet href=//evil.example/x.css>',
  '[x](javascript:hit=1) ![x](x"onerror="hit=1)',
  '\u202Etpircs\u2028\u2029<\u200Bscript>hit=1</script>',
];

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

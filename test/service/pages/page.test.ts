import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { outlineOf, parseHtml } from '../../support/html-document.ts';
import { fillForm, openPage, sendForm, typedTexts } from '../../support/page-form.ts';
import {
  openTestService,
  pageOrigin,
  plainDraft,
  type TestService,
} from '../../support/service-fixture.ts';

const postPublished = async (paper: TestService, changes: object = {}): Promise<string> => {
  const { id } = (await (await paper.post(changes, { origin: pageOrigin })).json()) as {
    id: string;
  };
  await paper.publish(id);
  return id;
};

const policyOf = (response: Response): string =>
  response.headers.get('content-security-policy') ?? '';

describe('GET /page, for browsers that run no script', () => {
  it('has a policy without inline styles and scripts, and lets its own form be sent', async (t) => {
    const paper = await openTestService(t);
    const response = await paper.send('/page?article=bai-123');
    assert.equal(
      policyOf(response),
      "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    );
    assert.equal(response.headers.get('cache-control'), 'no-store');
    // With `no-referrer` browsers send a form with `Origin: null`.
    assert.equal(response.headers.get('referrer-policy'), 'same-origin');
    assert.equal(response.headers.get('access-control-allow-origin'), null);
    assert.doesNotMatch(await response.text(), /\sstyle=|<style|<!--/);
  });

  it('names a stylesheet that is kept for good', async (t) => {
    const paper = await openTestService(t);
    const href = parseHtml(await openPage(paper)).find(
      ({ attributes }) => attributes['rel'] === 'stylesheet',
    )?.attributes['href'];
    assert.match(href ?? '', /^\/comments\/page\.css\?v=[\da-f]{12}$/);
    const styles = await paper.send(href?.slice('/comments'.length) ?? '');
    assert.equal(styles.headers.get('content-type'), 'text/css; charset=utf-8');
    assert.match(styles.headers.get('cache-control') ?? '', /immutable/);
    assert.doesNotMatch(await styles.text(), /:host/);
    const other = await paper.send('/page.css?v=0123456789ab');
    assert.match(other.headers.get('cache-control') ?? '', /must-revalidate/);
  });

  it('lists comments, leads to more of them, and to one by itself', async (t) => {
    const paper = await openTestService(t, { settings: { challenges: 'none' } });
    const ids: string[] = [];
    for (let number = 0; number < 22; number++) {
      // oxlint-disable-next-line no-await-in-loop
      const response = await paper.postJson('', { ...plainDraft, content: `Ý kiến ${number}` });
      // oxlint-disable-next-line no-await-in-loop
      const { id } = (await response.json()) as { id: string };
      // oxlint-disable-next-line no-await-in-loop
      await paper.publish(id);
      paper.pass(60);
      ids.push(id);
    }
    const html = await openPage(paper);
    assert.equal(html.match(/id="comment-/g)?.length, 20);
    assert.match(html, /Ý kiến bạn đọc \(22\)/);
    const linkOf = (text: string, rel: string): string | undefined =>
      parseHtml(text).find(({ attributes }) => attributes['rel'] === rel)?.attributes['href'];
    assert.equal(linkOf(html, 'prev'), undefined);
    const path = (linkOf(html, 'next') ?? '').replace(/^\/comments/, '');
    const second = await paper.send(path);
    const rest = await second.text();
    assert.equal(rest.match(/id="comment-/g)?.length, 2);
    assert.doesNotMatch(rest, /<form/, 'later pages are for reading');
    assert.equal(linkOf(rest, 'prev'), '/comments/page?article=bai-123');
    assert.match(rest, /<a rel="prev" href="[^"]*#comments-heading">Trang trước<\/a>/);
    assert.match(second.headers.get('cache-control') ?? '', /s-maxage=30/);
    const etag = second.headers.get('etag') ?? '';
    const known = await paper.send(path, { headers: { 'if-none-match': etag } });
    assert.equal(known.status, 304);
    const oldest = await openPage(paper, 'article=bai-123&sort=oldest');
    assert.ok(oldest.indexOf(ids[0] ?? '') < oldest.indexOf(ids[1] ?? ''));
    const alone = await openPage(paper, `article=bai-123&thread=${ids[7]}`);
    assert.match(alone, new RegExp(`id="comment-${ids[7]}"`));
  });

  it('follows the state of the article (N-9)', async (t) => {
    const paper = await openTestService(t);
    await postPublished(paper);
    const set = (state: 'closed' | 'readonly' | 'hidden'): Promise<void> =>
      paper.store.transaction((one) => one.setArticle('bai-123', { state, closesAt: null }));
    for (const state of ['closed', 'readonly'] as const) {
      // oxlint-disable-next-line no-await-in-loop
      await set(state);
      // oxlint-disable-next-line no-await-in-loop
      const html = await openPage(paper);
      assert.doesNotMatch(html, /<form|Trả lời/, state);
      assert.match(html, /Bài viết rất hay/);
    }
    await set('hidden');
    const hidden = await openPage(paper);
    assert.doesNotMatch(hidden, /<form|Bài viết rất hay/);
    assert.match(hidden, /Bài viết này không nhận ý kiến/);
  });

  it('leads to the article where readers of the site said it stands, and nowhere else (S41)', async (t) => {
    const paper = await openTestService(t);
    const page = { url: `${pageOrigin}/bai-123.html`, title: 'Bến <b>sông' };
    await paper.post({ page }, { origin: pageOrigin });
    assert.doesNotMatch(await openPage(paper), /bai-123\.html/, 'before anything is published');
    await postPublished(paper, { content: 'Một ý kiến khác.' });
    const html = await openPage(paper);
    const back = parseHtml(html).find(({ attributes }) => attributes['class'] === 'back');
    assert.equal(back?.attributes['href'], page.url);
    assert.equal(back?.attributes['rel'], 'ugc nofollow noopener noreferrer');
    assert.equal(
      parseHtml(html).find(({ tag }) => tag === 'h1')?.text,
      'Ý kiến bạn đọc: Bến <b>sông',
    );
    const foreign = await openPage(paper, `article=${encodeURIComponent('https://evil.test/x')}`);
    assert.doesNotMatch(foreign, /href="https:/);
    const own = await openPage(paper, `article=${encodeURIComponent(`${pageOrigin}/bai-9`)}`);
    assert.match(own, /class="back"[^>]*href="http:\/\/paper\.test\/bai-9"/);
  });

  it('speaks the language of its address, then of the browser, then Vietnamese (C-1)', async (t) => {
    const paper = await openTestService(t);
    const languageFor = async (query: string, accept: string): Promise<string> => {
      const response = await paper.send(`/page?article=bai-123${query}`, {
        headers: { 'accept-language': accept },
      });
      return /<html lang="(\w+)"/.exec(await response.text())?.[1] ?? '';
    };
    assert.equal(await languageFor('', 'fr'), 'vi');
    assert.equal(await languageFor('', 'en-US,en;q=0.9'), 'en');
    assert.equal(await languageFor('', 'en-US,en;q=0.9,vi;q=0.8'), 'vi');
    assert.equal(await languageFor('&lang=en', 'vi'), 'en');
    assert.equal(await languageFor('&lang=fr', 'vi'), 'vi');
  });

  it('reads a code out from the page itself, under a policy for that view alone (A-9)', async (t) => {
    const paper = await openTestService(t);
    const fields = fillForm(await openPage(paper), typedTexts);
    fields.set('code-kind', 'speech');
    const response = await sendForm(paper, fields);
    assert.equal(response.status, 200);
    assert.match(policyOf(response), /; media-src data:$/);
    const html = await response.text();
    const audio = parseHtml(html).find(({ tag }) => tag === 'audio');
    assert.match(audio?.attributes['src'] ?? '', /^data:audio\/wav;base64,UklGR/);
    assert.ok(audio && 'controls' in audio.attributes && audio.attributes['aria-label']);
    const again = fillForm(html, { 'challenge.answer': typedTexts['challenge.answer'] ?? '' });
    assert.equal(again.get('content'), typedTexts['content'], 'what was typed is kept');
    paper.pass(3);
    assert.equal((await sendForm(paper, again)).status, 303);
  });

  it('answers addresses that are not right with a page', async (t) => {
    const paper = await openTestService(t);
    for (const [query, status] of [
      ['', 400],
      ['?article=a&article=b', 400],
      ['?article=a&after=x', 400],
      ['?article=a&thread=1', 400],
      ['?article=a&thread=01a20de0-3699-77cb-a0ba-6c6e6397d10f', 404],
      ['?article=a&reply=01a20de0-3699-77cb-a0ba-6c6e6397d10f', 404],
    ] as const) {
      // oxlint-disable-next-line no-await-in-loop
      const response = await paper.send(`/page${query}`);
      assert.equal(response.status, status, query);
      assert.match(response.headers.get('content-type') ?? '', /^text\/html/);
    }
  });
});

/** S10, S24, S31, S38: what has run in the pages of others. */
const corpus = [
  `' onmouseover='x" onfocus="x`,
  `"><img src=x onerror=alert(1)>`,
  `</textarea><script>alert(1)</script>`,
  `</script><script>alert(1)</script><!--`,
  `<!--lit-part--><svg/onload=alert(1)>`,
  `]]></content><script xmlns="http://www.w3.org/1999/xhtml">alert(1)</script>`,
  `<style>*{position:fixed}</style><p style="position:fixed">`,
  `<scrİpt>alert(1)</scrİpt> ＜script＞`,
  `javascript:alert(1) &lt;script&gt; &#60;b&#62;`,
  `\u2028\u2029 \u202E gnirts \u200B`,
  'e\u0301\u0302\u0303',
];

describe('what readers write', () => {
  for (const text of corpus) {
    it(`is text and nothing else in pages, fragments and feeds: ${JSON.stringify(text)}`, async (t) => {
      const outlines: string[][] = [];
      for (const content of ['Chữ thường.', text]) {
        // oxlint-disable-next-line no-await-in-loop
        const paper = await openTestService(t, { settings: { challenges: 'none', name: 'off' } });
        const page = { url: `${pageOrigin}/bai`, title: content };
        // oxlint-disable-next-line no-await-in-loop
        const response = await paper.postJson(
          '',
          { ...plainDraft, content, page, address: content },
          { origin: pageOrigin },
        );
        // oxlint-disable-next-line no-await-in-loop
        const { id } = (await response.json()) as { id: string };
        // oxlint-disable-next-line no-await-in-loop
        await paper.publish(id);
        const queries = [
          '/page?article=bai-123',
          `/page?article=bai-123&reply=${id}`,
          `/page?article=bai-123&thread=${id}`,
          '/fragment?article=bai-123',
        ];
        // oxlint-disable-next-line no-await-in-loop
        const pages = await Promise.all(queries.map(async (one) => (await paper.send(one)).text()));
        // oxlint-disable-next-line no-await-in-loop
        const refused = await sendForm(
          paper,
          new URLSearchParams({
            article: 'bai-123',
            name: content,
            address: content,
            email: content,
            content,
            key: content,
          }),
        );
        // oxlint-disable-next-line no-await-in-loop
        pages.push(await refused.text());
        outlines.push(pages.flatMap((one) => [...outlineOf(one)]));
        for (const one of pages) {
          const data = parseHtml(one).find(
            ({ attributes }) => attributes['type'] === 'application/ld+json',
          );
          if (data) assert.doesNotMatch(data.text, /[<>\u2028\u2029]/);
        }
        // oxlint-disable-next-line no-await-in-loop
        const feed = await (await paper.send('/feed?article=bai-123')).text();
        assert.equal(feed.match(/<[a-z]/g)?.length, 15, 'elements of a feed with one entry');
      }
      assert.deepEqual(outlines[1], outlines[0]);
    });
  }
});

describe('what search engines and other pages are given', () => {
  it('is the list as HTML, with data of schema.org, the same for everybody', async (t) => {
    const paper = await openTestService(t);
    const id = await postPublished(paper);
    await postPublished(paper, { parent: id, content: 'Đồng ý.' });
    const response = await paper.send('/fragment?article=bai-123');
    assert.match(response.headers.get('cache-control') ?? '', /^public/);
    const html = await response.text();
    assert.doesNotMatch(html, /<html|<form/);
    const data = parseHtml(html).find(({ tag }) => tag === 'script')?.text ?? '';
    assert.partialDeepStrictEqual(JSON.parse(data), {
      '@context': 'https://schema.org',
      '@type': 'Article',
      commentCount: 2,
      comment: [
        {
          '@type': 'Comment',
          text: plainDraft.content,
          author: { '@type': 'Person', name: plainDraft.name },
          comment: [{ '@type': 'Comment', text: 'Đồng ý.' }],
        },
      ],
    });
    const etag = response.headers.get('etag') ?? '';
    const known = await paper.send('/fragment?article=bai-123', {
      headers: { 'if-none-match': etag },
    });
    assert.equal(known.status, 304);
  });

  it('is an Atom feed that stays XML whatever was written (RFC 4287)', async (t) => {
    const paper = await openTestService(t);
    await postPublished(paper, { content: 'Ký tự \uFFFE và & < ]]>' });
    const response = await paper.send('/feed?article=bai-123');
    assert.equal(response.headers.get('content-type'), 'application/atom+xml; charset=utf-8');
    const xml = await response.text();
    assert.match(xml, /<content type="text">Ký tự \uFFFD và &amp; &lt; \]\]&gt;<\/content>/);
    assert.match(
      xml,
      /<id>urn:uuid:[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-8[\da-f]{3}-[\da-f]{12}<\/id>/,
    );
    assert.match(xml, /<updated>2026-11-24T05:00:0\d\.000Z<\/updated>/);
  });

  it('names no email and no address of a sender (L-6, S33)', async (t) => {
    const paper = await openTestService(t, {
      address: '203.0.113.77',
      settings: { ipMode: 'full' },
    });
    const id = await postPublished(paper);
    for (const path of [
      '/page?article=bai-123',
      `/page?article=bai-123&thread=${id}`,
      '/fragment?article=bai-123',
      '/feed?article=bai-123',
    ]) {
      // oxlint-disable-next-line no-await-in-loop
      const text = await (await paper.send(path)).text();
      assert.ok(text.includes(plainDraft.content), path);
      assert.doesNotMatch(text, /binh@|203\.0\.113|Phường Bến Thành"/, path);
    }
  });
});

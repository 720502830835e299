import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { formOn, waitForFocus } from '../support/whole-page-form.ts';
import { openWholePageWorld, type WholePageWorld } from '../support/whole-page-world.ts';

describe('a page with the form', () => {
  let world: WholePageWorld;
  before(async () => {
    world = await openWholePageWorld(['--host-resolver-rules=MAP paper.example 127.0.0.1']);
  });
  after(() => world.close());

  const send = async (page: Parameters<typeof formOn>[0]): Promise<void> => {
    const form = formOn(page);
    await form.fill();
    await form.code.fill(world.site.codes.at(-1) ?? '');
    await form.submit.click();
    await waitForFocus(page, 'sent-heading');
  };

  it('works under the strict policy and Trusted Types without a word in the console', async (t) => {
    const { page, complaints, requests } = await world.open(t);
    const answer = await page.request.get(world.site.url);
    const policy = answer.headers()['content-security-policy'] ?? '';
    for (const rule of [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "require-trusted-types-for 'script'",
      'trusted-types lit-html',
    ]) {
      assert.ok(policy.includes(rule), rule);
    }
    await send(page);
    assert.deepEqual(complaints, []);
    assert.ok(
      requests.every((url) => url.startsWith(world.site.url)),
      'no other host is asked',
    );
    assert.deepEqual(await page.context().cookies(), []);
    // By it, and it alone, the list may ask what became of the comment.
    assert.deepEqual(await page.evaluate(() => Object.keys(localStorage)), [
      'reader-comments receipts',
    ]);
  });

  it('works as a classic script under the same policy, its parts and other tags fetched from beside it', async (t) => {
    const { page, complaints, requests } = await world.open(t);
    await page.route(page.url(), async (route) => {
      const response = await route.fetch();
      const html = await response.text();
      const body = html.replace(
        /<script type="module" src="(.*?)\.js">/,
        '<script src="$1.classic.js">',
      );
      assert.notEqual(body, html);
      await route.fulfill({ response, body });
    });
    const earlier = requests.length;
    await page.reload();
    await send(page);
    await page.evaluate(() => document.body.append(document.createElement('reader-comment-count')));
    await page.evaluate(() => customElements.whenDefined('reader-comment-count'));
    assert.deepEqual(complaints, []);
    const entries = requests
      .slice(earlier)
      .map((url) => new URL(url).pathname)
      .filter((path) => /^\/reader-comments(?:\.classic)?\.js$/.test(path));
    assert.deepEqual(entries, ['/reader-comments.classic.js']);
  });

  const filesOfOurs = (requests: readonly string[]): readonly string[] =>
    requests
      .map((url) => new URL(url).pathname)
      .filter((path) => /reader-comments|^\/comments/.test(path))
      .map((path) => path.replace(/\.[\w-]{8}\.js$/, '.js'));

  it('loads one file of ours for the form, and nothing else before the reader’s first touch', async (t) => {
    const { page, requests } = await world.open(t, { path: '/plain.html' });
    const form = formOn(page);
    await form.submit.waitFor();
    await page.waitForLoadState('networkidle');
    assert.deepEqual(filesOfOurs(requests), ['/reader-comments.js']);
    await form.name.focus();
    await form.listen.waitFor();
    assert.deepEqual(filesOfOurs(requests), [
      '/reader-comments.js',
      '/reader-comments.form-assistant.js',
      '/comments/challenge',
      '/reader-comments.offer-ways.js',
      '/reader-comments.spoken-code.js',
    ]);
  });

  it('loads one file more for the list, and asks for the comments when the reader comes near them', async (t) => {
    const { page, requests } = await world.open(t, { viewport: { width: 1280, height: 300 } });
    const list = page.locator('reader-comment-list');
    await list.locator('[part=heading], [part=loading]').first().waitFor({ state: 'attached' });
    await page.waitForLoadState('networkidle');
    const scripts = ['/reader-comments.js', '/reader-comments.reader-comment-list-element.js'];
    assert.deepEqual(filesOfOurs(requests), scripts);
    await list.scrollIntoViewIfNeeded();
    await list.locator('[part=empty]').waitFor();
    assert.deepEqual(filesOfOurs(requests), [...scripts, '/comments']);
  });

  it('works on plain http from a host that is not this machine', async (t) => {
    const { page, complaints } = await world.open(t, {
      origin: `http://paper.example:${world.site.port}`,
    });
    assert.equal(await page.evaluate(() => isSecureContext), false);
    await send(page);
    assert.deepEqual(complaints, []);
  });

  it('shows whatever it hands over as text (S22, S28)', async (t) => {
    const { page, complaints } = await world.open(t);
    const hostile = '"><img src=x onerror="window.hit=1"></script><script>window.hit=1</script>';
    await page.evaluate((text) => {
      const form = document.querySelector('reader-comment-form');
      if (!form) throw new Error('no form');
      form.newsroom = text;
      form.contact = text;
      form.messages = { 'form.heading': text, 'name.label': text };
    }, hostile);
    const form = formOn(page);
    const heading = form.host.locator('[part=heading]');
    await heading.filter({ hasText: 'onerror' }).waitFor();
    assert.equal(await heading.textContent(), hostile);
    assert.equal(await form.host.locator('img, script').count(), 0);
    assert.equal(await page.evaluate(() => 'hit' in window), false);
    assert.deepEqual(complaints, []);
  });

  it('shows the sent text as text', async (t) => {
    const { page } = await world.open(t);
    const form = formOn(page);
    const content = '<img src=x onerror=alert(1)> & <b>đậm</b>';
    await form.fill({ content });
    await form.code.fill(world.site.codes.at(-1) ?? '');
    await form.submit.click();
    await waitForFocus(page, 'sent-heading');
    assert.equal(await form.host.locator('[part=sent-content]').textContent(), content);
    assert.equal(world.site.comments().at(-1)?.normalised.content, content);
  });
});

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { formOn, words } from '../support/whole-page-form.ts';
import { openWholePageWorld, type WholePageWorld } from '../support/whole-page-world.ts';

describe('attributes that come from nobody knows where (S22, S28)', () => {
  let world: WholePageWorld;
  before(async () => {
    world = await openWholePageWorld();
  });
  after(() => world.close());

  const path = '/tests/hostile.html';
  const isHit = (page: Page): Promise<boolean> => page.evaluate(() => 'hit' in window);

  it('are shown as text and nothing else, on a page without any policy', async (t) => {
    const { page, complaints } = await world.open(t, { path });
    const form = formOn(page);
    await form.submit.waitFor();
    assert.equal(await form.host.locator('[part=heading]').textContent(), '<svg onload=hit=1>');
    assert.equal((await form.submit.textContent())?.trim(), '<img src=x onerror=hit=1>');
    assert.match(
      await form.host.locator('[part=intro]').first().innerText(),
      /^"><img src=x onerror="hit=1"> đọc và/,
    );
    assert.match(
      await form.host.locator('[part=frame]').innerText(),
      /<a href="javascript:hit=1">x<\/a><script>hit=1/,
    );
    assert.equal(await form.host.locator('img, script, b, svg, a').count(), 0);
    assert.equal(await isHit(page), false);
    assert.deepEqual(complaints, []);
  });

  it('do not stop the form from asking for its code and showing its errors', async (t) => {
    const { page } = await world.open(t, { path });
    const form = formOn(page);
    await form.name.focus();
    await form.picture.waitFor();
    await form.submit.press('Enter');
    await form.links.first().waitFor();
    assert.equal(await form.host.locator('img, script, b').count(), 0);
    assert.equal(await isHit(page), false);
  });

  for (const endpoint of [
    'javascript:hit=1',
    'data:text/html,<script>hit=1</script>',
    'http://[',
  ]) {
    it(`name no endpoint that could do harm: ${endpoint} is a server that cannot be reached`, async (t) => {
      const { page } = await world.open(t, { path: '/tests/classic.html' });
      const form = formOn(page);
      await form.host.evaluate((element, value) => {
        element.setAttribute('endpoint', value);
        element.setAttribute('challenge', 'none');
      }, endpoint);
      await form.name.fill('Bình');
      await form.email.fill('binh@example.vn');
      await form.content.fill('Hay.');
      await form.submit.click();
      await form.summaryText.waitFor();
      const text = await form.summaryText.innerText();
      const known: readonly string[] = [words['net.failed'], words['server.unreadable']];
      assert.ok(known.includes(text), text);
      assert.equal(await isHit(page), false);
      assert.equal(page.url(), `${world.site.url}/tests/classic.html`);
    });
  }

  it('name a challenge endpoint that is no URL, and the form says that there is no code', async (t) => {
    const { page } = await world.open(t, { path: '/tests/classic.html' });
    const form = formOn(page);
    await form.host.evaluate((element) => {
      element.setAttribute('endpoint', 'http://[');
    });
    await form.name.focus();
    const box = form.host.locator('[part=code-box]');
    await box.filter({ hasText: words['code.unavailable'] }).waitFor();
    assert.equal(await box.innerText(), words['code.unavailable']);
  });
});

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { draftsOf, formOn, typedTexts, waitForFocus } from '../support/whole-page-form.ts';
import { openWholePageWorld, type WholePageWorld } from '../support/whole-page-world.ts';

describe('a reader faster than the network: the checks’ file comes after the last letter', () => {
  let world: WholePageWorld;
  before(async () => {
    world = await openWholePageWorld();
  });
  after(() => world.close());

  it('loses nothing on a reload', async (t) => {
    let release = (): void => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    const { page } = await world.open(t, {
      path: '/tests/small.html',
      prepare: (opened) =>
        opened.route('**/*form-assistant*', async (route) => {
          await released;
          await route.continue();
        }),
    });
    const form = formOn(page);
    await form.name.fill(typedTexts.name);
    await form.address.fill(typedTexts.address);
    await form.email.fill(typedTexts.email);
    await form.content.fill(typedTexts.content);
    release();
    await form.picture.waitFor();
    assert.deepEqual(await form.texts(), typedTexts);
    assert.equal((await draftsOf(page)).length, 1, 'a draft is kept');
    await page.reload();
    await form.note.waitFor();
    assert.deepEqual(await form.texts(), typedTexts);
  });

  it('sees the characters left counted all the same (A-7)', async (t) => {
    let release = (): void => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    const { page } = await world.open(t, {
      path: '/tests/small.html',
      prepare: (opened) =>
        opened.route('**/*form-assistant*', async (route) => {
          await released;
          await route.continue();
        }),
    });
    const form = formOn(page);
    await form.content.fill('Hay.');
    release();
    await form.picture.waitFor();
    assert.equal(await form.host.locator('[part=counter]').innerText(), 'Còn 1.996 ký tự');
  });

  it('is sent to the code when it comes, having pressed “Gửi ý kiến” before there was one', async (t) => {
    const { page } = await world.open(t, { path: '/tests/small.html' });
    const form = formOn(page);
    let release = (): void => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route('**/comments/challenge', async (route) => {
      await released;
      await route.continue();
    });
    await form.name.fill(typedTexts.name);
    await form.email.fill(typedTexts.email);
    await form.content.fill(typedTexts.content);
    await form.submit.click();
    await form.host.locator('[part=submit-button][aria-disabled=true]').waitFor();
    assert.equal(await form.summary.count(), 0, 'it never says that the code is empty');
    release();
    await waitForFocus(page, 'code');
    const before = world.site.comments().length;
    await page.keyboard.type(world.site.codes.at(-1) ?? '');
    await page.keyboard.press('Enter');
    await waitForFocus(page, 'sent-heading');
    assert.equal(world.site.comments().length, before + 1);
  });
});

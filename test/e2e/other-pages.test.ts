import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { focusOf, formOn, typedTexts, waitForFocus } from '../support/whole-page-form.ts';
import { openWholePageWorld, type WholePageWorld } from '../support/whole-page-world.ts';

describe('other people’s pages', () => {
  let world: WholePageWorld;
  before(async () => {
    world = await openWholePageWorld();
  });
  after(() => world.close());

  const read = (page: Page, name: string): Promise<unknown> =>
    page.evaluate((key) => Reflect.get(window, key), name);

  it('take the classic script, twice even, and get no global by it (N-1)', async (t) => {
    const { page, complaints } = await world.open(t, { path: '/tests/classic.html' });
    const form = formOn(page);
    assert.match(
      await form.host.locator('[part=intro]').first().innerText(),
      /^Ban Biên tập/,
      'what was set before the script ran is kept',
    );
    const added = await page.evaluate(() => {
      const known = new Set(Reflect.get(window, 'keysBefore') as string[]);
      return Object.keys(window).filter((key) => !known.has(key));
    });
    assert.deepEqual(
      added.filter((key) => !/^(keysBefore|lit|reactiveElement|reportBreach)/.test(key)),
      [],
    );
    await form.fill();
    await form.code.fill(world.site.codes.at(-1) ?? '');
    await form.submit.click();
    await waitForFocus(page, 'sent-heading');
    assert.deepEqual(complaints, []);
  });

  it('may take the form away, put it elsewhere and write it anew', async (t) => {
    const { page } = await world.open(t, { path: '/tests/classic.html' });
    const form = formOn(page);
    await form.fill();
    await page.evaluate(() => {
      const element = document.querySelector('reader-comment-form');
      if (element) document.body.prepend(element);
    });
    assert.deepEqual(await form.texts(), typedTexts, 'moved');
    await page.evaluate(() => {
      document.querySelector('reader-comment-form')?.remove();
      const place = document.getElementById('place');
      if (place) {
        place.innerHTML =
          '<reader-comment-form endpoint="/comments" article="bai-cu"></reader-comment-form>';
      }
    });
    await form.note.waitFor();
    assert.deepEqual(await form.texts(), typedTexts, 'written anew');
  });

  it('press no button of theirs on Enter, and get no other key, from our fields (A-17)', async (t) => {
    const { page } = await world.open(t, { path: '/tests/web-forms.html' });
    const form = formOn(page);
    await form.content.focus();
    await page.keyboard.type('Một');
    await page.keyboard.press('Enter');
    await page.keyboard.type('hai');
    assert.equal(await form.content.inputValue(), 'Một\nhai');
    await form.name.focus();
    await page.keyboard.press('Enter');
    await waitForFocus(page, 'summary');
    assert.equal(await read(page, 'searched'), 0);
    assert.deepEqual(await read(page, 'heard'), []);
    await form.name.focus();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+b');
    assert.deepEqual(await read(page, 'heard'), ['Escape', 'Control', 'b']);
  });

  it('hear the keys where they ask for it', async (t) => {
    const { page } = await world.open(t, { path: '/tests/web-forms.html' });
    const form = formOn(page);
    await form.host.evaluate((element) => element.toggleAttribute('share-keys', true));
    await form.name.focus();
    await page.keyboard.type('An');
    assert.deepEqual(await read(page, 'heard'), ['A', 'n']);
  });

  it('keep their outer form apart from ours (A-18)', async (t) => {
    const { page } = await world.open(t, { path: '/tests/web-forms.html' });
    const form = formOn(page);
    const names = await page.evaluate(() =>
      [...(document.querySelector<HTMLFormElement>('#aspnetForm')?.elements ?? [])].map(
        (element) => element.id || element.getAttribute('name'),
      ),
    );
    assert.deepEqual(names, ['__VIEWSTATE', 'q', 'btnSearch', 'outerSubmit']);
    await form.submit.click();
    await waitForFocus(page, 'summary');
    assert.equal(await read(page, 'posted'), 0, 'ours does not submit theirs');
    await page.locator('#outerSubmit').click();
    assert.equal(await read(page, 'posted'), 1);
    assert.equal(await focusOf(page), 'outerSubmit', 'theirs does not submit ours');
  });

  it('may swap the panel the form stands in, and the draft comes back (N-2)', async (t) => {
    const { page } = await world.open(t, { path: '/tests/web-forms.html' });
    const form = formOn(page);
    await form.fill();
    await page.evaluate(() => {
      (Reflect.get(window, 'updatePanel') as () => void)();
    });
    await form.note.waitFor();
    assert.deepEqual(await form.texts(), typedTexts);
    await form.picture.waitFor();
    await form.code.fill(world.site.codes.at(-1) ?? '');
    await form.code.press('Enter');
    await waitForFocus(page, 'sent-heading');
  });
});

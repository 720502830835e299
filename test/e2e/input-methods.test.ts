import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { focusOf, formOn, words } from '../support/whole-page-form.ts';
import { openWholePageWorld, type WholePageWorld } from '../support/whole-page-world.ts';

describe('input methods (T-1)', () => {
  let world: WholePageWorld;
  before(async () => {
    world = await openWholePageWorld();
  });
  after(() => world.close());

  for (const field of ['name', 'content'] as const) {
    it(`compose “việt” in the field ${field}, after an error was shown there as well`, async (t) => {
      const { page } = await world.open(t);
      const form = formOn(page);
      await form.submit.click();
      await form.summary.waitFor();
      await form[field].focus();
      const client = await page.context().newCDPSession(page);
      for (const text of ['v', 'vi', 'viê', 'viêt', 'việt']) {
        // One step of the composition after the other.
        // oxlint-disable-next-line no-await-in-loop
        await client.send('Input.imeSetComposition', {
          text,
          selectionStart: text.length,
          selectionEnd: text.length,
        });
      }
      await client.send('Input.insertText', { text: 'việt' });
      await page.keyboard.type(' nam');
      assert.equal(await form[field].inputValue(), 'việt nam');
      assert.equal(await focusOf(page), field);
    });

    it(`rewrite words with Backspace, as UniKey does, in the field ${field}`, async (t) => {
      const { page } = await world.open(t);
      const form = formOn(page);
      await form[field].focus();
      // [characters taken back, characters put in their place]
      const replay = [
        ...[
          [0, 'T'],
          [0, 'i'],
          [0, 'e'],
          [1, 'ê'],
          [1, 'ế'],
          [0, 'n'],
          [0, 'g'],
          [0, ' '],
        ],
        ...[
          [0, 'V'],
          [0, 'i'],
          [0, 'e'],
          [1, 'ê'],
          [0, 't'],
          [2, 'ệt'],
        ],
      ] as const;
      for (const [back, text] of replay) {
        for (let count = 0; count < back; count++) {
          // oxlint-disable-next-line no-await-in-loop
          await page.keyboard.press('Backspace', { delay: 0 });
        }
        // oxlint-disable-next-line no-await-in-loop
        await page.keyboard.insertText(text);
      }
      assert.equal(await form[field].inputValue(), 'Tiếng Việt');
    });
  }

  it('send nothing by the Enter that ends a composition', async (t) => {
    const { page, requests } = await world.open(t);
    const form = formOn(page);
    const posts = (): number =>
      requests.filter((url) => url === `${world.site.url}/comments`).length;
    await form.fill({ name: '' });
    await form.picture.waitFor();
    await form.code.fill(world.site.codes.at(-1) ?? '');
    await form.name.focus();
    const client = await page.context().newCDPSession(page);
    await client.send('Input.imeSetComposition', {
      text: 'An',
      selectionStart: 2,
      selectionEnd: 2,
    });
    await client.send('Input.dispatchKeyEvent', {
      type: 'rawKeyDown',
      key: 'Process',
      code: 'Enter',
      windowsVirtualKeyCode: 229,
    });
    await client.send('Input.insertText', { text: 'An' });
    assert.equal(await form.name.inputValue(), 'An');
    assert.equal(posts(), 0);
    await form.name.press('Enter');
    await form.sentHeading.waitFor();
    assert.equal(posts(), 1, 'the Enter after it sends');
  });

  it('are named as the cause of accents in an email, which stays as it was typed (T-8)', async (t) => {
    const { page } = await world.open(t);
    const form = formOn(page);
    for (const email of ['nguyễn@gmail.com', 'an@gmaịl.com']) {
      // oxlint-disable-next-line no-await-in-loop
      await form.email.fill(email);
      // oxlint-disable-next-line no-await-in-loop
      await form.submit.click();
      // oxlint-disable-next-line no-await-in-loop
      await form.host.locator('#email-error').filter({ hasText: words['email.accents'] }).waitFor();
      // oxlint-disable-next-line no-await-in-loop
      assert.equal(await form.email.inputValue(), email);
    }
  });
});

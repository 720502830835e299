import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { draftsOf, formOn, typedTexts, words } from '../support/whole-page-form.ts';
import { openWholePageWorld, type WholePageWorld } from '../support/whole-page-world.ts';

describe('an unfinished comment', () => {
  let world: WholePageWorld;
  before(async () => {
    world = await openWholePageWorld();
  });
  after(() => world.close());

  it('is there again after a reload, but not its code', async (t) => {
    const { page } = await world.open(t);
    const form = formOn(page);
    await form.fill();
    await form.code.fill('123456');
    await page.reload();
    await form.note.waitFor();
    assert.match(await form.note.innerText(), new RegExp(words['draft.restored']));
    assert.deepEqual(await form.texts(), typedTexts);
    assert.equal(await form.code.inputValue(), '');
    await form.picture.waitFor();
    await form.code.fill(world.site.codes.at(-1) ?? '');
    await form.code.press('Enter');
    await form.sentHeading.waitFor();
    assert.deepEqual(await draftsOf(page), []);
  });

  it('can be thrown away', async (t) => {
    const { page } = await world.open(t);
    const form = formOn(page);
    await form.fill();
    await page.reload();
    await form.note.getByRole('button', { name: words['draft.discard'] }).click();
    assert.deepEqual(Object.values(await form.texts()), ['', '', '', '']);
    assert.deepEqual(await draftsOf(page), []);
    assert.equal(await form.note.count(), 0);
  });

  it('belongs to its article and its form', async (t) => {
    const { page } = await world.open(t, { path: '/tests/two-forms.html' });
    const [first, second] = [formOn(page, '#first'), formOn(page, '#second')];
    await first.fill({ content: 'Ý thứ nhất' });
    await second.fill({ content: 'Ý thứ hai' });
    await page.reload();
    await Promise.all([first.note.waitFor(), second.note.waitFor()]);
    assert.equal(await first.content.inputValue(), 'Ý thứ nhất');
    assert.equal(await second.content.inputValue(), 'Ý thứ hai');
    await second.picture.waitFor();
    await second.code.fill('000000');
    await second.submit.click();
    await second.summary.waitFor();
    assert.equal(await first.summary.count(), 0, 'the forms know nothing of each other');
  });

  it('is not kept where storage is refused, and the form works all the same', async (t) => {
    const { page, complaints } = await world.open(t, {
      prepare: (opened) =>
        opened.addInitScript(() => {
          Object.defineProperty(window, 'sessionStorage', {
            get() {
              throw new DOMException('refused', 'SecurityError');
            },
          });
        }),
    });
    const form = formOn(page);
    await form.fill();
    await form.code.fill(world.site.codes.at(-1) ?? '');
    await form.submit.click();
    await form.sentHeading.waitFor();
    assert.deepEqual(complaints, []);
  });
});

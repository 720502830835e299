import assert from 'node:assert/strict';
import { after, before, describe, it, type TestContext } from 'node:test';
import type { Page } from 'playwright-core';
import {
  draftsOf,
  type FormOnPage,
  formOn,
  typedTexts,
  waitForFocus,
  words,
} from '../support/whole-page-form.ts';
import { openWholePageWorld, type WholePageWorld } from '../support/whole-page-world.ts';

/** What happened to the outer form's own controls. */
interface OuterEvents {
  /** Clicks on the default button. */
  readonly clicks: number;
  /** Posts of the outer form, which are held back. */
  readonly posts: number;
}

const searchField = '#ctl00_txtTuKhoa';
const searchButton = '#ctl00_btnTimKiem';

const drawnPath = (form: FormOnPage): Promise<string | null> =>
  form.picture.locator('path').getAttribute('d');

describe('the demo’s old page (N-2, N-3)', () => {
  let world: WholePageWorld;
  before(async () => {
    world = await openWholePageWorld();
  });
  after(() => world.close());

  const open = async (
    t: TestContext,
  ): Promise<{ page: Page; form: FormOnPage; complaints: readonly string[] }> => {
    const { page, complaints } = await world.open(t, { path: '/webforms.html' });
    return { page, form: formOn(page), complaints };
  };

  const watchOuterForm = (page: Page): Promise<void> =>
    page.evaluate((button) => {
      const counts = { clicks: 0, posts: 0 };
      Object.assign(window, { outerEvents: counts });
      /* oxlint-disable wc/require-listener-teardown -- as long as the page */
      document.querySelector(button)?.addEventListener('click', () => counts.clicks++);
      document.querySelector('#aspnetForm')?.addEventListener('submit', (event) => {
        counts.posts++;
        event.preventDefault();
      });
    }, searchButton);
  const outerEvents = (page: Page): Promise<OuterEvents> =>
    page.evaluate(() => Reflect.get(window, 'outerEvents') as OuterEvents);

  const lastCode = (): string => world.site.codes.at(-1) ?? '';

  it('has a default button that Enter in our fields leaves alone, and that begins a line in the comment (A-17)', async (t) => {
    const { page, form } = await open(t);
    await watchOuterForm(page);
    await form.content.focus();
    await page.keyboard.type('Một');
    await page.keyboard.press('Enter');
    await page.keyboard.type('hai');
    assert.equal(await form.content.inputValue(), 'Một\nhai');
    await form.name.focus();
    await page.keyboard.press('Enter');
    await waitForFocus(page, 'summary');
    assert.deepEqual(await outerEvents(page), { clicks: 0, posts: 0 });
  });

  it('has a default button that Enter in its own search field presses', async (t) => {
    const { page } = await open(t);
    await watchOuterForm(page);
    await page.locator(searchField).focus();
    await page.keyboard.press('Enter');
    assert.deepEqual(await outerEvents(page), { clicks: 1, posts: 1 });
  });

  it('searches when posted back as a whole, and the draft is there again', async (t) => {
    const { page, form, complaints } = await open(t);
    await form.fill();
    await page.locator(searchField).fill('đò');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\?tim=/);
    assert.equal(
      await page.locator('#ctl00_lblKetQua').innerText(),
      'Có 1 bài khớp với từ khóa “đò”.',
    );
    await form.note.waitFor();
    assert.deepEqual(await form.texts(), typedTexts);
    assert.deepEqual(complaints, []);
  });

  it('keeps its form and ours apart (A-18)', async (t) => {
    const { page, form } = await open(t);
    await watchOuterForm(page);
    const names = await page.evaluate(() =>
      [...(document.querySelector<HTMLFormElement>('#aspnetForm')?.elements ?? [])].map((element) =>
        element.getAttribute('name'),
      ),
    );
    assert.deepEqual(names, [
      ...['__EVENTTARGET', '__VIEWSTATE', '__EVENTVALIDATION'],
      ...['ctl00$txtTuKhoa', 'ctl00$btnTimKiem'],
    ]);
    await page.locator(searchButton).click();
    assert.deepEqual(await outerEvents(page), { clicks: 1, posts: 1 });
    assert.equal(await form.summary.count(), 0, 'theirs does not submit ours');
    await form.submit.click();
    await waitForFocus(page, 'summary');
    assert.deepEqual(await outerEvents(page), { clicks: 1, posts: 1 }, 'nor ours theirs');
  });

  it('swaps the panel our form stands in, the draft stays, and the comment is sent once (N-2, N-3)', async (t) => {
    const { page, form, complaints } = await open(t);
    const before = world.site.comments().length;
    const typed = {
      // As a Mac types it: each mark a character of its own (T-3).
      name: '  Trần   Thị Sáu '.normalize('NFD'),
      address: 'xã Bình Hòa',
      email: 'sau@Example.VN',
      content: 'Quê tôi cũng có ghe hàng bông.\nNghe tiếng kèn là nhớ.',
    };
    await form.fill(typed);
    await form.host.evaluate((element) => Object.assign(window, { replaced: element }));
    await page.getByText('Tải lại phần ý kiến').click();
    await form.note.waitFor();
    assert.equal(
      await page.evaluate(() => (Reflect.get(window, 'replaced') as Node).isConnected),
      false,
    );
    assert.deepEqual(await form.texts(), typed);

    await form.picture.waitFor();
    const spent = lastCode();
    const path = await drawnPath(form);
    await form.code.fill('000000');
    await form.code.press('Enter');
    await waitForFocus(page, 'summary');
    assert.deepEqual(await form.links.allInnerTexts(), [words['code.wrong']]);
    assert.deepEqual(await form.texts(), typed, 'nothing is lost (A-4)');
    assert.equal(world.site.comments().length, before);

    // The old answer brings no code along: the form asks for another.
    await form.picture.locator(`path:not([d="${path}"])`).waitFor();
    assert.notEqual(lastCode(), spent, 'another code is shown');
    await form.code.fill(lastCode());
    await form.code.press('Enter');
    await waitForFocus(page, 'sent-heading');
    assert.match(await form.sent.innerText(), /Ban Biên tập sẽ xem và đăng nếu phù hợp/);
    assert.deepEqual(await draftsOf(page), []);

    const [comment, ...others] = world.site.comments().slice(before);
    assert.deepEqual(others, []);
    assert.equal(comment?.article, 'ghe-hang-bong');
    assert.equal(comment.status, 'pending');
    assert.deepEqual(comment.typed, typed);
    assert.deepEqual(comment.normalised, {
      ...typed,
      name: 'Trần Thị Sáu',
      email: 'sau@example.vn',
    });
    assert.deepEqual(complaints, []);
  });

  it('says that the page is too old when its own hidden fields are not what they were', async (t) => {
    const { page, form } = await open(t);
    await form.fill();
    await page.evaluate(() => {
      const field = document.querySelector<HTMLInputElement>('[name=__EVENTVALIDATION]');
      if (field) field.value = 'hôm qua';
    });
    await form.code.fill(lastCode());
    await form.submit.click();
    await waitForFocus(page, 'summary');
    assert.equal(await form.summaryText.innerText(), words['server.forbidden']);
  });
});

describe('the demo’s page without any build step (N-1)', () => {
  let world: WholePageWorld;
  before(async () => {
    world = await openWholePageWorld();
  });
  after(() => world.close());

  it('works from reading to sending, with one script and one tag', async (t) => {
    const { page, complaints } = await world.open(t, { path: '/plain.html' });
    assert.equal(await page.locator('script').count(), 1);
    assert.equal(await page.locator('h1').innerText(), 'Giếng làng có nước trở lại');
    const form = formOn(page);
    await form.fill();
    await form.code.fill(world.site.codes.at(-1) ?? '');
    await form.submit.click();
    await waitForFocus(page, 'sent-heading');
    assert.deepEqual(
      world.site.comments().map(({ article, typed }) => [article, typed]),
      [['gieng-lang-go-mit', typedTexts]],
    );
    assert.deepEqual(complaints, []);
  });
});

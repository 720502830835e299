import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import {
  draftsOf,
  focusOf,
  formOn,
  tabTo,
  waitForFocus,
  words,
} from '../support/whole-page-form.ts';
import { openWholePageWorld, type WholePageWorld } from '../support/whole-page-world.ts';
import { program } from '../support/service-process.ts';

const runFile = promisify(execFile);

/** The demo's article. */
const article = 'ben-do-vam-thuan';

describe('a reader sends a comment', () => {
  let world: WholePageWorld;
  before(async () => {
    world = await openWholePageWorld();
  });
  after(() => world.close());

  it('by keyboard alone, and it is published by an editor from the terminal', async (t) => {
    const { page, complaints } = await world.open(t);
    const form = formOn(page);
    const typed = {
      name: '  Nguyễn   Văn An ',
      // As a Mac types it: each mark a character of its own (T-3).
      content: 'Bài viết rất hay.'.normalize('NFD'),
    };

    await tabTo(page, 'name');
    await page.keyboard.insertText(typed.name);
    await tabTo(page, 'email');
    await page.keyboard.type('an@Example.VN');
    await tabTo(page, 'content');
    await page.keyboard.insertText(typed.content);
    await page.keyboard.press('Enter');
    await page.keyboard.insertText('Cảm ơn tác giả.');
    await form.picture.waitFor();
    await tabTo(page, 'code');
    await page.keyboard.type(world.site.codes.at(-1) ?? '');
    await tabTo(page, 'submit-button');
    await page.keyboard.press('Space');

    await waitForFocus(page, 'sent-heading');
    assert.equal(await form.sentHeading.innerText(), words['sent.heading']);
    assert.match(await form.sent.innerText(), /Tòa soạn sẽ xem và đăng nếu phù hợp/);
    assert.deepEqual(await draftsOf(page), [], 'the draft is gone');

    const [comment] = world.site.comments();
    assert.ok(comment);
    assert.equal(comment.status, 'pending');
    assert.equal(comment.article, article);
    assert.deepEqual(comment.normalised, {
      name: 'Nguyễn Văn An',
      address: '',
      email: 'an@example.vn',
      content: 'Bài viết rất hay.\nCảm ơn tác giả.',
    });
    assert.equal(comment.typed.name, typed.name);
    assert.equal(comment.typed.email, 'an@Example.VN');
    assert.equal(comment.typed.content, `${typed.content}\nCảm ơn tác giả.`);

    const list = `${world.site.url}/comments?article=${article}`;
    const before = (await (await fetch(list)).json()) as { comments: unknown[] };
    assert.deepEqual(before.comments, [], 'nothing is shown before the newsroom has decided (L-2)');
    await runFile(process.execPath, [
      ...[program, 'comments', 'publish', comment.id],
      ...['--data', world.site.dataFolder],
    ]);
    const answer = await (await fetch(list)).text();
    const { comments } = JSON.parse(answer) as { comments: { id: string; content: string }[] };
    assert.equal(comments[0]?.content, comment.normalised.content);
    assert.doesNotMatch(answer, /example\.vn|127\.0\.0\.1/i, 'no email and no address (L-6)');
    assert.deepEqual(complaints, []);
  });

  it('by keyboard alone and without a look at any picture: by ear (S8, A-9)', async (t) => {
    const { page, complaints, requests } = await world.open(t);
    const form = formOn(page);
    const status = form.host.locator('[role=status]');
    await tabTo(page, 'name');
    await page.keyboard.insertText('Lê Thị Cúc');
    await tabTo(page, 'email');
    await page.keyboard.type('cuc@example.vn');
    await tabTo(page, 'content');
    await page.keyboard.insertText('Tôi nghe bài này bằng trình đọc màn hình.');
    await form.listen.waitFor();
    await tabTo(page, 'listen-button');
    const ofPicture = world.site.codes.at(-1);
    await page.keyboard.press('Enter');
    await form.listen.getByText(words['code.stop']).waitFor();
    await status.getByText(words['code.loaded']).waitFor();
    assert.equal(await form.picture.count(), 0);
    const challenges = (): number => requests.filter((url) => url.endsWith('/challenge')).length;
    assert.equal(challenges(), 2);
    // Stopped, and heard again from the bytes at hand.
    await page.keyboard.press('Enter');
    await form.listen.getByText(words['code.listen.again']).waitFor();
    await page.keyboard.press('Enter');
    await form.listen.getByText(words['code.stop']).waitFor();
    assert.equal(await focusOf(page), 'listen-button');
    assert.equal(challenges(), 2);
    await tabTo(page, 'code');
    const ofSpeech = world.site.codes.at(-1) ?? '';
    assert.notEqual(ofSpeech, ofPicture);
    await page.keyboard.type(ofSpeech);
    await page.keyboard.press('Enter');
    await waitForFocus(page, 'sent-heading');
    assert.equal(world.site.comments().at(-1)?.normalised.name, 'Lê Thị Cúc');
    assert.deepEqual(complaints, []);
  });

  it('once, however often Enter is pressed or the button clicked (T-2)', async (t) => {
    const { page } = await world.open(t);
    const form = formOn(page);
    const count = world.site.comments().length;
    await form.fill({ content: 'Gửi một lần thôi.' });
    await form.code.fill(world.site.codes.at(-1) ?? '');
    await form.code.press('Enter');
    await form.code.press('Enter');
    await form.submit.click({ force: true, noWaitAfter: true }).catch(() => {});
    await waitForFocus(page, 'sent-heading');
    assert.equal(world.site.comments().length, count + 1);
  });

  it('and goes on to another with name and email kept (A-13)', async (t) => {
    const { page } = await world.open(t);
    const form = formOn(page);
    await form.fill();
    await form.code.fill(world.site.codes.at(-1) ?? '');
    await form.submit.click();
    await waitForFocus(page, 'sent-heading');
    await form.another.click();
    await waitForFocus(page, 'content');
    const texts = await form.texts();
    assert.deepEqual([texts.name, texts.content], ['Nguyễn Thị Bình', '']);
    await form.picture.waitFor();
    await form.content.fill('Thêm một ý nữa.');
    await form.code.fill(world.site.codes.at(-1) ?? '');
    await form.code.press('Enter');
    await waitForFocus(page, 'sent-heading');
    assert.equal(world.site.comments().at(-1)?.normalised.content, 'Thêm một ý nữa.');
  });

  it('while the focus never leaves the page', async (t) => {
    const { page } = await world.open(t);
    const form = formOn(page);
    await form.submit.focus();
    await page.keyboard.press('Enter');
    await waitForFocus(page, 'summary');
    assert.equal(await focusOf(page), 'summary');
    await form.links.first().press('Enter');
    assert.equal(await focusOf(page), 'name');
  });
});

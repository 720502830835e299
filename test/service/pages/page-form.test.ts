import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseHtml, type ParsedElement } from '../../support/html-document.ts';
import { writeNotice } from '../../support/notice-file.ts';
import { fillForm, openPage, sendForm, typedTexts } from '../../support/page-form.ts';
import {
  countComments,
  makeTemporaryFolder,
  noLimits,
  openTestService,
} from '../../support/service-fixture.ts';

const find = (html: string, id: string): ParsedElement => {
  const found = parseHtml(html).find(({ attributes }) => attributes['id'] === id);
  assert.ok(found, id);
  return found;
};

describe('POST /page, for browsers that run no script', () => {
  it('takes a comment and answers 303 with the address of a page that says so', async (t) => {
    const paper = await openTestService(t);
    const response = await sendForm(paper, fillForm(await openPage(paper), typedTexts));
    assert.equal(response.status, 303);
    assert.equal(
      response.headers.get('location'),
      '/comments/page?article=bai-123&sent=pending#sent',
    );
    const [comment] = await paper.store.listComments({ limit: 10 });
    assert.equal(comment?.texts.content, typedTexts['content']);
    const sent = await openPage(paper, 'article=bai-123&sent=pending');
    assert.match(sent, /Đã nhận ý kiến của bạn/);
    assert.doesNotMatch(sent, /<form/);
  });

  it('takes one comment from two clicks on the button (T-2)', async (t) => {
    const paper = await openTestService(t);
    const fields = fillForm(await openPage(paper), typedTexts);
    const [first, second] = await Promise.all([sendForm(paper, fields), sendForm(paper, fields)]);
    assert.deepEqual([first.status, second.status], [303, 303]);
    assert.equal(await countComments(paper), 1);
  });

  it('takes another comment from a form that has been sent before, with a new code', async (t) => {
    const paper = await openTestService(t);
    const fields = fillForm(await openPage(paper), typedTexts);
    await sendForm(paper, fields);
    fields.set('content', 'Một ý kiến khác.');
    const refused = await sendForm(paper, fields);
    assert.equal(refused.status, 422);
    paper.pass(3);
    const again = await sendForm(
      paper,
      fillForm(await refused.text(), { 'challenge.answer': typedTexts['challenge.answer'] ?? '' }),
    );
    assert.equal(again.status, 303);
    assert.equal(await countComments(paper), 2);
  });

  it('shows what to correct, first in a summary and then at each field, and keeps what was typed (A-3, A-4)', async (t) => {
    const paper = await openTestService(t);
    const typed = {
      ...typedTexts,
      name: 'An </textarea><b> "x"',
      email: '',
      content: '\nDòng <i>đầu',
    };
    const response = await sendForm(paper, fillForm(await openPage(paper), typed));
    assert.equal(response.status, 422);
    assert.equal(response.headers.get('cache-control'), 'no-store');
    const html = await response.text();
    const elements = parseHtml(html);
    assert.match(elements.find(({ tag }) => tag === 'title')?.text ?? '', /^Lỗi: /);
    const summary = elements.find(({ attributes }) => attributes['part'] === 'summary');
    assert.ok(summary && 'autofocus' in summary.attributes);
    const links = elements.filter(({ attributes }) => attributes['part'] === 'summary-link');
    assert.deepEqual(
      links.map(({ attributes }) => attributes['href']),
      ['#name', '#email'],
    );
    for (const { attributes, text } of links) {
      const control = find(html, attributes['href']?.slice(1) ?? '');
      assert.equal(control.attributes['aria-invalid'], 'true');
      const [error = ''] = (control.attributes['aria-describedby'] ?? '').split(' ');
      assert.ok(find(html, error).text.includes(text), `the same words at ${error}`);
    }
    assert.equal(find(html, 'name').attributes['value'], typed.name);
    assert.equal(find(html, 'content').text, typed.content);
    assert.equal(find(html, 'content').attributes['aria-invalid'], undefined);
    assert.equal(find(html, 'code').attributes['value'], '');
  });

  it('gives a new code for a wrong one', async (t) => {
    const paper = await openTestService(t);
    const page = await openPage(paper);
    const fields = fillForm(page, { ...typedTexts, 'challenge.answer': '000000' });
    const response = await sendForm(paper, fields);
    assert.equal(response.status, 422);
    const html = await response.text();
    assert.match(html, /Mã bảo vệ chưa đúng/);
    assert.equal(find(html, 'content').text, typedTexts['content']);
    const fresh = fillForm(html, {});
    assert.notEqual(fresh.get('challenge.token'), fields.get('challenge.token'));
    assert.equal(fresh.get('key'), fields.get('key'));
    assert.equal(await countComments(paper), 0);
  });

  it('answers a comment, and says so when that has gone (S35)', async (t) => {
    const paper = await openTestService(t);
    const { id } = (await (await paper.post()).json()) as { id: string };
    await paper.publish(id);
    const page = await openPage(paper, `article=bai-123&reply=${id}`);
    assert.match(page, /Trả lời ý kiến của Nguyễn Thị Bình/);
    const response = await sendForm(paper, fillForm(page, { ...typedTexts, content: 'Đồng ý.' }));
    assert.equal(response.status, 303);
    const [reply] = await paper.store.listComments({ limit: 1 });
    assert.equal(reply?.parent, id);
    const late = await openPage(paper, `article=bai-123&reply=${id}`);
    await paper.store.transaction((one) => one.changeStatus({ id, to: 'removed', who: 'test' }));
    const refused = await sendForm(paper, fillForm(late, { ...typedTexts, content: 'Muộn.' }));
    assert.equal(refused.status, 422);
    assert.match(await refused.text(), /không còn nữa/);
  });

  it('asks for consent as the form does, and keeps what was ticked (L-3 to L-5)', async (t) => {
    const notice = writeNotice(makeTemporaryFolder(t));
    const paper = await openTestService(t, {
      settings: { legalBasis: 'consent', consents: ['print'], notice },
    });
    const page = await openPage(paper);
    const refused = await sendForm(paper, fillForm(page, typedTexts, ['print']));
    assert.equal(refused.status, 422);
    const html = await refused.text();
    assert.equal(find(html, 'consents').attributes['aria-invalid'], 'true');
    assert.ok('checked' in find(html, 'consent-print').attributes);
    paper.pass(3);
    const again = fillForm(html, typedTexts, ['process', 'print']);
    assert.equal((await sendForm(paper, again)).status, 303);
    const [comment] = await paper.store.listComments({ limit: 1 });
    assert.deepEqual(comment?.consent?.purposes, ['process', 'print']);
  });

  it('refuses a page of another site, and one that hides where it stands (S12)', async (t) => {
    const paper = await openTestService(t);
    const fields = fillForm(await openPage(paper), typedTexts);
    for (const headers of [
      { origin: 'https://evil.test', 'sec-fetch-site': 'cross-site' },
      // Privacy settings and sandboxed frames of strangers send the same; only `Sec-Fetch-Site` tells them apart.
      { origin: 'null', 'sec-fetch-site': 'cross-site' },
    ]) {
      // oxlint-disable-next-line no-await-in-loop
      const response = await sendForm(paper, fields, headers);
      assert.equal(response.status, 403);
      assert.match(response.headers.get('content-type') ?? '', /^text\/html/);
    }
    assert.equal(await countComments(paper), 0);
    const own = await sendForm(paper, fields, { origin: 'null' });
    assert.equal(own.status, 303, 'a browser that says same-origin is believed');
  });

  it('keeps bodies to a limit that a long comment of heavy letters stays below', async (t) => {
    const paper = await openTestService(t);
    const long = fillForm(await openPage(paper), { ...typedTexts, content: 'ề'.repeat(2000) });
    assert.equal((await sendForm(paper, long)).status, 303);
    const huge = fillForm(await openPage(paper), { ...typedTexts, content: 'a'.repeat(200_000) });
    assert.equal((await sendForm(paper, huge)).status, 413);
  });

  it('says how long to wait where too much was sent, and keeps the text', async (t) => {
    const limited = { kind: 'limited', retryAfterSeconds: 90 } as const;
    const paper = await openTestService(t, {
      limits: { ...noLimits, countPost: async () => limited },
    });
    const response = await sendForm(paper, fillForm(await openPage(paper), typedTexts));
    assert.equal(response.status, 429);
    assert.equal(response.headers.get('retry-after'), '90');
    assert.ok((await response.text()).includes(typedTexts['content'] ?? '?'));
  });
});

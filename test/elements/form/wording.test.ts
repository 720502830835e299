import { expect, waitUntil } from '@open-wc/testing';

import type { FormMessages } from '../../../src/elements/index.ts';
import { FormDriver, labels } from '../support/form-driver.ts';
import { usePlayedServer } from '../support/played-server.ts';

describe("<reader-comment-form>: the page's own wording (C-2)", () => {
  usePlayedServer();

  it('takes any text from a property, and keeps the others', async () => {
    const form = await FormDriver.open();
    form.element.messages = { submit: 'Gửi đi', 'name.label': 'Bút danh' };
    await form.element.updateComplete;
    expect(form.text('submit-button')).to.equal('Gửi đi');
    expect(form.hasField('Bút danh')).to.be.true;
    expect(form.hasField(labels.email)).to.be.true;
  });

  it('takes any text from an attribute', async () => {
    const form = await FormDriver.open(`messages='{"form.heading":"Bạn đọc viết"}'`);
    expect(form.text('heading')).to.equal('Bạn đọc viết');
  });

  it('fills the placeholders of such a text', async () => {
    const form = await FormDriver.open('newsroom="Báo Mới"');
    form.element.messages = {
      'content.hint': 'Không quá {max} chữ.',
      'form.intro': '{newsroom} duyệt trước.',
    };
    await form.element.updateComplete;
    expect(form.descriptionOf(labels.content)).to.deep.equal(['Không quá 2.000 chữ.']);
    expect(form.text('intro')).to.contain('Báo Mới duyệt trước.');
  });

  it('takes the words of errors as well, at the field and in the summary alike', async () => {
    const form = await FormDriver.openTouched();
    form.element.messages = { 'name.empty': 'Cho biết tên', 'summary.heading': 'Chưa gửi' };
    await form.send();
    expect(form.text('summary-heading')).to.equal('Chưa gửi');
    expect(form.errorAt(labels.name)).to.equal('Cho biết tên');
    expect(form.summaryLinks[0]!.textContent).to.equal('Cho biết tên');
  });

  it('comes before the words of another language too', async () => {
    const form = await FormDriver.open('lang="en"');
    form.element.messages = { submit: 'Post it' };
    await waitUntil(() => form.text('submit-button') === 'Post it');
    expect(form.text('heading')).to.equal('Readers’ comments on this article');
  });

  it('stands in the built-in words where the attribute is not JSON', async () => {
    const form = await FormDriver.open('messages="{gửi đi"');
    expect(form.text('submit-button')).to.equal('Gửi ý kiến');
    expect(form.text('heading')).to.equal('Ý kiến bạn đọc về bài viết này');
  });

  for (const [what, value] of [
    ['null', null],
    ['a text', 'Gửi đi'],
    ['a number', 7],
    ['a list', ['Gửi đi']],
  ] as const) {
    it(`stands in the built-in words where it is given ${what}`, async () => {
      const form = await FormDriver.open();
      form.element.messages = value as unknown as Partial<FormMessages>;
      await form.element.updateComplete;
      expect(form.text('submit-button')).to.equal('Gửi ý kiến');
    });
  }

  it('survives words that are no texts', async () => {
    const form = await FormDriver.openTouched();
    form.element.messages = { submit: 12, 'name.empty': {}, 'form.intro': null } as never;
    await form.element.updateComplete;
    expect(form.text('submit-button')).to.equal('12');
    await form.send();
    expect(form.state).to.equal('refused');
  });

  it('shows markup in such a text as text', async () => {
    const form = await FormDriver.open();
    form.element.messages = { 'form.heading': '<b>Bạn đọc</b> viết' };
    await form.element.updateComplete;
    expect(form.text('heading')).to.equal('<b>Bạn đọc</b> viết');
    expect(form.part('heading')!.childElementCount).to.equal(0);
  });
});

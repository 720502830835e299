import { expect, fixture } from '@open-wc/testing';

import type { ReaderCommentFormElement } from '../../../src/elements/index.ts';
import { FormDriver, labels, textOf } from '../support/form-driver.ts';
import { usePlayedServer } from '../support/played-server.ts';

describe('<reader-comment-form>: what a page may set', () => {
  const server = usePlayedServer();

  it('has a heading of level 2 unless the page says another (N-8)', async () => {
    const form = await FormDriver.open();
    expect(form.part('heading')!.getAttribute('aria-level')).to.equal('2');
  });

  it('puts its headings where the page wants them in its outline (N-8)', async () => {
    const form = await FormDriver.openTouched('heading-level="4"');
    expect(form.part('heading')!.getAttribute('aria-level')).to.equal('4');
    await form.send();
    expect(form.part('summary-heading')!.getAttribute('aria-level')).to.equal('5');
    await form.fillAll();
    await form.send();
    expect(form.part('sent-heading')!.getAttribute('aria-level')).to.equal('5');
  });

  const uses = [
    ['name-field', labels.name],
    ['address-field', labels.address],
    ['email-field', labels.email],
  ] as const;

  for (const [attribute, label] of uses) {
    it(`asks for “${label}” as required, as optional or not at all by ${attribute} (N-4)`, async () => {
      const form = await FormDriver.open(`${attribute}="required"`);
      expect(form.field(label).getAttribute('aria-required')).to.equal('true');
      expect(textOf(form.field(label).labels![0])).to.equal(`${label} *`);

      form.element.setAttribute(attribute, 'optional');
      await form.element.updateComplete;
      expect(form.field(label).hasAttribute('aria-required')).to.be.false;
      expect(textOf(form.field(label).labels![0])).to.equal(`${label} (không bắt buộc)`);

      form.element.setAttribute(attribute, 'off');
      await form.element.updateComplete;
      expect(form.hasField(label)).to.be.false;
    });

    it(`sends without “${label}” when it is off (N-4)`, async () => {
      const form = await FormDriver.openTouched(`${attribute}="off"`);
      await form.fillAll();
      await form.send();
      expect(form.state).to.equal('sent');
    });

    it(`takes an empty “${label}” when it is optional, none when it is required (N-4)`, async () => {
      const form = await FormDriver.openTouched(`${attribute}="optional"`);
      await form.fillAll({ [label]: ' ' });
      form.element.setAttribute(attribute, 'required');
      await form.send();
      expect(form.summaryLinks).to.have.lengthOf(1);
      form.element.setAttribute(attribute, 'optional');
      await form.send();
      expect(form.state).to.equal('sent');
    });
  }

  it('names the longest comment in the hint and counts against it (N-5)', async () => {
    const form = await FormDriver.openTouched('max-length="1000"');
    expect(form.descriptionOf(labels.content)).to.deep.equal(['Tối đa 1.000 ký tự.']);
    await form.fill(labels.content, 'Chào');
    expect(form.text('counter')).to.equal('Còn 996 ký tự');
  });

  it('names the newsroom wherever the texts do (C-2)', async () => {
    const form = await FormDriver.open('newsroom="Ban biên tập Tạp chí Sông Hương"');
    expect(form.text('intro')).to.contain('Ban biên tập Tạp chí Sông Hương đọc và có thể');
    expect(form.descriptionOf(labels.email)[0]).to.contain('để Ban biên tập Tạp chí Sông Hương');
  });

  it('names whom to write to who cannot use the code, and nobody where none is set (A-9)', async () => {
    const form = await FormDriver.open('contact="bandoc@example.com"');
    const help = 'Không nhập được mã? Gửi ý kiến tới bandoc@example.com';
    expect(form.text('code-field')).to.contain(help);
    form.element.contact = '';
    await form.element.updateComplete;
    expect(form.text('code-field')).not.to.contain('Không nhập được mã?');
  });

  it('asks for no code, and not for a challenge, with challenge="none"', async () => {
    const form = await FormDriver.open('challenge="none"');
    expect(form.hasField(labels.code)).to.be.false;
    await form.fillAll();
    await form.send();
    expect(form.state).to.equal('sent');
    expect(server.challenges).to.be.empty;
    expect(server.comments[0]!.body).not.to.have.property('challenge');
  });

  it('takes what was set on the tag before its script came', async () => {
    const early = document.createElement('reader-comment-form-late') as ReaderCommentFormElement;
    early.messages = { 'form.heading': 'Bạn đọc viết' };
    early.addressField = 'off';
    const holder = await fixture<HTMLElement>('<div></div>');
    holder.append(early);
    const late = class extends (customElements.get(
      'reader-comment-form',
    ) as typeof ReaderCommentFormElement) {};
    late.define('reader-comment-form-late');
    await early.updateComplete;
    const form = new FormDriver(early);
    expect(form.text('heading')).to.equal('Bạn đọc viết');
    expect(form.hasField(labels.address)).to.be.false;
  });

  it('is not harmed by a second script that brings the same tag (N-1)', () => {
    const before = customElements.get('reader-comment-form') as typeof ReaderCommentFormElement;
    class Another extends before {}
    Another.define();
    expect(customElements.get('reader-comment-form')).to.equal(before);
  });

  it('keeps what is typed while the page changes its options (T-1)', async () => {
    const form = await FormDriver.openTouched();
    await form.fillAll();
    form.element.setAttribute('max-length', '500');
    form.element.newsroom = 'Báo Mới';
    form.element.headingLevel = 3;
    await form.element.updateComplete;
    expect(form.field(labels.content).value).to.equal('Bài viết rất hay.');
    expect(form.field(labels.name).value).to.equal('Nguyễn Văn An');
  });

  it('shows nothing while it is hidden', async () => {
    const form = await FormDriver.open('hidden');
    expect(getComputedStyle(form.element).display).to.equal('none');
  });
});

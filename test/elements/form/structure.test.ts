import { expect } from '@open-wc/testing';

import { FormDriver, isShown, labels, textOf } from '../support/form-driver.ts';
import { usePlayedServer } from '../support/played-server.ts';

const idReferences = [
  'for',
  'aria-labelledby',
  'aria-describedby',
  'aria-controls',
  'aria-details',
];

describe('<reader-comment-form>: its structure', () => {
  const server = usePlayedServer();

  it('asks for name, address, email, comment and code, in this order (N-4)', async () => {
    const form = await FormDriver.open();
    const shown = [...form.root.querySelectorAll('[part=field] label')].map((label) =>
      textOf(label),
    );
    expect(shown).to.deep.equal([
      'Họ và tên *',
      'Địa chỉ (không bắt buộc)',
      'Email *',
      'Ý kiến của bạn *',
      'Mã bảo vệ *',
    ]);
  });

  it('has everything in one open shadow root, where every id that is named exists once (A-1)', async () => {
    const form = await FormDriver.openTouched('contact="bandoc@example.com"');
    await form.send();
    expect(form.summaryLinks).to.have.lengthOf(4);
    let named = 0;
    for (const attribute of idReferences) {
      for (const node of form.root.querySelectorAll(`[${attribute}]`)) {
        for (const id of node.getAttribute(attribute)!.split(' ')) {
          named += 1;
          expect(form.root.querySelectorAll(`#${id}`), `#${id}`).to.have.lengthOf(1);
        }
      }
    }
    expect(named).to.be.greaterThan(15);
    expect([...form.root.querySelectorAll('*')].some((node) => node.shadowRoot)).to.be.false;
  });

  it('leaves the judging to itself: no browser validation, no maxlength, no placeholder, no required (A-2)', async () => {
    const form = await FormDriver.open();
    expect(form.part<HTMLFormElement>('form')!.noValidate).to.be.true;
    const controls = [...form.root.querySelectorAll('[part~=input]')];
    expect(controls).to.have.lengthOf(5);
    for (const control of controls) {
      for (const attribute of ['maxlength', 'placeholder', 'required', 'pattern', 'value']) {
        expect(control.hasAttribute(attribute), `${control.id} ${attribute}`).to.be.false;
      }
    }
  });

  it('tells which fields are required, to eye and ear, and explains the mark once (A-2)', async () => {
    const form = await FormDriver.open();
    const required = Object.values(labels).filter(
      (label) => form.field(label).getAttribute('aria-required') === 'true',
    );
    expect(required).to.deep.equal([labels.name, labels.email, labels.content, labels.code]);
    expect(form.field(labels.address).hasAttribute('aria-required')).to.be.false;
    const marks = [...form.root.querySelectorAll('[part=required-mark]')];
    expect(marks.map((mark) => mark.getAttribute('aria-hidden'))).to.deep.equal(
      Array.from({ length: 4 }, () => 'true'),
    );
    expect(form.root.textContent.split('Các ô có dấu * là bắt buộc.')).to.have.lengthOf(2);
  });

  it('describes every field by its visible hint (C-5)', async () => {
    const form = await FormDriver.open();
    const hints = {
      [labels.name]: 'Tên này sẽ hiện cùng ý kiến của bạn. Có thể dùng bút danh.',
      [labels.address]: 'Ví dụ: phường Bến Thành, TP. Hồ Chí Minh. Không công khai.',
      [labels.email]: 'Chỉ để Tòa soạn liên hệ khi cần. Không công khai.',
      [labels.content]: 'Tối đa 2.000 ký tự.',
      [labels.code]: 'Nhập 6 chữ số trong hình.',
    };
    for (const [label, hint] of Object.entries(hints)) {
      expect(form.descriptionOf(label)).to.deep.equal([hint]);
      expect(isShown(form.root.getElementById(`${form.field(label).id}-hint`)), label).to.be.true;
    }
  });

  it('tells browsers and keyboards what each field is for (A-8)', async () => {
    const form = await FormDriver.open();
    const told = Object.values(labels).map((label) => {
      const field = form.field(label);
      const named = ['type', 'autocomplete', 'inputmode', 'autocapitalize', 'spellcheck'];
      // Some versions of Firefox name `off` as HTML's other word for it.
      return [
        label,
        ...named.map((name) => field.getAttribute(name)?.replace('none', 'off') ?? null),
      ];
    });
    expect(told).to.deep.equal([
      [labels.name, 'text', 'name', 'text', 'words', 'false'],
      [labels.address, 'text', 'street-address', 'text', 'sentences', 'false'],
      [labels.email, 'text', 'email', 'email', 'off', 'false'],
      [labels.content, null, null, null, 'sentences', null],
      [labels.code, 'text', 'off', 'numeric', 'off', 'false'],
    ]);
  });

  it('lets everything be pasted (A-8)', async () => {
    const form = await FormDriver.openTouched();
    for (const label of Object.values(labels)) {
      const paste = new ClipboardEvent('paste', {
        bubbles: true,
        composed: true,
        cancelable: true,
      });
      form.field(label).dispatchEvent(paste);
      expect(paste.defaultPrevented, label).to.be.false;
    }
  });

  it('names the whole by its heading', async () => {
    const form = await FormDriver.open();
    const heading = form.part('heading')!;
    expect(textOf(heading)).to.equal('Ý kiến bạn đọc về bài viết này');
    expect(form.part('frame')!.getAttribute('aria-labelledby')).to.equal(heading.id);
  });

  it('says what happens to a comment before anything is typed (N-8)', async () => {
    const form = await FormDriver.open();
    expect(form.text('intro')).to.equal(
      'Tòa soạn đọc và có thể biên tập ý kiến trước khi đăng. Bạn nên gõ tiếng Việt có dấu để ý kiến dễ đọc hơn.',
    );
  });

  it('takes the reader to the first field when it is given the focus', async () => {
    const form = await FormDriver.open();
    form.element.focus();
    expect(form.isFocused(form.field(labels.name))).to.be.true;
  });

  it('is idle, and asks the network for nothing, until somebody touches it', async () => {
    const form = await FormDriver.open();
    expect(form.state).to.equal('idle');
    expect(form.text('code-note')).to.equal('Mã hiện ra khi bạn bắt đầu viết.');
    expect(server.requests).to.be.empty;
  });

  it('shows what stands between its tags only where scripts do not run', async () => {
    const form = await FormDriver.open();
    form.element.innerHTML = '<a href="/comments/page">Gửi ý kiến</a>';
    expect(form.count('slot')).to.equal(0);
    expect(isShown(form.element.querySelector('a'))).to.be.false;
  });
});

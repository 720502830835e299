import { expect, fixture } from '@open-wc/testing';

import type { ReaderCommentFormElement } from '../../../src/elements/index.ts';
import { FormDriver, labels, until } from '../support/form-driver.ts';
import { problem, usePlayedServer } from '../support/played-server.ts';

const note = 'Đã khôi phục nội dung bạn đang viết dở.';

const reopen = async (form: FormDriver, attributes = ''): Promise<FormDriver> => {
  form.element.remove();
  return FormDriver.open(attributes);
};

/** Puts the unfinished comment of an earlier visit into the tab. */
const writeDraft = async (): Promise<void> => {
  const form = await FormDriver.openTouched();
  await form.fillAll();
  form.element.remove();
};

const restored = async (form: FormDriver): Promise<void> => {
  await until(() => form.has('draft-note'), 'the note');
};

describe('<reader-comment-form>: the draft', () => {
  const server = usePlayedServer();

  it('is there again on the next visit, with a word about it', async () => {
    await writeDraft();
    const form = await FormDriver.open();
    await restored(form);
    expect(form.field(labels.name).value).to.equal('Nguyễn Văn An');
    expect(form.field(labels.address).value).to.equal('Buôn Ma Thuột');
    expect(form.field(labels.email).value).to.equal('an@example.com');
    expect(form.field(labels.content).value).to.equal('Bài viết rất hay.');
    expect(form.text('draft-note')).to.contain(note);
    expect(form.text('counter')).to.equal('Còn 1.983 ký tự');
    await until(() => form.announcement === note, 'the announcement');
  });

  it('brings a code along, though nobody has touched the form yet', async () => {
    await writeDraft();
    const form = await FormDriver.open();
    await form.untilCode();
    expect(document.activeElement === form.element).to.be.false;
  });

  it('never holds the security code', async () => {
    const form = await FormDriver.openTouched();
    await form.fillAll({ [labels.code]: '918273' });
    const kept = JSON.stringify(Object.entries(sessionStorage));
    expect(kept).to.contain('Bài viết rất hay.');
    expect(kept).not.to.contain('918273');
    const again = await reopen(form);
    await restored(again);
    expect(again.field(labels.code).value).to.equal('');
  });

  it('stays in the tab: nothing is kept beyond it', async () => {
    const before = localStorage.length;
    await writeDraft();
    expect(localStorage).to.have.lengthOf(before);
    expect(document.cookie).to.equal('');
  });

  it('is kept for each article apart', async () => {
    await writeDraft();
    const other = await FormDriver.open();
    other.element.article = 'bai-456';
    await other.touch();
    expect(other.field(labels.content).value).to.equal('');
  });

  it('is kept for each endpoint apart', async () => {
    await writeDraft();
    server.challengePath = '/hoi-dap/challenge';
    const other = await fixture<ReaderCommentFormElement>(
      '<reader-comment-form endpoint="/hoi-dap" article="bai-123"></reader-comment-form>',
    );
    const form = new FormDriver(other);
    await form.touch();
    expect(form.field(labels.content).value).to.equal('');
  });

  it('is kept for each form of a page apart', async () => {
    const first = await FormDriver.openTouched();
    const second = await FormDriver.openTouched();
    await first.fill(labels.content, 'của ô thứ nhất');
    await second.fill(labels.content, 'của ô thứ hai');
    first.element.remove();
    second.element.remove();
    const [one, two] = [await FormDriver.open(), await FormDriver.open()];
    await restored(two);
    expect(one.field(labels.content).value).to.equal('của ô thứ nhất');
    expect(two.field(labels.content).value).to.equal('của ô thứ hai');
  });

  it('is thrown away by a button; the focus goes to the comment', async () => {
    await writeDraft();
    const form = await FormDriver.open();
    await restored(form);
    form.button('Bỏ bản nháp').click();
    await form.element.updateComplete;
    for (const label of [labels.name, labels.address, labels.email, labels.content]) {
      expect(form.field(label).value, label).to.equal('');
    }
    expect(form.has('draft-note')).to.be.false;
    expect(form.isFocused(form.field(labels.content))).to.be.true;
    expect(form.text('counter')).to.equal('Còn 2.000 ký tự');
    expect(sessionStorage).to.have.lengthOf(0);
  });

  it('is gone when the server has taken the comment', async () => {
    const form = await FormDriver.openTouched();
    await form.fillAll();
    await form.send();
    expect(sessionStorage).to.have.lengthOf(0);
    const again = await reopen(form);
    expect(again.has('draft-note')).to.be.false;
    expect(again.field(labels.content).value).to.equal('');
  });

  it('outlives every refusal', async () => {
    server.answerComments(problem(500, 'internal-error'));
    const form = await FormDriver.openTouched();
    await form.fillAll();
    await form.send();
    const again = await reopen(form);
    await restored(again);
    expect(again.field(labels.content).value).to.equal('Bài viết rất hay.');
  });

  it('is gone when the reader has emptied every field', async () => {
    const form = await FormDriver.openTouched();
    await form.fill(labels.content, 'a');
    expect(sessionStorage).to.have.lengthOf(1);
    await form.fill(labels.content, '');
    expect(sessionStorage).to.have.lengthOf(0);
  });

  it('never takes the place of what is being typed', async () => {
    await writeDraft();
    const form = await FormDriver.open();
    form.field(labels.name).value = 'Lê Thị Bình';
    await restored(form);
    expect(form.field(labels.name).value).to.equal('Lê Thị Bình');
    expect(form.field(labels.content).value).to.equal('Bài viết rất hay.');
  });

  it('is neither kept nor brought up with without-draft', async () => {
    await writeDraft();
    const form = await FormDriver.open('without-draft');
    await form.touch();
    expect(form.field(labels.content).value).to.equal('');
    sessionStorage.clear();
    await form.fillAll();
    expect(sessionStorage).to.have.lengthOf(0);
  });

  for (const damaged of ['{"name":', 'null', '"text"', '[]', '{"content":{"a":1},"name":5}']) {
    it(`does no harm where the tab holds ${damaged}`, async () => {
      await writeDraft();
      sessionStorage.setItem(sessionStorage.key(0)!, damaged);
      const form = await FormDriver.openTouched();
      await form.fillAll();
      await form.send();
      expect(form.state).to.equal('sent');
    });
  }

  it('is left out where the storage is full', async () => {
    const setItem = Object.getOwnPropertyDescriptor(Storage.prototype, 'setItem')!;
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    try {
      const form = await FormDriver.openTouched();
      await form.fillAll();
      await form.send();
      expect(form.state).to.equal('sent');
    } finally {
      Object.defineProperty(Storage.prototype, 'setItem', setItem);
    }
  });

  it('is left out where there is no storage', async () => {
    const original = Object.getOwnPropertyDescriptor(globalThis, 'sessionStorage')!;
    Object.defineProperty(globalThis, 'sessionStorage', {
      configurable: true,
      get() {
        throw new DOMException('denied', 'SecurityError');
      },
    });
    try {
      const form = await FormDriver.openTouched();
      await form.fillAll();
      await form.send();
      expect(form.state).to.equal('sent');
    } finally {
      Object.defineProperty(globalThis, 'sessionStorage', original);
    }
  });
});

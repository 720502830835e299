import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';

import { FormDriver, goodComment, labels } from '../support/form-driver.ts';
import { problem, usePlayedServer } from '../support/played-server.ts';

describe('<reader-comment-form>: what is wrong with a field', () => {
  const server = usePlayedServer();

  it('is told to the ear as well: aria-invalid, and the error first in the description (A-4)', async () => {
    const form = await FormDriver.openTouched();
    await form.send();
    for (const label of [labels.name, labels.email, labels.content, labels.code]) {
      const field = form.field(label);
      expect(field.getAttribute('aria-invalid'), label).to.equal('true');
      const [error, hint] = field.getAttribute('aria-describedby')!.split(' ');
      expect([error, hint]).to.deep.equal([`${field.id}-error`, `${field.id}-hint`]);
    }
    expect(form.descriptionOf(labels.name)[0]).to.equal('Lỗi: Bạn chưa nhập họ và tên');
    expect(form.field(labels.address).hasAttribute('aria-invalid')).to.be.false;
    expect(form.descriptionOf(labels.address)).to.have.lengthOf(1);
  });

  it('leaves no trace when it is put right: no aria-invalid, no error in the description (A-4)', async () => {
    const form = await FormDriver.openTouched();
    await form.send();
    await form.fill(labels.name, 'Ý');
    const name = form.field(labels.name);
    expect(name.hasAttribute('aria-invalid')).to.be.false;
    expect(name.getAttribute('aria-describedby')).to.equal('name-hint');
    expect(form.errorAt(labels.name)).to.equal('');
  });

  it('is not told before the first try to send, not even on leaving a field (A-5)', async () => {
    const form = await FormDriver.openTouched();
    await form.type(labels.name, '123');
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Tab' });
    await form.type(labels.email, 'an@');
    await sendKeys({ press: 'Tab' });
    await form.element.updateComplete;
    expect(form.count('[part=error], [aria-invalid]')).to.equal(0);
    expect(form.state).to.equal('idle');
  });

  it('is judged again on leaving a field in error (A-5)', async () => {
    const form = await FormDriver.openTouched();
    await form.send();
    await form.type(labels.email, 'an@');
    expect(form.errorAt(labels.email)).to.equal('Bạn chưa nhập email');
    await sendKeys({ press: 'Tab' });
    await form.element.updateComplete;
    expect(form.errorAt(labels.email)).to.equal('Email cần có dạng tenban@example.com');
    expect(form.summaryLinks[1]!.textContent).to.equal('Email cần có dạng tenban@example.com');
  });

  it('goes while the reader types, as soon as it is right (A-5)', async () => {
    const form = await FormDriver.openTouched();
    await form.send();
    await form.type(labels.email, 'an@example.c');
    expect(form.errorAt(labels.email)).not.to.equal('');
    await form.type(labels.email, 'om');
    expect(form.errorAt(labels.email)).to.equal('');
  });

  it('never comes up new while the reader types (A-5)', async () => {
    const form = await FormDriver.openTouched();
    await form.send();
    await form.fill(labels.email, 'an@example.com');
    await form.fill(labels.email, 'an@');
    expect(form.errorAt(labels.email)).to.equal('');
    await form.leave();
    expect(form.errorAt(labels.email)).to.equal('');
  });

  it('changes no text that was typed, whoever refuses it (A-4)', async () => {
    const typed = {
      ...goodComment,
      [labels.email]: '  An@Example.com ',
      [labels.name]: ' Y  Thanh ',
    };
    const form = await FormDriver.openTouched();
    await form.fillAll({ ...typed, [labels.code]: '12' });
    await form.send();
    expect(form.state).to.equal('refused');
    await form.fill(labels.code, '123456');
    for (const answer of [
      problem(422, 'invalid-fields', { errors: [{ field: 'name', code: 'contact' }] }),
      problem(500, 'internal-error'),
      'unreachable',
    ] as const) {
      server.answerComments(answer);
      await form.send();
      for (const [label, text] of Object.entries(typed)) {
        expect(form.field(label).value, label).to.equal(text);
      }
    }
  });

  const findings = [
    [labels.name, ' ', 'Bạn chưa nhập họ và tên'],
    [labels.name, 'Nguyễn '.repeat(20), 'Họ và tên dài quá 100 ký tự'],
    [labels.name, '...', 'Họ và tên cần có ít nhất một chữ cái'],
    [labels.name, 'Nguyễn Аn', 'Họ và tên lẫn nhiều bảng chữ cái. Bạn gõ lại tên'],
    [
      labels.name,
      'An <An>',
      'Họ và tên chỉ gồm chữ cái, chữ số, dấu cách, dấu chấm, dấu nháy và gạch nối',
    ],
    [
      labels.name,
      'An 0912 345 678',
      'Bạn đừng ghi email, số điện thoại hoặc đường dẫn vào ô họ và tên',
    ],
    [labels.address, 'Huế '.repeat(60), 'Địa chỉ dài quá 200 ký tự'],
    [labels.email, '', 'Bạn chưa nhập email'],
    [labels.email, 'an@b', 'Email cần có dạng tenban@example.com'],
    [
      labels.email,
      'nguyễn@gmail.com',
      'Email không dùng chữ có dấu. Bạn thử tắt bộ gõ tiếng Việt rồi nhập lại',
    ],
    [labels.email, `an@${'a'.repeat(260)}.com`, 'Email dài quá 254 ký tự'],
    [labels.content, '\n ', 'Bạn chưa viết ý kiến'],
    [labels.content, 'ê'.repeat(2012), 'Ý kiến dài quá 12 ký tự. Tối đa 2.000 ký tự'],
    [labels.content, 'v̼i̼ệ̼t̼', 'Ý kiến có ký tự lạ. Bạn xóa các ký tự đó rồi gửi lại'],
    [labels.code, '', 'Bạn chưa nhập mã bảo vệ'],
    [labels.code, '12345', 'Mã bảo vệ gồm 6 chữ số'],
    [labels.code, '1234567', 'Mã bảo vệ gồm 6 chữ số'],
    [labels.code, '12345x', 'Mã bảo vệ chỉ gồm chữ số'],
  ] as const;

  for (const [label, text, message] of findings) {
    it(`finds in “${label}” before anything is sent: ${message}`, async () => {
      const form = await FormDriver.openTouched();
      await form.fillAll({ [label]: text });
      await form.send();
      expect(form.errorAt(label)).to.equal(message);
      expect(form.summaryLinks).to.have.lengthOf(1);
      expect(server.comments).to.be.empty;
    });
  }

  const told = [
    [
      'name',
      'letters-only',
      {},
      'Họ và tên chỉ gồm chữ cái, dấu cách, dấu chấm, dấu nháy và gạch nối',
    ],
    ['name', 'too-long', { max: 60 }, 'Họ và tên dài quá 60 ký tự'],
    ['address', 'empty', {}, 'Bạn chưa nhập địa chỉ'],
    ['content', 'too-short', { min: 20 }, 'Ý kiến cần ít nhất 20 ký tự'],
    ['content', 'too-long', { max: 1000, over: 1 }, 'Ý kiến dài quá 1 ký tự. Tối đa 1.000 ký tự'],
    ['email', 'a-newer-code', {}, 'Ô này chưa đúng. Bạn xem lại'],
    ['challenge.answer', 'kind-refused', {}, 'Chưa tải được mã bảo vệ. Bạn bấm “Mã khác”'],
  ] as const;

  for (const [field, code, parameters, message] of told) {
    it(`tells what the server found in ${field}, ${code}: ${message} (C-3)`, async () => {
      const form = await FormDriver.openTouched();
      await form.fillAll();
      server.answerComments(
        problem(422, 'invalid-fields', { errors: [{ field, code, ...parameters }] }),
      );
      await form.send();
      expect(form.summaryLinks.map((link) => link.textContent)).to.deep.equal([message]);
    });
  }

  it('stays when the reader looks at the field and leaves it as it is, if only the server saw it', async () => {
    const form = await FormDriver.openTouched();
    await form.fillAll();
    const errors = [{ field: 'name', code: 'contact' }];
    server.answerComments(problem(422, 'invalid-fields', { errors }));
    await form.send();
    const words = form.errorAt(labels.name);
    form.summaryLinks[0]!.click();
    await sendKeys({ press: 'Tab' });
    await form.element.updateComplete;
    expect(form.errorAt(labels.name)).to.equal(words);
    await form.fill(labels.name, 'An');
    expect(form.errorAt(labels.name)).to.equal('');
  });

  it('is words in general words where the server names no field of this form (C-3)', async () => {
    const form = await FormDriver.openTouched();
    await form.fillAll();
    server.answerComments(
      problem(422, 'invalid-fields', { errors: [{ field: 'page.url', code: 'wrong-type' }] }),
    );
    await form.send();
    expect(form.state).to.equal('failed');
    expect(form.text('summary-text')).to.equal(
      'Hệ thống đang gặp sự cố. Nội dung vẫn được giữ, bạn thử lại sau ít phút.',
    );
  });
});

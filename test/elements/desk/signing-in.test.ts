import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';

import { DeskDriver, usePlayedDesk } from '../support/desk-driver.ts';
import { textOf, until } from '../support/form-driver.ts';
import { deskComment, deskId } from '../support/played-desk.ts';

describe('<reader-comments-desk>: signing in', () => {
  const world = usePlayedDesk();

  beforeEach(async () => {
    await setViewport({ width: 1280, height: 800 });
    world.service.comments = [deskComment(1), deskComment(2)];
    world.service.isSignedIn = false;
  });
  after(() => setViewport({ width: 800, height: 600 }));

  const untilHeading = (desk: DeskDriver, words: string): Promise<void> =>
    until(() => textOf(desk.find('#sign-in-heading')) === words, words);

  const signIn = async (desk: DeskDriver): Promise<void> => {
    await untilHeading(desk, 'Đăng nhập');
    await desk.fill('#email', 'binh@bao.example');
    await desk.fill('#password', 'một câu dễ nhớ');
    desk.press('Đăng nhập');
  };

  it('asks for email, password and the code of the app', async () => {
    const desk = await DeskDriver.place();
    await signIn(desk);
    await untilHeading(desk, 'Mã xác nhận');
    await until(() => desk.focused === 'code', 'the focus');
    await desk.fill('#code', '123 456');
    desk.press('Xác nhận');
    await until(() => desk.rows.length === 2, 'the desk');
    expect(world.service.bodies('POST /auth/second-step')).to.deep.equal([{ code: '123456' }]);
    for (const { credentials } of world.service.asked) expect(credentials).to.equal('same-origin');
  });

  it('says what is missing and what is wrong, at the field', async () => {
    const desk = await DeskDriver.place();
    await untilHeading(desk, 'Đăng nhập');
    desk.press('Đăng nhập');
    await until(() => textOf(desk.find('#email-error')) === 'Bạn chưa nhập email', 'the error');
    expect(desk.find('#email')!.getAttribute('aria-invalid')).to.equal('true');
    world.service.answer('POST /auth/sign-in', 401, { code: 'unauthorized' });
    await signIn(desk);
    await until(
      () => textOf(desk.find('#password-error')) === 'Email hoặc mật khẩu chưa đúng',
      'the refusal',
    );
    await until(() => desk.focused === 'password', 'the focus');
    world.service.answer('POST /auth/sign-in', 429, {});
    desk.press('Đăng nhập');
    await until(
      () => textOf(desk.find('#sign-in-error')).startsWith('Quá nhiều yêu cầu'),
      'the wait',
    );
  });

  it('takes a welcome link: password, second step, backup codes, desk', async () => {
    history.replaceState(null, '', '#welcome=token-1');
    const desk = await DeskDriver.place();
    await untilHeading(desk, 'Đặt mật khẩu');
    const email = (): HTMLInputElement => desk.find<HTMLInputElement>('#email')!;
    await until(() => email().value === 'binh@bao.example', 'whom it is for');
    expect(email().readOnly).to.equal(true);
    await desk.fill('#password', 'ngắn');
    desk.press('Đặt mật khẩu');
    await until(() => desk.find('#password-error'), 'the error');
    await desk.fill('#password', 'một câu rất dễ nhớ');
    desk.press('Đặt mật khẩu');
    await untilHeading(desk, 'Bật bước xác nhận thứ hai');
    expect(location.hash).to.equal('');
    expect(world.service.bodies('POST /auth/welcome')).to.deep.equal([
      { token: 'token-1', password: 'một câu rất dễ nhớ' },
    ]);
    expect(world.service.bodies('POST /auth/set-up')).to.deep.equal([
      { password: 'một câu rất dễ nhớ' },
    ]);
    expect(textOf(desk.find('.secret'))).to.equal('JBSWY3DPEHPK3PXP');
    expect(desk.find('.qr path')!.getAttribute('d')).to.match(/^M\d/);
    await desk.fill('#code', '123456');
    desk.press('Xác nhận');
    await untilHeading(desk, 'Mã dự phòng');
    expect(textOf(desk.find('.codes'))).to.contain('aaaaa-11111');
    desk.press('Đã cất mã, vào bàn làm việc');
    await until(() => desk.rows.length === 2, 'the desk');
  });

  it('says that a welcome link is used up', async () => {
    history.replaceState(null, '', '#welcome=token-1');
    world.service.answer('POST /auth/welcome/look', 401, { code: 'unauthorized' });
    const desk = await DeskDriver.place();
    await until(() => textOf(desk.find('#sign-in-error')).startsWith('Liên kết đã hết hạn'), 'it');
  });

  it('keeps what is being written when the session ends, and goes on after signing in', async () => {
    world.service.isSignedIn = true;
    const desk = await DeskDriver.open();
    desk.act('Biên tập');
    await desk.fill('#draft', 'Phần đang viết.');
    world.service.isSignedIn = false;
    desk.act('Lưu');
    await untilHeading(desk, 'Đăng nhập');
    expect(textOf(desk.find('.note'))).to.contain('Phiên làm việc đã hết');
    await signIn(desk);
    await untilHeading(desk, 'Mã xác nhận');
    await desk.fill('#code', '123456');
    desk.press('Xác nhận');
    await until(() => desk.find('#draft'), 'the draft');
    expect(desk.find<HTMLTextAreaElement>('#draft')!.value).to.equal('Phần đang viết.');
    desk.act('Lưu');
    await until(
      () => world.service.find(deskId(1))!.editedContent === 'Phần đang viết.',
      'what was kept',
    );
  });

  it('lists the sessions and ends them', async () => {
    world.service.isSignedIn = true;
    const desk = await DeskDriver.open();
    desk.find('.account summary')!.click();
    desk.press('Các phiên đăng nhập');
    const dialog = await desk.untilDialog();
    await until(() => dialog.querySelectorAll('.sessions li').length === 2, 'the sessions');
    expect(textOf(dialog)).to.contain('Máy này');
    desk.press('Kết thúc', dialog);
    await until(() => textOf(desk.find('dialog .note')) === 'Đã kết thúc.', 'the end');
    expect(world.service.asked.map(({ request }) => request)).to.include(
      'DELETE /auth/sessions/s-2',
    );
  });

  it('lists the passkeys and removes them, but not the last second step', async () => {
    world.service.isSignedIn = true;
    const passkey = { name: 'Firefox', createdAt: '2026-11-28T01:00:00.000Z' };
    world.service.passkeys = [
      { ...passkey, id: 'k-1' },
      { ...passkey, id: 'k-2' },
    ];
    const desk = await DeskDriver.open();
    desk.find('.account summary')!.click();
    desk.press('Các phiên đăng nhập');
    const dialog = await desk.untilDialog();
    const listed = (): number => dialog.querySelectorAll('.passkeys li').length;
    await until(() => listed() === 2, 'the passkeys');
    desk.press('Gỡ', dialog);
    await until(() => textOf(desk.find('dialog .note')) === 'Đã gỡ khóa truy cập.', 'the end');
    expect(world.service.passkeys.map(({ id }) => id)).to.deep.equal(['k-2']);
    expect(listed()).to.equal(1);
    await until(() => desk.focused === 'sessions-heading', 'the focus');
    world.service.answer('DELETE /auth/passkeys/k-2', 409, { code: 'move-refused' });
    desk.press('Gỡ', dialog);
    await until(() => textOf(desk.find('dialog .note')).startsWith('Chưa gỡ được'), 'the refusal');
    expect(listed()).to.equal(1);
  });

  it('can be tried again where the service cannot be reached', async () => {
    world.service.isSignedIn = true;
    world.service.answer('GET /me', 'unreachable');
    const desk = await DeskDriver.place();
    await until(() => desk.hasButton('Thử lại'), 'the offer');
    world.service.unanswer('GET /me');
    desk.press('Thử lại');
    await until(() => desk.rows.length === 2, 'the desk');
  });
});

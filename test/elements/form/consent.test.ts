import { expect } from '@open-wc/testing';

import type { PrivacyNotice } from '../../../src/protocol/types.ts';
import { inspect } from '../support/accessibility.ts';
import { pictureChallenge } from '../support/challenges.ts';
import { FormDriver, labels, textOf, until } from '../support/form-driver.ts';
import { problem, usePlayedServer } from '../support/played-server.ts';

const notice: PrivacyNotice = {
  version: '2026-11',
  locale: 'vi',
  text: 'Bên kiểm soát dữ liệu: Tạp chí Bờ Bãi.\n\nMục đích: duyệt, biên tập, đăng ý kiến.',
  url: 'https://bobai.example/du-lieu',
  consents: [
    { purpose: 'process', label: 'Tôi đồng ý để Tạp chí Bờ Bãi xử lý ý kiến.', required: true },
    { purpose: 'print', label: 'Tôi đồng ý cho đăng báo in. (không bắt buộc)', required: false },
  ],
  hash: 'hash-1',
};
const refusal = 'Bạn cần đồng ý để Tòa soạn xử lý và đăng ý kiến';

describe('<reader-comment-form>: consent (L-3 to L-5)', () => {
  const server = usePlayedServer();

  const boxesOf = (form: FormDriver): HTMLInputElement[] => [
    ...form.root.querySelectorAll<HTMLInputElement>('[type=checkbox]'),
  ];

  const openAsked = async (): Promise<FormDriver> => {
    server.answerChallenges({
      status: 200,
      json: { challenge: pictureChallenge(), article: { state: 'open' }, notice },
    });
    const form = await FormDriver.openTouched();
    await until(() => form.has('consents'), 'the boxes');
    return form;
  };

  it('is not spoken of where a site has no notice', async () => {
    const form = await FormDriver.openTouched();
    await form.fillAll();
    await form.send();
    expect(form.has('consents')).to.be.false;
    expect(server.comments[0]!.body).not.to.have.property('consents');
  });

  it('is asked for by one box a purpose, unticked, after the notice came with the code', async () => {
    const form = await openAsked();
    expect(boxesOf(form).map(({ checked }) => checked)).to.deep.equal([false, false]);
    const words = [...form.root.querySelectorAll('[part=consent-label]')].map(textOf);
    expect(words[0]).to.contain('Tôi đồng ý để Tạp chí Bờ Bãi xử lý ý kiến.');
    expect(words[1]).to.equal('Tôi đồng ý cho đăng báo in. (không bắt buộc)');
    expect(boxesOf(form).map((box) => box.getAttribute('aria-required'))).to.deep.equal([
      'true',
      null,
    ]);
  });

  it('shows the whole notice, as text, and the way to the site’s policy', async () => {
    const form = await openAsked();
    expect(form.part<HTMLDetailsElement>('notice')!.open).to.be.false;
    expect(form.part('notice-text')!.textContent).to.equal(notice.text);
    expect(form.part<HTMLAnchorElement>('notice-link')!.href).to.equal(notice.url);
    form.part('notice-summary')!.click();
    expect(form.part<HTMLDetailsElement>('notice')!.open).to.be.true;
  });

  it('is an ordinary error where it is missing: the button works, the summary leads to the box', async () => {
    const form = await openAsked();
    await form.fillAll();
    await form.send();
    expect(form.state).to.equal('refused');
    expect(server.comments).to.have.lengthOf(0);
    expect(form.summaryLinks.map(textOf)).to.deep.equal([refusal]);
    form.summaryLinks[0]!.click();
    const [box] = boxesOf(form);
    expect(form.isFocused(box!)).to.be.true;
    expect(box!.getAttribute('aria-invalid')).to.equal('true');
    expect(textOf(form.root.getElementById(box!.getAttribute('aria-describedby')!))).to.contain(
      refusal,
    );
    box!.click();
    await form.element.updateComplete;
    expect(form.state).to.equal('idle');
    expect(box!.hasAttribute('aria-invalid')).to.be.false;
  });

  it('goes with the comment: version, hash, and the purposes that were ticked', async () => {
    const form = await openAsked();
    await form.fillAll();
    boxesOf(form)[0]!.click();
    await form.send();
    expect(form.state).to.equal('sent');
    expect(server.comments[0]!.body['consents']).to.deep.equal({
      notice: { version: '2026-11', hash: 'hash-1' },
      purposes: ['process'],
    });
  });

  it('is given for each comment anew', async () => {
    const form = await openAsked();
    await form.fillAll();
    boxesOf(form)[0]!.click();
    await form.send();
    form.button('Gửi ý kiến khác').click();
    await form.element.updateComplete;
    expect(boxesOf(form).some(({ checked }) => checked)).to.be.false;
  });

  it('is asked for anew, unticked, when the notice has changed; nothing else is lost', async () => {
    const newer = { ...notice, version: '2027-01', text: 'Thông báo mới.', hash: 'hash-2' };
    const form = await openAsked();
    await form.fillAll();
    boxesOf(form)[0]!.click();
    server.answerComments(problem(422, 'notice-changed', { notice: newer }), {
      status: 202,
      json: { id: 'id-1', status: 'pending', receipt: 'r' },
    });
    await form.send();
    expect(form.text('summary')).to.contain('Thông báo về dữ liệu cá nhân vừa được cập nhật');
    expect(form.part('notice-text')!.textContent).to.equal('Thông báo mới.');
    expect(boxesOf(form)[0]!.checked).to.be.false;
    expect(form.field(labels.content).value).to.equal('Bài viết rất hay.');
    boxesOf(form)[0]!.click();
    await form.send();
    expect(form.state).to.equal('sent');
    expect(server.comments[1]!.body['consents']).to.have.nested.property('notice.hash', 'hash-2');
  });

  it('is asked for by the first refusal where the form had no notice yet', async () => {
    const errors = [{ field: 'consents', code: 'empty' }];
    server.answerComments(problem(422, 'invalid-fields', { errors, notice }), {
      status: 202,
      json: { id: 'id-1', status: 'pending', receipt: 'r' },
    });
    const form = await FormDriver.openTouched('challenge="none"');
    await form.fillAll();
    await form.send();
    expect(form.summaryLinks.map(textOf)).to.deep.equal([refusal]);
    boxesOf(form)[0]!.click();
    await form.send();
    expect(form.state).to.equal('sent');
  });

  it('may come from the page, and is only told where nothing is asked', async () => {
    const told = { ...notice, consents: [] };
    const form = await FormDriver.openTouched(`notice='${JSON.stringify(told)}'`);
    await until(() => form.has('notice'), 'the notice');
    expect(boxesOf(form)).to.deep.equal([]);
    await form.fillAll();
    await form.send();
    expect(form.state).to.equal('sent');
    expect(server.comments[0]!.body['consents']).to.deep.equal({
      notice: { version: '2026-11', hash: 'hash-1' },
      purposes: [],
    });
  });

  it('is accessible, also where it is missing (A-16)', async () => {
    const form = await openAsked();
    expect((await inspect(form.element)).violations).to.deep.equal([]);
    await form.send();
    expect((await inspect(form.element)).violations).to.deep.equal([]);
  });
});

import { expect } from '@open-wc/testing';

import { pictureChallenge } from '../support/challenges.ts';
import { FormDriver, labels } from '../support/form-driver.ts';
import { challengeAnswer, type PlayedAnswer, usePlayedServer } from '../support/played-server.ts';

const html = (text: string, status = 200): PlayedAnswer => ({
  status,
  text: `<!doctype html><html><body><span id="ctl00_lblMsg">${text}</span></body></html>`,
  headers: { 'content-type': 'text/html; charset=utf-8' },
});

const names = { name: 'txtHoTen', email: 'txtEmail', content: 'txtNoiDung', 'page.url': null };

describe('<reader-comment-form>: a backend of the site’s own (N-3)', () => {
  const server = usePlayedServer();

  const openFilled = async (attributes: Readonly<Record<string, unknown>>): Promise<FormDriver> => {
    const written = Object.entries(attributes).map(([name, value]) => {
      const text = typeof value === 'string' ? value : JSON.stringify(value);
      return `${name}='${text}'`;
    });
    const form = await FormDriver.openTouched(written.join(' '));
    await form.fillAll();
    return form;
  };

  it('is sent the fields of a form under its own names, with its own cookies', async () => {
    server.answerComments(html('Cảm ơn'));
    const form = await openFilled({
      encoding: 'form',
      'field-names': names,
      'extra-fields': { __VIEWSTATE: 'dDwtMTA', loai: 'ykien' },
      'answer-rules': [{ text: 'cảm ơn', means: 'pending' }],
    });
    await form.send();
    const [request] = server.comments;
    const { 'page.title': title, 'challenge.token': token, ...fields } = request!.body;
    expect(fields).to.deep.equal({
      __VIEWSTATE: 'dDwtMTA',
      loai: 'ykien',
      article: 'bai-123',
      txtHoTen: 'Nguyễn Văn An',
      address: 'Buôn Ma Thuột',
      txtEmail: 'an@example.com',
      txtNoiDung: 'Bài viết rất hay.',
      'challenge.answer': '123456',
    });
    expect(title).to.equal(document.title);
    expect(token).to.be.a('string');
    expect(request!.credentials).to.equal('same-origin');
    expect([...request!.headers.keys()]).to.deep.equal([]);
    expect(form.state).to.equal('sent');
    expect(form.text('sent-text')).to.contain('Tòa soạn sẽ xem');
  });

  it('is sent the key where it has a name for it', async () => {
    const form = await openFilled({
      encoding: 'form',
      'field-names': { 'idempotency-key': 'hidMa' },
    });
    await form.send();
    expect(server.comments[0]!.body['hidMa']).to.match(/^\d{20,40}$/);
  });

  it('is sent fields made anew each time, and headers from a token getter', async () => {
    const form = await openFilled({ encoding: 'form' });
    let count = 0;
    form.element.extraFields = () => ({ lan: String(++count) });
    form.element.headers = async () => ({ RequestVerificationToken: `t${count}` });
    server.answerComments({ status: 500, text: '' });
    await form.send();
    await form.send();
    expect(server.comments.map(({ body }) => body['lan'])).to.deep.equal(['1', '2']);
    expect(server.comments[1]!.headers.get('requestverificationtoken')).to.equal('t2');
  });

  const rules = [
    { status: 200, json: 'd.Success', is: true, means: 'published' },
    { json: 'd.Loi.Email', means: { field: 'email', code: 'format' } },
    { json: 'd.Code', is: 7, means: 'duplicate' },
    { text: 'Sai mã bảo vệ', means: 'challenge-wrong' },
    { text: 'đã ngừng nhận', means: 'article-closed' },
    { text: 'thành công', means: 'pending' },
  ];
  const json = (d: unknown, status = 200): PlayedAnswer => ({ status, json: { d } });

  for (const [what, answer, state, says] of [
    ['a member that is true', json({ Success: true }), 'sent', 'Ý kiến đã được đăng'],
    ['a member that is not empty', json({ Loi: { Email: 'x' } }), 'refused', 'tenban@example.com'],
    ['a member that has a value', json({ Code: 7 }), 'failed', 'đã được gửi trước đó'],
    ['words of a page', html('Sai mã bảo vệ!'), 'refused', 'Mã bảo vệ chưa đúng'],
    ['words in another case', html('GỬI THÀNH CÔNG'), 'sent', 'sẽ xem và đăng'],
    [
      'words in numbered characters',
      html('Sai m&#227; b&#7843;o v&#x1EC7;'),
      'refused',
      'Mã bảo vệ',
    ],
    ['words in NFD', html('Sai mã bảo vệ'.normalize('NFD')), 'refused', 'Mã bảo vệ chưa đúng'],
    ['words across tags', html('Sai <b>mã</b> bảo vệ'), 'refused', 'Mã bảo vệ chưa đúng'],
    [
      'words with an error status',
      html('Bài đã ngừng nhận ý kiến', 500),
      'failed',
      'đã ngừng nhận',
    ],
  ] as const) {
    it(`is understood by ${what}`, async () => {
      server.answerComments(answer);
      const form = await openFilled({ encoding: 'form', 'answer-rules': rules });
      await form.send();
      expect(form.state).to.equal(state);
      const part = state === 'sent' ? 'sent' : 'summary';
      expect(form.text(part)).to.contain(says);
    });
  }

  it('is not said to know a comment again after a time-out, for it may not', async () => {
    server.answerComments({ status: 200, text: '' });
    const form = await openFilled({ encoding: 'form' });
    form.element.answerRules = () => 'timeout';
    await form.send();
    expect(form.text('summary')).to.contain('Có thể ý kiến đã tới nơi. Nội dung');
  });

  it('loses nothing of what was typed when it refuses', async () => {
    server.answerComments(html('Sai mã bảo vệ'));
    const form = await openFilled({ encoding: 'form', 'answer-rules': rules });
    await form.send();
    expect(form.field(labels.content).value).to.equal('Bài viết rất hay.');
    expect(form.errorAt(labels.code)).to.contain('Mã bảo vệ chưa đúng');
  });

  it('that finds a code wrong brings no other along: the form asks for it', async () => {
    server.answerComments(html('Sai mã bảo vệ'), html('Gửi thành công'));
    const form = await openFilled({ encoding: 'form', 'answer-rules': rules });
    server.answerChallenges(challengeAnswer(pictureChallenge({ token: 'token-2' })));
    await form.send();
    await form.untilCode();
    expect(server.challenges).to.have.lengthOf(2);
    expect(form.field(labels.code).value).to.equal('');
    expect(form.errorAt(labels.code)).to.contain('Mã bảo vệ chưa đúng');
    expect(form.isFocused(form.part('summary'))).to.equal(true);
    await form.fill(labels.code, '654321');
    await form.send();
    expect(server.comments[1]!.body['challenge.token']).to.equal('token-2');
    expect(form.state).to.equal('sent');
  });

  for (const [what, answer, says] of [
    ['nothing that a rule knows', html('Xin chào'), 'chưa rõ ý kiến đã tới nơi'],
    ['an error that no rule knows', html('Server Error', 500), 'Hệ thống đang gặp sự cố'],
    ['words of an inherited member', json({}), 'chưa rõ ý kiến đã tới nơi'],
  ] as const) {
    it(`that says ${what} is not taken for one that took the comment`, async () => {
      server.answerComments(answer);
      const form = await openFilled({
        encoding: 'form',
        'answer-rules': [...rules, { json: 'd.constructor.name', means: 'pending' }],
      });
      await form.send();
      expect(form.state).to.equal('failed');
      expect(form.text('summary')).to.contain(says);
    });
  }

  it('may be read by a function in place of rules, and speak JSON', async () => {
    server.answerComments({ status: 200, text: 'OK|17' });
    const form = await openFilled({});
    form.element.answerRules = ({ status, text }) =>
      status === 200 && text.startsWith('OK|') ? 'pending' : undefined;
    await form.send();
    expect(form.state).to.equal('sent');
    expect(server.comments[0]!.body['content']).to.equal('Bài viết rất hay.');
    expect(server.comments[0]!.headers.get('content-type')).to.equal('application/json');
  });

  it('is spoken to in our own way where its attributes are not JSON', async () => {
    const form = await openFilled({ encoding: 'form', 'field-names': '{', 'answer-rules': '[' });
    await form.send();
    expect(form.state).to.equal('sent');
    expect(server.comments[0]!.body['name']).to.equal('Nguyễn Văn An');
  });
});

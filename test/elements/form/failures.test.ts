import { expect } from '@open-wc/testing';

import { FormDriver, goodComment, labels, until } from '../support/form-driver.ts';
import { type PlayedAnswer, problem, usePlayedServer } from '../support/played-server.ts';

const generalWords = 'Hệ thống đang gặp sự cố. Nội dung vẫn được giữ, bạn thử lại sau ít phút.';
const sessionOver = 'Phiên làm việc đã hết. Bạn tải lại trang rồi gửi; nội dung vẫn được giữ.';
const unreadable =
  'Máy chủ trả lời không đúng dạng nên chưa rõ ý kiến đã tới nơi hay chưa. Nội dung vẫn được giữ.';
const busy = (time: string): string =>
  `Đang có quá nhiều ý kiến được gửi. Vui lòng thử lại sau ${time}.`;
const html = '<!doctype html><title>Bad gateway</title><h1>nginx</h1>';
const wait = (seconds: number | string): { headers: Record<string, string> } => ({
  headers: { 'retry-after': String(seconds) },
});

interface Failure {
  readonly what: string;
  readonly answer: PlayedAnswer;
  readonly words: string;
  readonly canRetry: boolean;
}

const failures: readonly Failure[] = [
  {
    what: 'the connection fails',
    answer: 'unreachable',
    words: 'Chưa gửi được do lỗi kết nối. Nội dung vẫn được giữ.',
    canRetry: true,
  },
  {
    what: 'the server breaks down, 500',
    answer: problem(500, 'internal-error'),
    words: generalWords,
    canRetry: true,
  },
  {
    what: 'the server is down for a while, 503',
    answer: problem(503, 'unavailable'),
    words: 'Hệ thống đang bảo trì. Bạn quay lại sau.',
    canRetry: true,
  },
  {
    what: 'a proxy answers 503 in HTML',
    answer: { status: 503, text: html },
    words: 'Hệ thống đang bảo trì. Bạn quay lại sau.',
    canRetry: true,
  },
  {
    what: 'a proxy answers 502 in HTML',
    answer: { status: 502, text: html },
    words: generalWords,
    canRetry: true,
  },
  {
    what: 'there is nothing at the endpoint, 404',
    answer: { status: 404, text: html },
    words: generalWords,
    canRetry: true,
  },
  {
    what: 'a proxy answers 504 with nothing',
    answer: { status: 504, text: '' },
    words: generalWords,
    canRetry: true,
  },
  {
    what: 'a firewall answers 403 in HTML',
    answer: { status: 403, text: html },
    words: sessionOver,
    canRetry: false,
  },
  {
    what: 'the server refuses the origin',
    answer: problem(403, 'origin-refused'),
    words: sessionOver,
    canRetry: false,
  },
  {
    what: 'a proxy finds the comment too large, 413 in HTML',
    answer: { status: 413, text: html },
    words: 'Nội dung gửi quá lớn.',
    canRetry: false,
  },
  {
    what: 'the server limits, and says for how long: 30 seconds',
    answer: problem(429, 'rate-limited', { retryAfterSeconds: 30 }),
    words: 'Bạn vừa gửi ý kiến. Vui lòng chờ 30 giây rồi gửi tiếp.',
    canRetry: true,
  },
  {
    what: 'the server limits, and says for how long: 90 seconds',
    answer: problem(429, 'too-busy', { retryAfterSeconds: 90 }),
    words: busy('2 phút'),
    canRetry: true,
  },
  {
    what: 'a proxy limits, with Retry-After',
    answer: { status: 429, text: html, ...wait(30) },
    words: busy('30 giây'),
    canRetry: true,
  },
  {
    what: 'a proxy limits, without Retry-After',
    answer: { status: 429, text: html },
    words: busy('1 phút'),
    canRetry: true,
  },
  {
    what: 'a proxy limits until a date',
    answer: { status: 429, text: html, ...wait('Wed, 21 Oct 2026 07:28:00 GMT') },
    words: busy('1 phút'),
    canRetry: true,
  },
  {
    what: 'the answer is a page with status 200',
    answer: { status: 200, text: html },
    words: unreadable,
    canRetry: true,
  },
  {
    what: 'the answer is empty with status 200',
    answer: { status: 200, text: '' },
    words: unreadable,
    canRetry: true,
  },
  {
    what: 'the answer breaks off',
    answer: { status: 202, text: '{"id":"id-1","status":"pen' },
    words: unreadable,
    canRetry: true,
  },
  {
    what: 'the answer is null with status 200',
    answer: { status: 200, json: null },
    words: unreadable,
    canRetry: true,
  },
  {
    what: 'the answer is a list with status 200',
    answer: { status: 200, json: [] },
    words: unreadable,
    canRetry: true,
  },
  {
    what: 'the answer is a text with status 200',
    answer: { status: 200, json: 'ok' },
    words: unreadable,
    canRetry: true,
  },
  {
    what: 'the article takes no more comments',
    answer: problem(403, 'article-closed'),
    words: 'Bài viết này đã ngừng nhận ý kiến.',
    canRetry: false,
  },
  {
    what: 'the article takes none at all',
    answer: problem(422, 'article-refused'),
    words: 'Bài viết này không nhận ý kiến.',
    canRetry: false,
  },
  {
    what: 'the comment is there already',
    answer: problem(409, 'duplicate'),
    words: 'Ý kiến này đã được gửi trước đó và đang chờ Tòa soạn xem.',
    canRetry: false,
  },
  {
    what: 'a newer server has a code of its own (C-3)',
    answer: problem(422, 'moon-phase-wrong'),
    words: generalWords,
    canRetry: true,
  },
  {
    what: 'the code is the name of something every object has (C-3)',
    answer: problem(422, 'constructor'),
    words: generalWords,
    canRetry: true,
  },
  {
    what: 'the refusal has members of wrong types',
    answer: problem(422, 'invalid-fields', { errors: null, challenge: null }),
    words: generalWords,
    canRetry: true,
  },
  {
    what: 'the refusal has a text where errors should be',
    answer: problem(422, 'invalid-fields', { errors: 'name' }),
    words: generalWords,
    canRetry: true,
  },
  {
    what: 'the refusal has errors of wrong types',
    answer: problem(422, 'invalid-fields', { errors: [null, 7] }),
    words: generalWords,
    canRetry: true,
  },
];

describe('<reader-comment-form>: when sending fails', () => {
  const server = usePlayedServer();

  for (const { what, answer, words, canRetry } of failures) {
    it(`says so in its own words and keeps the text where ${what}`, async () => {
      server.answerComments(answer);
      const form = await FormDriver.openTouched();
      await form.fillAll();
      await form.send();
      expect(form.state).to.equal('failed');
      expect(form.text('summary-heading')).to.equal('Ý kiến chưa được gửi');
      expect(form.text('summary-text')).to.equal(words);
      expect(form.isFocused(form.part('summary'))).to.be.true;
      expect(form.hasButton('Thử lại')).to.equal(canRetry);
      expect(form.root.textContent).not.to.match(/developer words|Failed to fetch|nginx/);
      for (const [label, text] of Object.entries(goodComment)) {
        expect(form.field(label).value, label).to.equal(text);
      }
    });
  }

  it('says that the reader is offline', async () => {
    server.answerComments('unreachable');
    const form = await FormDriver.openTouched();
    await form.fillAll();
    Object.defineProperty(navigator, 'onLine', { value: false, configurable: true });
    try {
      await form.send();
    } finally {
      Reflect.deleteProperty(navigator, 'onLine');
    }
    expect(form.text('summary-text')).to.equal(
      'Máy đang mất mạng. Nội dung vẫn được giữ, bạn gửi lại khi có mạng.',
    );
    expect(form.hasButton('Thử lại')).to.be.true;
  });

  it('says after 15 s that the comment may have arrived', async () => {
    const timeout = Object.getOwnPropertyDescriptor(AbortSignal, 'timeout')!;
    const asked: number[] = [];
    const form = await FormDriver.openTouched();
    await form.fillAll();
    AbortSignal.timeout = (ms) => {
      asked.push(ms);
      return AbortSignal.abort(new DOMException('The operation timed out.', 'TimeoutError'));
    };
    try {
      await form.send();
    } finally {
      Object.defineProperty(AbortSignal, 'timeout', timeout);
    }
    expect(asked).to.deep.equal([15_000]);
    expect(form.text('summary-text')).to.equal(
      'Máy chủ trả lời quá lâu. Có thể ý kiến đã tới nơi; gửi lại cũng không bị trùng.',
    );
    expect(form.hasButton('Thử lại')).to.be.true;
  });

  it('never sends again by itself', async () => {
    server.answerComments('unreachable');
    const form = await FormDriver.openTouched();
    await form.fillAll();
    await form.send();
    globalThis.dispatchEvent(new Event('online'));
    await new Promise((resolve) => setTimeout(resolve, 250));
    expect(server.comments).to.have.lengthOf(1);
  });

  it('sends the same comment again by “Thử lại”, without losing the focus', async () => {
    const form = await FormDriver.openTouched();
    await form.fillAll();
    server.answerComments(problem(500, 'internal-error'), problem(503, 'unavailable'));
    await form.send();
    const retry = form.button('Thử lại');
    retry.focus();
    retry.click();
    await form.element.updateComplete;
    expect(form.root.activeElement === null).to.be.false;
    await until(() => server.comments.length === 2, 'the second request');
    await form.untilAnswered();
    expect(server.comments[1]!.body).to.deep.equal(server.comments[0]!.body);
    expect(form.text('summary-text')).to.equal('Hệ thống đang bảo trì. Bạn quay lại sau.');
    expect(form.isFocused(form.part('summary'))).to.be.true;
  });

  it('sends once however often “Thử lại” is pressed (T-2)', async () => {
    const form = await FormDriver.openTouched();
    await form.fillAll();
    server.answerComments('unreachable');
    await form.send();
    server.answerComments();
    const retry = form.button('Thử lại');
    retry.focus();
    retry.click();
    retry.click();
    await until(() => form.state === 'sent', 'the confirmation');
    expect(server.comments).to.have.lengthOf(2);
  });

  it('keeps its word while the reader goes on writing', async () => {
    server.answerComments('unreachable');
    const form = await FormDriver.openTouched();
    await form.fillAll();
    await form.send();
    await form.fill(labels.content, 'Bài viết rất hay, cảm ơn tác giả.');
    expect(form.hasButton('Thử lại')).to.be.true;
    server.answerComments();
    await form.send();
    expect(server.comments[1]!.body['content']).to.equal('Bài viết rất hay, cảm ơn tác giả.');
    expect(form.state).to.equal('sent');
  });
});

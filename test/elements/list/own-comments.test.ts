import { expect } from '@open-wc/testing';

import { CommentSentEvent } from '../../../src/elements/index.ts';
import { until } from '../support/form-driver.ts';
import { ListDriver } from '../support/list-driver.ts';
import {
  type Answer,
  comment,
  comments,
  page,
  usePlayedComments,
} from '../support/played-comments.ts';

const note = 'Ý kiến của bạn đang chờ duyệt. Chỉ bạn thấy ý kiến này.';
const record = 'reader-comments receipts';
const pending = { id: comment(9).id, status: 'pending', receipt: 'receipt-9' } as const;
const waiting: Answer = [
  200,
  { id: comment(9).id, article: 'bai-123', status: 'pending', comment: comment(9) },
];

function send(
  answer: CommentSentEvent['answer'],
  endpoint = '/comments',
  article = 'bai-123',
): void {
  const form = Object.assign(document.createElement('div'), { endpoint });
  document.body.append(form);
  form.dispatchEvent(new CommentSentEvent(article, answer));
  form.remove();
}

describe("<reader-comment-list>: the reader's own waiting comment", () => {
  const service = usePlayedComments();

  beforeEach(() => {
    service.answerList(page(comments(1, 1)));
    service.answer('GET /receipt', waiting);
  });

  const open = async (): Promise<ListDriver> => {
    const list = await ListDriver.open();
    send(pending);
    return list;
  };
  const untilOwn = (list: ListDriver): Promise<void> =>
    until(() => list.texts('pending').length > 0, 'the own comment');

  it('is shown to that reader, by its receipt alone', async () => {
    const list = await open();
    await untilOwn(list);
    expect(list.texts('pending')).to.deep.equal([note]);
    expect(list.part('own')!.contains(list.comment(9))).to.equal(true);
    expect(list.comment(9)!.querySelector('button')).to.equal(null);
    expect(service.asked.at(-1)).to.deep.include({ path: '/receipt', bearer: 'Bearer receipt-9' });
    expect(localStorage.getItem(record)).not.to.contain(comment(9).content);
  });

  it('is shown again on the next visit, until it is decided on', async () => {
    const first = await open();
    await untilOwn(first);
    first.element.remove();
    const second = await ListDriver.open();
    expect(second.texts('pending')).to.deep.equal([note]);
    second.element.remove();
    service.answer('GET /receipt', [
      200,
      { id: comment(9).id, article: 'bai-123', status: 'rejected' },
    ]);
    const third = await ListDriver.open();
    expect(third.texts('pending')).to.deep.equal([]);
    expect(localStorage.getItem(record)).to.equal('[]');
  });

  it('says why it is not published, in the words the newsroom chose, until the reader has read it (M-6, L-15)', async () => {
    await untilOwn(await open());
    document.querySelector('reader-comment-list')!.remove();
    const refused = { id: comment(9).id, article: 'bai-123', status: 'rejected' };
    service.answer('GET /receipt', [200, { ...refused, reason: 'no-accents' }]);
    const list = await ListDriver.open();
    await until(() => list.texts('refused').length > 0, 'the reason');
    expect(list.texts('refused')[0]).to.contain(
      'Tòa soạn đã đọc ý kiến của bạn nhưng chưa đăng được vì: không dấu, khó đọc. Bạn có thể sửa và gửi lại.',
    );
    expect(list.texts('pending')).to.deep.equal([]);
    expect(localStorage.getItem(record)).to.contain('receipt-9');
    await expect(list.element).shadowDom.to.be.accessible();
    list.part('refused-button')!.click();
    await until(() => list.texts('refused').length === 0, 'the end');
    expect(list.part('own')).to.equal(null);
    expect(list.element.shadowRoot!.activeElement?.id).to.equal('comments-heading');
    expect(localStorage.getItem(record)).to.equal('[]');
  });

  it('says so of a reason that this list does not know yet', async () => {
    await untilOwn(await open());
    document.querySelector('reader-comment-list')!.remove();
    const refused = { id: comment(9).id, article: 'bai-123', status: 'rejected' };
    service.answer('GET /receipt', [200, { ...refused, reason: 'from-tomorrow' }]);
    const list = await ListDriver.open();
    await until(() => list.texts('refused').length > 0, 'the reason');
    expect(list.texts('refused')[0]).to.contain('vì: lý do khác.');
  });

  it('is asked for again the next time where the service does not answer', async () => {
    await untilOwn(await open());
    service.answer('GET /receipt', 'unreachable');
    await ListDriver.open();
    expect(localStorage.getItem(record)).to.contain('receipt-9');
  });

  it('is shown without the note where it was published at once', async () => {
    const list = await ListDriver.open();
    send({ id: comment(9).id, status: 'published', receipt: 'r', comment: comment(9) });
    await until(() => list.comment(9), 'the comment');
    expect(list.texts('pending')).to.deep.equal([]);
    expect(localStorage.getItem(record)).to.equal(null);
  });

  it('of another article or service is none of its business', async () => {
    const list = await ListDriver.open();
    send(pending, '/comments', 'bai-9');
    send(pending, '/elsewhere');
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(list.part('own')).to.equal(null);
    expect(localStorage.getItem(record)).to.equal(null);
  });

  it('leaves at most 20 receipts, none older than 30 days', async () => {
    const old = {
      place: '/comments bai-123',
      id: 'old',
      receipt: 'old',
      sentAtMs: Date.now() - 31 * 86_400_000,
    };
    const others = Array.from({ length: 25 }, (_, n) => ({
      ...old,
      id: `o${n}`,
      place: 'x',
      sentAtMs: Date.now(),
    }));
    localStorage.setItem(record, JSON.stringify([old, ...others]));
    await untilOwn(await open());
    const kept = JSON.parse(localStorage.getItem(record)!) as { id: string }[];
    expect(kept).to.have.lengthOf(20);
    expect(kept.at(-1)!.id).to.equal(comment(9).id);
    expect(service.asked.map(({ bearer }) => bearer)).not.to.include('Bearer old');
  });

  for (const rubbish of ['{', '{"a":1}', '[null, 7, "x", {}]']) {
    it(`is no matter where the record holds ${rubbish}`, async () => {
      localStorage.setItem(record, rubbish);
      await untilOwn(await open());
    });
  }
});

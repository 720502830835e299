import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';

import { highlight } from '../../../src/desk/highlight.ts';
import { wordDiff } from '../../../src/desk/word-diff.ts';
import type { DeskSignal, EditorRole } from '../../../src/protocol/desk.ts';
import { DeskDriver, usePlayedDesk } from '../support/desk-driver.ts';
import { textOf, until } from '../support/form-driver.ts';
import { deskComment, deskId } from '../support/played-desk.ts';

const signal = (...offsets: [number, number][]): DeskSignal => ({
  code: 'link',
  severity: 'hold',
  field: 'content',
  offsets,
});

describe('the words an editor has changed (M-5)', () => {
  it('are told apart by their accents', () => {
    expect(wordDiff('Hoa binh ở làng', 'Hòa bình ở làng')).to.deep.equal([
      { kind: 'deleted', text: 'Hoa binh' },
      { kind: 'added', text: 'Hòa bình' },
      { kind: 'same', text: ' ở làng' },
    ]);
    expect(wordDiff('toà', 'tòa')).to.have.lengthOf(2);
  });

  it('are not made by the way Unicode writes a letter', () => {
    expect(wordDiff('Tiếng Việt'.normalize('NFD'), 'Tiếng Việt')).to.deep.equal([
      { kind: 'same', text: 'Tiếng Việt' },
    ]);
  });

  it('are together the two texts, whatever they are', () => {
    const texts = ['', 'a', 'a b c', 'Một hai  ba.\n\nBốn', '😀 x', 'b a', 'Bốn ba hai một'];
    for (const one of texts) {
      for (const other of texts) {
        const parts = wordDiff(one, other);
        const without = (kind: string): string =>
          parts.flatMap((part) => (part.kind === kind ? [] : part.text)).join('');
        expect(without('added')).to.equal(one.normalize('NFC'));
        expect(without('deleted')).to.equal(other.normalize('NFC'));
      }
    }
  });
});

describe('the places of signals in a text (M-7)', () => {
  it('may overlap', () => {
    expect(highlight('abcdef', [signal([0, 4]), signal([2, 6])], 'content')).to.deep.equal([
      { text: 'ab', signals: [0] },
      { text: 'cd', signals: [0, 1] },
      { text: 'ef', signals: [1] },
    ]);
  });

  it('leave the text whole, whatever the offsets are', () => {
    const text = 'a😀b';
    const odd = [NaN, -5, 0, 1, 2, 3, 4, 99, 1.5, Infinity];
    for (const from of odd) {
      for (const to of odd) {
        const parts = highlight(text, [signal([from, to])], 'content');
        expect(parts.map((part) => part.text).join('')).to.equal(text);
        for (const part of parts) expect(part.text.isWellFormed(), `${from} ${to}`).to.equal(true);
      }
    }
    const broken = { ...signal(), offsets: null as never };
    expect(highlight(text, [broken], 'content')).to.have.lengthOf(1);
  });

  it('are of one field', () => {
    expect(highlight('abc', [signal([0, 1])], 'name')).to.deep.equal([
      { text: 'abc', signals: [] },
    ]);
  });
});

describe('<reader-comments-desk>: one comment', () => {
  const world = usePlayedDesk();

  beforeEach(() => setViewport({ width: 1280, height: 800 }));
  after(() => setViewport({ width: 800, height: 600 }));

  it('marks what each signal found, described by what it says', async () => {
    const signals = [
      { ...signal([4, 15]), severity: 'note' as const },
      { code: 'site:cu', severity: 'note' as const, offsets: [], detail: 'Lần đầu' },
      { code: 'later', severity: 'note' as const, offsets: [] },
    ];
    world.service.comments = [deskComment(1, { content: 'Xem bao.example nhé.', signals })];
    const desk = await DeskDriver.open();
    const mark = desk.find('#original mark')!;
    expect(mark.textContent).to.equal('bao.example');
    const about = desk.root.getElementById(mark.getAttribute('aria-describedby')!);
    expect(textOf(about)).to.equal('Có đường dẫn');
    expect([...desk.root.querySelectorAll('.signal')].map(textOf)).to.deep.equal([
      'Có đường dẫn',
      'Dấu hiệu của trang: Lần đầu',
      'Dấu hiệu khác: later',
    ]);
  });

  it('shows the article, who wrote it, and what was done and reported', async () => {
    const at = '2026-11-29T00:00:00.000Z';
    world.service.comments = [deskComment(1)];
    world.service.detail = {
      ...world.service.detail,
      email: 'an@example.com',
      history: [{ at, who: 'Cường', action: 'reject', reason: 'no-accents', note: 'Xem lại' }],
      reports: [{ reason: 'privacy', note: 'Tên tôi.', createdAt: at }],
    };
    const desk = await DeskDriver.open();
    const link = desk.find<HTMLAnchorElement>('.article a')!;
    expect(link.href).to.equal('https://bao.example/bai-123');
    expect(link.rel).to.equal('noopener noreferrer');
    const text = textOf(desk.find('article'));
    for (const words of [
      'an@example.com',
      'Đã đăng 12, không đăng 1',
      'Cùng mạng trong 30 ngày: 3 ý kiến',
      'Không đăng · Cường',
      'Không dấu, khó đọc',
      'Lộ thông tin riêng tư, kể cả của trẻ em',
      'Tên tôi.',
    ]) {
      expect(text).to.contain(words);
    }
  });

  it('edits beside the original, shows the difference, and publishes (M-5)', async () => {
    world.service.comments = [deskComment(1, { content: 'Duong hỏng rồi.' }), deskComment(2)];
    const desk = await DeskDriver.open();
    desk.act('Biên tập');
    await until(() => desk.focused === 'draft', 'the field');
    await desk.fill('#draft', 'Đường hỏng rồi.');
    await until(() => desk.find('ins'), 'the difference');
    expect(textOf(desk.find('del'))).to.equal('bỏ: Duong');
    expect(textOf(desk.find('ins'))).to.equal('thêm: Đường');
    await desk.fill('#note', 'Thêm dấu.');
    desk.act('Biên tập và đăng');
    await desk.untilShown('Bạn đọc 2');
    expect(world.service.bodies(`PUT /comments/${deskId(1)}/text`)).to.deep.equal([
      { version: 1, content: 'Đường hỏng rồi.', publish: true, note: 'Thêm dấu.' },
    ]);
    expect(world.service.find(deskId(1))!.content).to.equal('Duong hỏng rồi.');
  });

  it('saves without publishing, and goes back to the original', async () => {
    world.service.comments = [deskComment(1)];
    const desk = await DeskDriver.open();
    desk.act('Biên tập');
    await desk.fill('#draft', 'Khác.');
    desk.act('Lưu');
    await desk.untilSaid('Đã lưu.');
    await until(() => textOf(desk.find('article')).includes('Khác.'), 'the edited text');
    desk.act('Biên tập');
    await until(() => desk.hasButton('Trở về bản gốc'), 'the way back');
    desk.act('Trở về bản gốc');
    await until(() => world.service.find(deskId(1))!.editedContent === undefined, 'the original');
  });

  it('keeps what was written when another editor was first (M-4)', async () => {
    world.service.comments = [deskComment(1)];
    const desk = await DeskDriver.open();
    desk.act('Biên tập');
    await desk.fill('#draft', 'Phần tôi viết.');
    world.service.change(deskId(1), { status: 'published' });
    desk.act('Biên tập và đăng');
    await desk.untilSaid('Ý kiến này vừa được Lê Văn Cường xử lý: Đã đăng.');
    expect(desk.find<HTMLTextAreaElement>('#draft')!.value).to.equal('Phần tôi viết.');
    desk.act('Lưu');
    await until(
      () => world.service.find(deskId(1))!.editedContent === 'Phần tôi viết.',
      'the text',
    );
  });

  it('takes no empty text', async () => {
    world.service.comments = [deskComment(1)];
    const desk = await DeskDriver.open();
    desk.act('Biên tập');
    await desk.fill('#draft', '  ');
    desk.act('Lưu');
    await desk.untilSaid('Bạn chưa nhập nội dung');
    expect(desk.find('#draft')!.getAttribute('aria-invalid')).to.equal('true');
  });

  it('picks, pins and answers what is published (M-18)', async () => {
    world.service.comments = [deskComment(1, { status: 'published', reports: 1 })];
    const desk = await DeskDriver.open();
    desk.find('.queue.reported')!.click();
    await desk.untilShown('Bạn đọc 1');
    desk.act('Chọn nổi bật');
    await until(() => desk.actions.includes('Bỏ nổi bật'), 'the pick');
    desk.act('Ghim lên đầu');
    await until(() => desk.actions.includes('Bỏ ghim'), 'the pin');
    desk.act('Trả lời thay mặt Tòa soạn');
    await until(() => desk.focused === 'draft', 'the field');
    await desk.fill('#draft', 'Cảm ơn bạn.');
    desk.press('Đăng trả lời');
    await desk.untilSaid('Đã đăng trả lời.');
    expect(world.service.bodies(`POST /comments/${deskId(1)}/reply`)).to.deep.equal([
      { content: 'Cảm ơn bạn.' },
    ]);
  });

  const offered: Readonly<Record<EditorRole, readonly string[]>> = {
    viewer: [],
    moderator: ['Đăng', 'Không đăng', 'Đánh dấu thư rác'],
    editor: ['Đăng', 'Biên tập', 'Không đăng', 'Đánh dấu thư rác'],
    admin: ['Đăng', 'Biên tập', 'Không đăng', 'Đánh dấu thư rác'],
  };
  for (const [role, actions] of Object.entries(offered)) {
    it(`offers what the role ${role} can do, and nothing else (M-13)`, async () => {
      world.service.role = role as EditorRole;
      world.service.comments = [deskComment(1)];
      const desk = await DeskDriver.open();
      expect(desk.actions).to.deep.equal(actions);
      expect(desk.find('.selection') !== null).to.equal(role !== 'viewer');
      expect(desk.find('.standing') !== null).to.equal(role === 'admin');
      await desk.useKeys();
      const count = world.service.asked.length;
      for (const key of role === 'viewer' ? ['a', 'r', 'e', 's'] : []) {
        document.dispatchEvent(new KeyboardEvent('keydown', { key }));
      }
      await desk.element.updateComplete;
      expect(world.service.asked.length).to.equal(count);
      expect(desk.dialog).to.equal(null);
    });
  }

  it('sets how an author is treated, for some days (M-8)', async () => {
    world.service.comments = [deskComment(1)];
    const desk = await DeskDriver.open();
    desk.find<HTMLSelectElement>('[name=standing]')!.value = 'muted';
    desk.press('Áp dụng');
    await desk.untilSaid('Đã lưu.');
    const [body] = world.service.bodies('PUT /authors/author-1');
    expect(body!['standing']).to.equal('muted');
    expect(Date.parse(String(body!['until']))).to.be.greaterThan(Date.now());
    await until(() => textOf(desk.find('.standing')).includes('Tạm ngừng nhận đến'), 'the end');
  });
});

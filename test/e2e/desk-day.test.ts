import assert from 'node:assert/strict';
import { copyFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { after, before, describe, it, type TestContext } from 'node:test';
import type { Page } from 'playwright-core';
import type { DeskMessageKey } from '../../src/messages/desk.vi.ts';
import { reasonKey } from '../../src/desk/reason-key.ts';
import { actionsOf, day, type DayComment, statusesOf } from '../support/desk-day.ts';
import {
  type Act,
  createFocusReader,
  createKeyboardHand,
  createMouseHand,
  type DeskHand,
  deskText,
  watchActs,
} from '../support/desk-hand.ts';
import { run } from '../support/service-process.ts';
import { waitForEqual } from '../support/wait-for-equal.ts';
import {
  announcementAt,
  openWholePageDesk,
  type WholePageDesk,
} from '../support/whole-page-desk.ts';

interface Hand {
  readonly create: (page: Page) => DeskHand | Promise<DeskHand>;
  readonly acts: readonly Act[];
}

const hands: Readonly<Record<string, Hand>> = {
  'by keyboard alone': { create: createKeyboardHand, acts: ['key', 'text'] },
  'by mouse alone': { create: createMouseHand, acts: ['pointer', 'text'] },
};
const editor = 'Lê Thị Hoa';
const answer = 'Tòa soạn cảm ơn bạn, bến đò sẽ mở lại tháng sau.';
/** Which of the published ones is pinned, and which is answered. */
const [pinned, answered] = [day[2]!, day[4]!];

for (const [how, { create, acts }] of Object.entries(hands)) {
  describe(`a day of thirty comments at the desk, ${how} (M-4, M-5, M-6, M-9, M-10, M-18)`, () => {
    let desk: WholePageDesk;
    const ids: string[] = [];
    before(async () => {
      desk = await openWholePageDesk();
      for (const [index, { name, content }] of day.entries()) {
        // oxlint-disable-next-line no-await-in-loop -- in this order
        ids.push(await desk.write(content, { name, email: `ban-doc-${index}@example.vn` }));
      }
    });
    after(() => desk.close());

    const statusOf = (id: string) => desk.site.comments().find((one) => one.id === id)?.status;
    const historyOf = (id: string) => desk.audit().filter(({ comment }) => comment === id);

    it('leaves all as it was decided: for the database, the log and the readers', async (t) => {
      const { page, complaints } = await desk.open(t);
      const seen = await watchActs(page);
      const hand = await create(page);
      const focused = await createFocusReader(page);
      const untilShown = ({ name }: DayComment): Promise<void> =>
        waitForEqual(focused, { role: 'heading', name: `Ý kiến của ${name}` });
      const untilSaid = (text: string): Promise<void> =>
        waitForEqual(() => announcementAt(page), text);
      /** A decision is done when the focus is on the next comment, it was said, and the database has it. */
      const untilDecided = async (index: number, status: string): Promise<void> => {
        const next = day[index + 1];
        const told = `Đã chuyển 1 ý kiến sang “${deskText(`status.${status}` as DeskMessageKey)}”.`;
        if (next) await untilShown(next);
        else await waitForEqual(focused, { role: 'heading', name: deskText('queue.new') });
        await untilSaid(next ? told : `${told} ${deskText('queue.empty')}`);
        assert.equal(statusOf(ids[index]!), status);
      };

      const secret = await hand.comeIn(await desk.addEditor(editor, 'hoa@paper.test', 'editor'));
      await hand.signOut(editor);
      await hand.signIn('hoa@paper.test', secret);
      await page.getByRole('heading', { name: day[0]!.name }).waitFor();

      for (const [index, comment] of day.entries()) {
        const { work } = comment;
        /* oxlint-disable no-await-in-loop -- one comment after the other */
        if (work.kind === 'reject') {
          await hand.reject(deskText(reasonKey(work.reason)!), work.note);
          await untilDecided(index, 'rejected');
        } else if (work.kind === 'edit') {
          await hand.editAndPublish(work.words, work.note);
          await untilDecided(index, 'published');
        } else {
          for (const step of actionsOf(work)) {
            if (step === 'undo') {
              await hand.undo();
              await untilShown(comment);
              await untilSaid(deskText('act.undone'));
              assert.equal(statusOf(ids[index]!), 'pending');
            } else {
              await (step === 'spam' ? hand.spam() : hand.publish());
              await untilDecided(index, step === 'spam' ? 'spam' : 'published');
            }
          }
        }
        /* oxlint-enable no-await-in-loop */
      }

      await hand.openQueue(deskText('queue.published'));
      await page.getByRole('heading', { name: deskText('queue.published') }).waitFor();
      await hand.show(pinned.name);
      await untilShown(pinned);
      await hand.pin();
      await untilSaid(deskText('act.saved'));
      await hand.search(answered.content);
      await page.getByRole('heading', { name: answered.content }).waitFor();
      await hand.show(answered.name);
      await untilShown(answered);
      await hand.reply(answer);
      await untilSaid(deskText('act.replied'));
      assert.deepEqual([...seen].toSorted(), acts);
      // Nobody was signed in after the editor had signed out; the browser says so by itself.
      assert.deepEqual(
        complaints.filter((one) => !/status of 401/.test(one)),
        [],
      );

      for (const [index, comment] of day.entries()) {
        const { work } = comment;
        const id = ids[index]!;
        assert.equal(statusOf(id), statusesOf(work).at(-1), comment.name);
        const more = comment === pinned ? ['pin'] : comment === answered ? ['reply'] : [];
        const entries = historyOf(id);
        assert.deepEqual(
          entries.map(({ action, who }) => [action, who]),
          [...actionsOf(work), ...more].map((action) => [action, editor]),
        );
        const [first] = entries;
        const { reason = null, note = null } =
          work.kind === 'reject' || work.kind === 'edit' ? { reason: null, ...work } : {};
        assert.deepEqual([first?.reason, first?.note], [reason, note || null], comment.name);
      }
      await expectWhatReadersGet(t, desk);
    });

    it('has its log checked: whole as it is, broken once a row was changed or taken out by hand (L-12)', async () => {
      const verify = (file: string) => run(['audit', 'verify', '--database', `sqlite:${file}`]);
      const log = desk.audit();
      assert.ok(log.length > day.length);
      const whole = await verify(desk.databaseFile);
      assert.equal(whole.exitCode, 0, whole.err);
      assert.match(whole.out, new RegExp(`^The audit log is whole: ${log.length} entries\\.`));

      const [{ number } = { number: 0 }] = log.filter(({ action }) => action === 'reject');
      const changes = {
        changed: ['update', `update audit_log set reason = 'spam' where number = ${number}`],
        'taken out': ['delete', `delete from audit_log where number = ${number}`],
      } as const;
      for (const [what, [guarded, change]] of Object.entries(changes)) {
        const copy = `${desk.databaseFile}.${what.replace(' ', '-')}`;
        const original = new DatabaseSync(desk.databaseFile);
        original.exec('pragma wal_checkpoint(truncate)');
        original.close();
        copyFileSync(desk.databaseFile, copy);
        const database = new DatabaseSync(copy);
        assert.throws(() => database.exec(change), /append-only/);
        // Whoever has the file can take the guard away, not the chain.
        database.exec(`drop trigger audit_log_keeps_${guarded}`);
        database.exec(change);
        database.close();
        // oxlint-disable-next-line no-await-in-loop -- one after the other
        const broken = await verify(copy);
        assert.deepEqual([broken.exitCode, broken.out], [1, ''], what);
        assert.match(broken.err, new RegExp(`broken at entry ${number}\\.`), what);
      }
    });
  });
}

/** The article as its readers see it: what was published and nothing else, in the newsroom's order and words. */
async function expectWhatReadersGet(t: TestContext, desk: WholePageDesk): Promise<void> {
  const { page, complaints } = await desk.open(t);
  await page.goto(`${desk.site.url}/`);
  const list = page.locator('reader-comment-list');
  await list.scrollIntoViewIfNeeded();
  const more = list.getByRole('button', { name: 'Xem thêm ý kiến' });
  const published = day.filter(({ work }) => statusesOf(work).at(-1) === 'published');
  await list.getByRole('heading', { name: `Ý kiến bạn đọc (${published.length + 1})` }).waitFor();
  while ((await more.count()) > 0) await more.click();
  await waitForEqual(() => list.getByRole('article').count(), published.length + 1);

  // Not as drawn: what is out of sight is not.
  const names = await list.locator('[part=list] > li > article [part=name]').allTextContents();
  assert.equal(names[0], pinned.name);
  assert.deepEqual(names.toSorted(), published.map(({ name }) => name).toSorted());
  const texts = await list.locator('[part=content]').allTextContents();
  const text = texts.join('\n');
  for (const { content, work } of day) {
    const isShown = published.some((one) => one.content === content);
    assert.equal(text.includes(content), isShown, content);
    if (work.kind === 'edit') assert.ok(text.includes(content + work.words));
  }
  const badgesOf = async (name: string): Promise<readonly string[]> =>
    list
      .getByRole('article', { name: `Ý kiến của ${name}` })
      .locator('[part~=badge]')
      .allTextContents();
  const edited = day.find(({ work }) => work.kind === 'edit')!;
  assert.deepEqual(await badgesOf(edited.name), ['Tòa soạn đã biên tập']);
  assert.deepEqual(await badgesOf(pinned.name), ['Ghim']);
  const reply = list
    .getByRole('listitem')
    .filter({ has: page.getByRole('article', { name: `Ý kiến của ${answered.name}` }) })
    .getByRole('article', { name: 'Ý kiến của Tòa soạn' });
  assert.match((await reply.textContent()) ?? '', new RegExp(answer));
  assert.deepEqual(await reply.locator('[part~=badge]').allTextContents(), ['Tòa soạn']);
  assert.deepEqual(complaints, []);
}

import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import {
  challengeAnswerSchema,
  type ConsentPurpose,
  type Consents,
  type PrivacyNotice,
} from '../../src/protocol/index.ts';
import { readPrivacyNotices, readSettings, type SettingValues } from '../../src/service/index.ts';
import { noticeFacts, writeNotice } from '../support/notice-file.ts';
import {
  countComments,
  makeTemporaryFolder,
  openTestService,
  plainDraft,
  readAnswer,
  readPage,
  readProblem,
  type TestService,
} from '../support/service-fixture.ts';

const asked: SettingValues = { legalBasis: 'consent', consents: ['address', 'print'] };

const openAsking = (
  t: TestContext,
  settings: SettingValues = asked,
  changes: Readonly<Record<string, unknown>> = {},
): Promise<TestService> => {
  const folder = makeTemporaryFolder(t);
  const notice = writeNotice(folder, changes);
  return openTestService(t, { folder, settings: { ...settings, notice } });
};

const noticeOf = async (paper: TestService, lang?: string): Promise<PrivacyNotice> => {
  const response = await paper.postJson('/challenge', { article: 'bai-123', lang });
  const { notice } = challengeAnswerSchema.parse(await response.json());
  return notice ?? assert.fail('no notice');
};

const agree = ({ version, hash }: PrivacyNotice, ...purposes: ConsentPurpose[]): Consents => ({
  notice: { version, hash },
  purposes,
});

describe('the notice on personal data (L-4, L-5)', () => {
  it('comes with the challenge, in the language of the reader, with one box a purpose', async (t) => {
    const paper = await openAsking(t);
    const notice = await noticeOf(paper, 'vi');
    assert.equal(notice.version, '2026-11');
    assert.deepEqual(
      notice.consents.map(({ purpose, required }) => [purpose, required]),
      [
        ['process', true],
        ['address', false],
        ['print', false],
      ],
    );
    assert.match(notice.consents[0]!.label, /^Tôi đồng ý để Tạp chí Bờ Bãi xử lý/);
    for (const fact of [
      'Tạp chí Bờ Bãi',
      'bandoc@bobai.example',
      '12 tháng',
      '30 ngày',
      '90 ngày',
    ]) {
      assert.ok(notice.text.includes(fact), fact);
    }
    assert.match(notice.text, /địa chỉ IP rút gọn/);
    assert.match(notice.text, /24 tháng 11/);
    assert.doesNotMatch(notice.text, /[{}]/);
    assert.match((await noticeOf(paper, 'en-GB')).text, /^Data controller: Tạp chí Bờ Bãi/);
    assert.equal((await noticeOf(paper, 'fr')).locale, 'vi');
  });

  it('asks for nothing where readers are only told, and is absent where there is none', async (t) => {
    const told = await openAsking(t, {});
    assert.deepEqual((await noticeOf(told)).consents, []);
    assert.equal((await told.post()).status, 202);
    const silent = await openTestService(t);
    const response = await silent.postJson('/challenge', { article: 'bai-123' });
    assert.equal(Object.hasOwn((await response.json()) as object, 'notice'), false);
  });

  it('has another hash as soon as anything in it is another', (t) => {
    const folder = makeTemporaryFolder(t);
    const read = (changes: object, settings: SettingValues = asked): string => {
      const notice = writeNotice(folder, { ...changes });
      return readPrivacyNotices(readSettings({ ...settings, notice }))[0]!.hash;
    };
    const hashes = [
      read({}),
      read({ version: '2026-12' }),
      read({ contact: 'toasoan@bobai.example' }),
      read({ text: { vi: 'Thông báo của riêng báo.' } }),
      read({ text: { vi: 'Thông báo của riêng báo!' } }),
      read({ url: 'https://bobai.example/du-lieu' }),
      read({}, { ...asked, consents: ['address'] }),
      read({}, {}),
    ];
    assert.equal(new Set(hashes).size, hashes.length);
    assert.equal(read({}), hashes[0]);
  });

  it('may be the site’s own text, in the languages it has', async (t) => {
    const paper = await openAsking(t, asked, { text: { vi: 'Đoạn một.\n\nĐoạn hai.' } });
    assert.equal((await noticeOf(paper, 'en')).text, 'Đoạn một.\n\nĐoạn hai.');
  });

  for (const [what, content] of [
    ['no JSON', '{'],
    ['a member that is missing', JSON.stringify({ ...noticeFacts, controller: undefined })],
    ['a member that is unknown', JSON.stringify({ ...noticeFacts, extra: 1 })],
    ['a script for an address', JSON.stringify({ ...noticeFacts, url: 'javascript:alert(1)' })],
    ['no language of ours', JSON.stringify({ ...noticeFacts, text: { fr: 'Avis.' } })],
  ] as const) {
    it(`stops the start in one sentence that names the setting: ${what}`, (t) => {
      const notice = join(makeTemporaryFolder(t), 'notice.json');
      writeFileSync(notice, content);
      assert.throws(() => readPrivacyNotices(readSettings({ ...asked, notice })), {
        code: 'NOTICE_UNREADABLE',
        message: /--notice or READER_COMMENTS_NOTICE.*\.$/s,
      });
    });
  }

  it('has to be there where consent is asked for', () => {
    assert.throws(() => readSettings({ legalBasis: 'consent' }), {
      code: 'SETTING_INVALID',
      message: /--notice/,
    });
  });
});

describe('what readers agree to (L-3)', () => {
  it('is kept with the comment, and the proof gives back the exact text (L-4)', async (t) => {
    const paper = await openAsking(t);
    const notice = await noticeOf(paper, 'vi');
    const response = await paper.post({ consents: agree(notice, 'process', 'print') });
    assert.equal(response.status, 202);
    const [comment] = await paper.store.listComments({ limit: 1 });
    assert.deepEqual(comment?.consent, { notice: notice.hash, purposes: ['process', 'print'] });
    assert.deepEqual(await paper.store.findNotice(notice.hash), notice);
    assert.equal(await paper.store.findNotice('another'), undefined);
  });

  it('stays readable when the notice has changed since', async (t) => {
    const folder = makeTemporaryFolder(t);
    const first = await openTestService(t, {
      folder,
      settings: { ...asked, notice: writeNotice(folder) },
    });
    const old = await noticeOf(first, 'vi');
    await first.post({ consents: agree(old, 'process') });
    const second = await openTestService(t, {
      folder,
      settings: { ...asked, notice: writeNotice(folder, { version: '2027-01' }) },
    });
    assert.notEqual((await noticeOf(second, 'vi')).hash, old.hash);
    assert.deepEqual(await second.store.findNotice(old.hash), old);
  });

  for (const [what, purposes] of [
    ['nothing', []],
    ['only what is optional', ['print']],
  ] as const) {
    it(`has to hold the one purpose without which nothing is done: ${what} is refused`, async (t) => {
      const paper = await openAsking(t);
      const notice = await noticeOf(paper, 'vi');
      const draft = await paper.solvedDraft({ consents: agree(notice, ...purposes) });
      const problem = await readProblem(await paper.postJson('', draft));
      assert.equal(problem.code, 'invalid-fields');
      assert.deepEqual(problem.errors, [{ field: 'consents', code: 'empty' }]);
      assert.equal(await countComments(paper), 0);
      const again = { ...draft, consents: agree(notice, 'process') };
      assert.equal((await paper.postJson('', again)).status, 202, 'the code was not spent');
    });
  }

  it('is asked for, with the notice, where a form sends none', async (t) => {
    const paper = await openAsking(t);
    const problem = await readProblem(await paper.post({}, { 'accept-language': 'vi,en;q=0.5' }));
    assert.deepEqual(problem.errors, [{ field: 'consents', code: 'empty' }]);
    assert.deepEqual(problem.notice, await noticeOf(paper, 'vi'));
  });

  it('is asked for anew, with the new notice, where the notice has changed meanwhile', async (t) => {
    const paper = await openAsking(t);
    const notice = await noticeOf(paper, 'vi');
    const outdated = agree({ ...notice, hash: 'h'.repeat(43) }, 'process');
    const problem = await readProblem(await paper.post({ consents: outdated }));
    assert.equal(problem.code, 'notice-changed');
    assert.equal(problem.status, 422);
    assert.deepEqual(problem.notice, notice);
    assert.equal(await countComments(paper), 0);
  });

  it('is no more than what was asked: other purposes are not kept', async (t) => {
    const paper = await openAsking(t, { legalBasis: 'consent' });
    const notice = await noticeOf(paper);
    const consents = { ...agree(notice, 'process', 'email'), purposes: ['process', 'email', 'x'] };
    const response = await paper.postJson('', { ...(await paper.solvedDraft()), consents });
    assert.equal(response.status, 202);
    const [comment] = await paper.store.listComments({ limit: 1 });
    assert.deepEqual(comment?.consent?.purposes, ['process']);
  });

  for (const wrong of [5, 'process', [], { purposes: ['process'] }, { notice: {}, purposes: 1 }]) {
    it(`is refused in a wrong shape: ${JSON.stringify(wrong)}`, async (t) => {
      const paper = await openAsking(t);
      const draft = await paper.solvedDraft();
      const response = await paper.postJson('', { ...draft, consents: wrong });
      assert.equal((await readProblem(response)).code, 'invalid-fields');
      assert.equal(await countComments(paper), 0);
    });
  }

  it('alone makes an address public (L-6)', async (t) => {
    const paper = await openAsking(t, { ...asked, moderation: 'post' });
    const notice = await noticeOf(paper);
    const shown = await paper.post({ consents: agree(notice, 'process', 'address') });
    assert.equal((await readAnswer(shown)).comment?.address, plainDraft.address);
    const hidden = await paper.post({ content: 'Ý khác.', consents: agree(notice, 'process') });
    assert.equal((await readAnswer(hidden)).comment?.address, undefined);
    const page = await readPage(await paper.send('?article=bai-123'));
    assert.deepEqual(
      page.comments.map(({ address }) => address),
      [undefined, plainDraft.address],
    );
  });
});

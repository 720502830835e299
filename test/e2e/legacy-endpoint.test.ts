import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openWholePageSite, type WholePageSite } from '../support/whole-page-site.ts';

describe('POST /webforms/ykien, a backend older than the contract (N-3)', () => {
  let site: WholePageSite;
  before(async () => {
    site = await openWholePageSite();
  });
  after(() => site.close());

  const getCode = async (): Promise<{ token: string; answer: string }> => {
    const response = await fetch(`${site.url}/comments/challenge`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ article: 'bai-cu' }),
    });
    const { challenge } = (await response.json()) as { challenge: { token: string } };
    return { token: challenge.token, answer: site.codes.at(-1) ?? '' };
  };

  const post = async (
    changes: Readonly<Record<string, string>> = {},
    headers: Readonly<Record<string, string>> = {},
  ): Promise<{ status: number; type: string | null; says: string | undefined }> => {
    const { token, answer } = await getCode();
    const response = await fetch(`${site.url}/webforms/ykien`, {
      method: 'POST',
      headers,
      body: new URLSearchParams({
        __EVENTVALIDATION: 'ykien-428',
        hidBaiViet: 'bai-cu',
        txtHoTen: 'Nguyễn Văn An',
        txtEmail: 'an@example.vn',
        txtNoiDung: 'Bài hay.',
        hidMa: token,
        txtMa: answer,
        ...changes,
      }),
    });
    const [, says] = /<span id="ctl00_lblThongBao">([^<]*)</.exec(await response.text()) ?? [];
    return { status: response.status, type: response.headers.get('content-type'), says };
  };

  const page = { status: 200, type: 'text/html; charset=utf-8' };

  it('takes a comment under its own names and says so in a page', async () => {
    assert.deepEqual(await post(), {
      ...page,
      says: 'Ý kiến của bạn đã được gửi thành công và đang chờ Ban Biên tập duyệt.',
    });
    assert.deepEqual(
      site.comments().map(({ article, typed }) => [article, typed.content]),
      [['bai-cu', 'Bài hay.']],
    );
  });

  for (const [what, changes, says, headers] of [
    ['a wrong code', { txtMa: '000000' }, 'Mã bảo vệ không đúng, bạn vui lòng nhập lại.'],
    ['no code', { hidMa: '' }, 'Mã bảo vệ không đúng, bạn vui lòng nhập lại.'],
    ['a made-up token', { hidMa: 'abc' }, 'Mã bảo vệ đã hết hạn, bạn vui lòng nhập mã mới.'],
    ['a bad email', { txtEmail: 'an@' }, 'Email không hợp lệ.'],
    ['no article', { hidBaiViet: '' }, 'Hệ thống đang bận, bạn vui lòng gửi lại sau ít phút.'],
    [
      'no field of the page',
      { __EVENTVALIDATION: '' },
      'Phiên làm việc đã hết hạn, bạn vui lòng tải lại trang.',
    ],
    [
      'a page of another site',
      {},
      'Phiên làm việc đã hết hạn, bạn vui lòng tải lại trang.',
      { origin: 'https://khac.example', 'sec-fetch-site': 'cross-site' },
    ],
  ] as const) {
    it(`says in a page that ${what} will not do, and keeps nothing`, async () => {
      const before = site.comments().length;
      assert.deepEqual(await post(changes, headers), { ...page, says });
      assert.equal(site.comments().length, before);
    });
  }

  it('reads no more than a form of the longest comment', async () => {
    const { status, says } = await post({ txtNoiDung: 'ế'.repeat(100_000) });
    assert.deepEqual([status, says], [413, 'Nội dung gửi lên quá lớn.']);
  });
});

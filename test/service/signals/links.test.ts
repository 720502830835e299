import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findLinkSignals } from '../../../src/service/rules/signals/find-link-signals.ts';
import { findLinks } from '../../../src/service/rules/signals/find-links.ts';

const found = (text: string): readonly string[] =>
  findLinks(text).map(({ place: [start, end] }) => text.slice(start, end));

const signalsOf = (content: string) => findLinkSignals({ name: '', address: '', content });

describe('findLinks (T-16)', () => {
  const addresses: Readonly<Record<string, readonly string[]>> = {
    'Xem https://example.com/a?b=1.': ['https://example.com/a?b=1'],
    'Nguồn:http://bao.vn/x, rồi www.bao.vn!': ['http://bao.vn/x', 'www.bao.vn'],
    'hxxps://lua-dao.example': ['hxxps://lua-dao.example'],
    'Vào kuwin.com nhận thưởng': ['kuwin.com'],
    'KUWIN.COM': ['KUWIN.COM'],
    '98win.vip, qq88.online': ['98win.vip', 'qq88.online'],
    'nhóm t.me/vaynhanh': ['t.me/vaynhanh'],
    'điệnmáy.vn': ['điệnmáy.vn'],
    'kuwin[.]com': ['[.]com'],
    'kuwin . com': [' . com'],
    'kuwin chấm com': [' chấm com'],
    '(https://a.vn) và b.com.vn': ['https://a.vn', 'b.com.vn'],
  };
  for (const [text, expected] of Object.entries(addresses)) {
    it(`sees ${JSON.stringify(expected)} in ${JSON.stringify(text)}`, () => {
      assert.deepEqual(found(text), expected);
    });
  }

  for (const text of [
    'Bài hay.Tôi đồng ý.Cảm ơn.',
    'TP.HCM, Q.5, P.12, v.v.',
    'Giá 1.234.567,5 đồng lúc 8.30',
    'Rất đẹp.top đầu thế giới',
    'H.Hen Niê và B.Yă',
    'thư gửi binh@example.vn',
    'Việt Nam .Net là gì',
    '1/2 và 3/4, km/h, và/hoặc',
    '...',
  ]) {
    it(`sees none in ${JSON.stringify(text)}`, () => {
      assert.deepEqual(found(text), []);
    });
  }
});

describe('findLinkSignals (T-16)', () => {
  it('only notes one link to a domain of Vietnam or a well-known one', () => {
    for (const link of [
      'https://tuoitre.vn/x.htm',
      'vnexpress.net',
      'https://vi.wikipedia.org/a',
    ]) {
      assert.equal(signalsOf(`Xem ${link}`)[0]?.severity, 'note');
    }
  });

  it('holds one link to anywhere else, and two to anywhere', () => {
    assert.equal(signalsOf('Vào kuwin.com')[0]?.severity, 'hold');
    assert.equal(signalsOf('Xem fakevnexpress.net')[0]?.severity, 'hold');
    assert.equal(signalsOf('https://vnexpress.net@evil.com/')[0]?.severity, 'hold');
    assert.equal(signalsOf('https://a.vn và https://b.vn')[0]?.severity, 'hold');
  });

  it('says where they are, and where the first one leads', () => {
    assert.deepEqual(signalsOf('Vào kuwin.com'), [
      { code: 'link', severity: 'hold', field: 'content', offsets: [[4, 13]], detail: 'kuwin.com' },
    ]);
  });
});

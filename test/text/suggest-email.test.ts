import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { suggestEmail } from '../../src/text/suggest-email.ts';

const slips: Readonly<Record<string, string>> = {
  'gmail.com':
    'gmail.con gmai.com gmial.com gamil.com gmail.com.vn gmail.co gmail.cm gmail.om gmaill.com gnail.com gmailcom gmai.con',
  'yahoo.com': 'yaho.com yahooo.com yahoo.con yahoo.co yhaoo.com yaho.con',
  'yahoo.com.vn': 'yaho.com.vn yahoo.con.vn yahoo.com.v',
  'hotmail.com': 'hotmai.com hotmial.com hotmail.con hotmal.com',
  'outlook.com': 'outlok.com outlook.co oulook.com',
  'icloud.com': 'iclould.com iclou.com icloud.con',
};

const real =
  'gmail.com googlemail.com yahoo.com yahoo.com.vn ymail.com hotmail.com outlook.com outlook.com.vn icloud.com mail.com email.com cloud.com gmx.com gmx.de yandex.com live.com aol.com qq.com zoho.com fpt.com.vn vnn.vn yahoo.de hust.edu.vn hus.edu.vn hcmut.edu.vn hanoi.gov.vn example.com';

describe('suggestEmail (T-8)', () => {
  for (const [meant, typed] of Object.entries(slips)) {
    it(`offers ${meant} for ${typed}`, () => {
      for (const domain of typed.split(' ')) {
        assert.equal(suggestEmail(`Ten.Ban@${domain}`), `Ten.Ban@${meant}`, domain);
      }
    });
  }

  it('offers nothing for domains that exist', () => {
    for (const domain of real.split(' ')) {
      assert.equal(suggestEmail(`tenban@${domain}`), undefined, domain);
    }
  });

  it('offers nothing where there is no email yet', () => {
    for (const email of ['', 'tenban', '@gmail.con', 'tenban@', 'tenban@constructor']) {
      assert.equal(suggestEmail(email), undefined, email);
    }
  });

  it('takes a list of the site, and never corrects a school or an authority', () => {
    const domains = {
      frequent: ['hust.edu.vn', 'baodaklak.vn'],
      real: [],
      slips: { 'bdl.vn': 'baodaklak.vn' },
    };
    assert.equal(suggestEmail('a@hus.edu.vn', domains), undefined);
    assert.equal(suggestEmail('a@baodaklk.vn', domains), 'a@baodaklak.vn');
    assert.equal(suggestEmail('a@bdl.vn', domains), 'a@baodaklak.vn');
    assert.equal(suggestEmail('a@gmail.con', domains), undefined);
  });
});

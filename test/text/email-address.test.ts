import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { emailKey, findEmailProblem } from '../../src/text/email-address.ts';
import { normalizeEmail } from '../../src/text/normalize-text.ts';

const label63 = 'b'.repeat(63);

describe('findEmailProblem (T-8)', () => {
  const taken = [
    'tenban@example.com',
    'ten.ban+bao@mail.example.com.vn',
    "o'brien@example.ie",
    'a@b.vn',
  ];
  taken.push(
    'TEN@EXAMPLE.COM',
    '68@qq.com',
    'a_b-c@x-y.edu.vn',
    `${'a'.repeat(64)}@${label63}.com`,
  );
  taken.push('ten＠gmail．com', ' ten@gmail.com ', 'a@xn.com');
  for (const email of taken) {
    it(`takes ${JSON.stringify(email)}`, () => {
      assert.equal(findEmailProblem(normalizeEmail(email)), undefined);
    });
  }

  const accented = [
    'nguyễn@gmail.com',
    'a@gmaịl.com',
    'a@xn--gmal-7w5a.com',
    'a@mail.XN--p1ai',
    'nguyenváná',
  ];
  for (const email of accented) {
    it(`blames the input method for ${JSON.stringify(email)}`, () => {
      assert.equal(findEmailProblem(normalizeEmail(email)), 'accents');
    });
  }

  const malformed = ['a', 'a@b', '@b.vn', 'a@', 'a@b@c.vn', 'a@@b.vn', 'a@.vn', 'a@b.', 'a@b..vn'];
  malformed.push(
    '.a@b.vn',
    'a.@b.vn',
    'a..b@c.vn',
    'a@-b.vn',
    'a@b-.vn',
    'a@b.123',
    'a@127.0.0.1',
    'a@b.v',
  );
  malformed.push(`${'a'.repeat(65)}@b.vn`, `a@b${label63}.vn`, 'a b@c.vn', 'a@b c.vn', 'a@b_c.vn');
  for (const email of malformed) {
    it(`refuses ${JSON.stringify(email)}`, () => {
      assert.equal(findEmailProblem(normalizeEmail(email)), 'format');
    });
  }

  it('refuses what a mail library could read as a list, a group, a comment or a header (S29)', () => {
    for (const character of ',;:<>()[]"\\\0\t\r\n\u007F ') {
      for (const email of [
        `a${character}b@c.vn`,
        `a@b${character}c.vn`,
        `a@b.vn${character}d@e.vn`,
      ]) {
        assert.equal(findEmailProblem(email), 'format', JSON.stringify(email));
      }
    }
    assert.equal(findEmailProblem('a@b.vn\nBcc: c@d.vn'), 'format');
    assert.equal(findEmailProblem('a@b.vn\n'), 'format');
  });
});

describe('emailKey (T-8)', () => {
  it('is the same however the mailbox is capitalised', () => {
    assert.equal(emailKey('TenBan@example.com'), emailKey('tenban@example.com'));
  });
});

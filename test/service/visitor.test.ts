import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createReceipts } from '../../src/service/receipt.ts';
import { createVisitors } from '../../src/service/visitor.ts';
import { testSecret } from '../support/service-fixture.ts';

const comment = '01a20c18-dcba-770e-903b-dad503a99800';
const other = '01a20c18-dcba-770e-903b-dad503a99801';
const newer = `${testSecret} 2`;

describe('createVisitors', () => {
  it('issues another token each time, and knows its own on every instance', () => {
    const visitors = createVisitors(testSecret);
    const tokens = Array.from({ length: 100 }, () => visitors.issue());
    assert.equal(new Set(tokens).size, 100);
    for (const token of tokens) {
      assert.match(token, /^[\w-]{64}$/);
      assert.ok(createVisitors(Buffer.from(testSecret)).read(token));
    }
  });

  it('marks a comment the same each time, and no two comments or visitors alike (N-10)', () => {
    const { issue, read } = createVisitors(testSecret);
    const tokens = [issue(), issue()];
    const [first, second] = tokens.map((token) => read(token)!);
    const mark = first!.markOn(comment);
    assert.match(mark, /^[\w-]{22}$/);
    assert.equal(read(tokens[0]!)!.markOn(comment), mark);
    assert.notEqual(first!.markOn(other), mark);
    assert.notEqual(second!.markOn(comment), mark);
  });

  it('keeps nothing in a mark by which the token could be told', () => {
    const { issue, read } = createVisitors(testSecret);
    const token = issue();
    assert.ok(!token.includes(read(token)!.markOn(comment)));
  });

  it('knows a token and its marks after the secret was changed, until the older one goes', () => {
    const token = createVisitors(testSecret).issue();
    const mark = createVisitors(testSecret).read(token)!.markOn(comment);
    assert.equal(createVisitors([newer, testSecret]).read(token)?.markOn(comment), mark);
    assert.equal(createVisitors(newer).read(token), undefined);
  });

  it('takes no token that was changed in any place, no receipt, and nothing else', () => {
    const { issue, read } = createVisitors(testSecret);
    const token = issue();
    for (let place = 0; place < token.length; place += 1) {
      const letter = token[place] === 'A' ? 'B' : 'A';
      const changed = token.slice(0, place) + letter + token.slice(place + 1);
      assert.equal(read(changed), undefined, String(place));
    }
    const receipt = createReceipts(testSecret).make(comment);
    for (const hostile of ['', receipt, `${token}A`, `${token}\n`, 'ệ'.repeat(64)]) {
      assert.equal(read(hostile), undefined, hostile);
    }
    assert.equal(createReceipts(testSecret).read(token), undefined);
  });

  it('takes no secret that could be guessed, and no empty list', () => {
    assert.throws(() => createVisitors('x'.repeat(31)), { code: 'SECRET_TOO_SHORT' });
    assert.throws(() => createVisitors([]), { code: 'SECRET_MISSING' });
  });
});

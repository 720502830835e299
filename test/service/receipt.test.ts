import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createReceipts } from '../../src/service/receipt.ts';
import { testSecret } from '../support/service-fixture.ts';

const id = '01a20c18-dcba-770e-903b-dad503a99800';
const newer = `${testSecret} 2`;

describe('createReceipts', () => {
  it('makes the same receipt for the same comment, on every instance', () => {
    const receipt = createReceipts(testSecret).make(id);
    assert.equal(createReceipts(Buffer.from(testSecret)).make(id), receipt);
    assert.equal(createReceipts([testSecret, newer]).make(id), receipt);
  });

  it('makes receipts nobody can make without the secret', () => {
    const { make } = createReceipts(testSecret);
    assert.notEqual(make(id), createReceipts(`${testSecret}.`).make(id));
    assert.notEqual(make(id).slice(22), make(id.replace('0', '1')).slice(22));
    assert.match(make(id), /^[\w-]{64}$/);
  });

  it('reads receipts of all its secrets, and of no other', () => {
    const receipt = createReceipts(testSecret).make(id);
    assert.equal(createReceipts(testSecret).read(receipt), id);
    assert.equal(createReceipts([newer, testSecret]).read(receipt), id);
    assert.equal(createReceipts(newer).read(receipt), undefined);
  });

  it('reads no receipt that was changed in any place, and nothing else', () => {
    const { make, read } = createReceipts(testSecret);
    const receipt = make(id);
    for (let place = 0; place < receipt.length; place += 1) {
      const other = receipt[place] === 'A' ? 'B' : 'A';
      const changed = receipt.slice(0, place) + other + receipt.slice(place + 1);
      assert.equal(read(changed), undefined, String(place));
    }
    for (const hostile of ['', id, `${receipt}A`, `${receipt}\n`, '.'.repeat(64), 'ệ'.repeat(64)]) {
      assert.equal(read(hostile), undefined, hostile);
    }
  });

  it('takes no secret that could be guessed, and no empty list', () => {
    assert.throws(() => createReceipts('x'.repeat(31)), { code: 'SECRET_TOO_SHORT' });
    assert.throws(() => createReceipts(new Uint8Array(31)), { code: 'SECRET_TOO_SHORT' });
    assert.throws(() => createReceipts([testSecret, 'x']), { code: 'SECRET_TOO_SHORT' });
    assert.throws(() => createReceipts([]), { code: 'SECRET_MISSING' });
  });
});

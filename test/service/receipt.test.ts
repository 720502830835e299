import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createReceipts } from '../../src/service/receipt.ts';
import { testSecret } from '../support/service-fixture.ts';

const id = '01a20c18-dcba-770e-903b-dad503a99800';

describe('createReceipts', () => {
  it('makes the same receipt for the same comment, on every instance', () => {
    assert.equal(createReceipts(testSecret)(id), createReceipts(Buffer.from(testSecret))(id));
  });

  it('makes receipts nobody can make without the secret', () => {
    const receipt = createReceipts(testSecret)(id);
    assert.notEqual(receipt, createReceipts(`${testSecret}.`)(id));
    assert.notEqual(receipt.slice(22), createReceipts(testSecret)(id.replace('0', '1')).slice(22));
    assert.match(receipt, /^[\w-]{64}$/);
  });

  it('takes no secret that could be guessed', () => {
    assert.throws(() => createReceipts('x'.repeat(31)), { code: 'SECRET_TOO_SHORT' });
    assert.throws(() => createReceipts(new Uint8Array(31)), { code: 'SECRET_TOO_SHORT' });
  });
});

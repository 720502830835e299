import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createUuidV7, uuidV7Bound } from '../../src/service/uuid-v7.ts';

describe('createUuidV7', () => {
  it('makes UUIDs of version 7 and the RFC 9562 variant that begin with the time', () => {
    const newId = createUuidV7(() => 0x0123_4567_89ab);
    assert.match(newId(), /^01234567-89ab-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
  });

  it('makes ids that sort in the order they were made, also 10,000 in one millisecond', () => {
    const newId = createUuidV7(() => 1_000_000);
    const ids = Array.from({ length: 10_000 }, newId);
    assert.deepEqual(ids, ids.toSorted());
    assert.equal(new Set(ids).size, ids.length);
  });

  it('keeps the order when the clock goes back', () => {
    let nowMs = 5000;
    const newId = createUuidV7(() => (nowMs -= 1));
    const ids = Array.from({ length: 100 }, newId);
    assert.deepEqual(ids, ids.toSorted());
  });

  it('makes different ids on two instances at the same time', () => {
    const [first, second] = [createUuidV7(() => 1), createUuidV7(() => 1)];
    assert.notEqual(first(), second());
  });
});

describe('uuidV7Bound', () => {
  it('parts the ids of a millisecond from those before', () => {
    const nowMs = Date.parse('2026-11-24T05:00:00Z');
    const [before, id] = [nowMs - 1, nowMs].map((ms) => createUuidV7(() => ms)());
    const bound = uuidV7Bound(nowMs);
    assert.ok(before! < bound && bound < id!);
  });

  it('is below all ids for times before 1970', () => {
    assert.equal(uuidV7Bound(-1), '00000000-0000');
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createMemorySpentStore } from '../../src/captcha/index.ts';

const minute = 60_000;
const life = 30 * 60;

describe('the memory store of spent ids', () => {
  it('is true for the first caller only', async () => {
    const store = createMemorySpentStore();
    const answers = await Promise.all(Array.from({ length: 50 }, () => store.spend('id', life)));
    assert.deepEqual(answers, [true, ...Array.from({ length: 49 }, () => false)]);
  });

  it('refuses at minute 29 what was spent at minute 0, whatever came between', async () => {
    const clock = { ms: 0 };
    const store = createMemorySpentStore({ now: () => clock.ms });
    // From every phase of the generations: each minute spends an id, and each id is asked for until it may be forgotten.
    for (let at = 0; at <= 180; at += 1) {
      clock.ms = at * minute;
      assert.equal(await store.spend(`id ${at}`, life), true, `minute ${at}`);
      for (let before = Math.max(0, at - 29); before < at; before += 1) {
        assert.equal(await store.spend(`id ${before}`, life), false, `id ${before} at ${at}`);
      }
    }
  });

  it('refuses when full, keeps the living, and takes again once they are dead', async () => {
    const clock = { ms: 0 };
    const store = createMemorySpentStore({ maxIds: 3, now: () => clock.ms });
    for (const id of ['a', 'b', 'c']) assert.equal(await store.spend(id, life), true);
    await assert.rejects(store.spend('d', life), {
      name: 'CaptchaError',
      code: 'SPENT_STORE_FULL',
    });
    assert.equal(await store.spend('a', life), false, 'a spent id is spent, full or not');
    clock.ms = 29 * minute;
    await assert.rejects(store.spend('d', life), { code: 'SPENT_STORE_FULL' });
    assert.equal(await store.spend('a', life), false);
    clock.ms = 30 * minute;
    assert.equal(await store.spend('d', life), true);
  });

  it('forgets what is dead, so that it does not grow for ever', async () => {
    const clock = { ms: 0 };
    // 30 living ids and as many of the older generation: 61 would not fit if the dead were kept.
    const store = createMemorySpentStore({ maxIds: 61, now: () => clock.ms });
    for (let at = 0; at < 1000; at += 1) {
      clock.ms = at * minute;
      assert.equal(await store.spend(`id ${at}`, life), true, `minute ${at}`);
    }
  });

  it('keeps a long life among short ones', async () => {
    const clock = { ms: 0 };
    const store = createMemorySpentStore({ now: () => clock.ms });
    await store.spend('long', 3600);
    for (let at = 1; at < 60; at += 1) {
      clock.ms = at * minute;
      await store.spend(`short ${at}`, 1);
      assert.equal(await store.spend('long', 3600), false, `minute ${at}`);
    }
  });
});

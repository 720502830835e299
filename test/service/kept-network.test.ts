import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import type { StoredComment } from '../../src/service/index.ts';
import { openTestService, readAnswer, type TestService } from '../support/service-fixture.ts';

const openPaper = (t: TestContext, ipMode: string, address: string): Promise<TestService> =>
  openTestService(t, { address, settings: { ipMode, moderation: 'post' } });

const keptOf = async ({ store }: TestService, id: string): Promise<StoredComment | undefined> =>
  store.transaction((transaction) => transaction.find(id));

describe('what is kept with a comment of its sender’s address (L-7)', () => {
  const modes: readonly (readonly [mode: string, address: string, kept: string | undefined])[] = [
    ['none', '203.0.113.77', undefined],
    ['truncate', '203.0.113.77', '203.0.113.0/24'],
    ['truncate', '::ffff:203.0.113.77', '203.0.113.0/24'],
    ['truncate', '2001:db8:1:2:3:4:5:6', '2001:db8:1::/48'],
    ['full', '203.0.113.77', '203.0.113.77'],
    ['full', '2001:DB8:0::6', '2001:db8::6'],
  ];
  for (const [mode, address, kept] of modes) {
    it(`is ${kept ?? 'nothing'} of ${address} with ${mode}, and never told`, async (t) => {
      const paper = await openPaper(t, mode, address);
      const response = await paper.post();
      const posted = await response.clone().text();
      const { id } = await readAnswer(response);
      assert.equal((await keptOf(paper, id))?.network, kept);
      const listed = await (await paper.send('?article=bai-123')).text();
      assert.match(listed, new RegExp(id));
      for (const text of [posted, listed, ...paper.logged]) {
        assert.doesNotMatch(text, /203\.0\.113|2001:db8|network/i);
      }
    });
  }

  it('is with hmac a hash that is the same for a sender until the day ends', async (t) => {
    const paper = await openPaper(t, 'hmac', '203.0.113.77');
    const keptNow = async (): Promise<string> => {
      const { id } = await readAnswer(await paper.post());
      return (await keptOf(paper, id))?.network ?? '';
    };
    const first = await keptNow();
    assert.match(first, /^[\w-]{22}$/);
    assert.equal(await keptNow(), first);
    paper.pass(86_400);
    assert.notEqual(await keptNow(), first);
  });

  it('is nothing where the address is unknown', async (t) => {
    const paper = await openTestService(t);
    const { id } = await readAnswer(await paper.post());
    assert.equal((await keptOf(paper, id))?.network, undefined);
  });
});

import { expect } from '@open-wc/testing';

import type { Reply } from '../../../src/elements/client.ts';
import { CodeSource } from '../../../src/elements/form/code-source.ts';
import type { CodeState } from '../../../src/elements/form/code-state.ts';
import { pictureChallenge } from '../support/challenges.ts';
import { settle, useHeldClock } from '../support/held-clock.ts';

const failed: Reply = { ok: false, refusal: { code: 'network' } };

const reply = (challenge: unknown): Reply => ({ ok: true, body: { challenge } });

describe('CodeSource', () => {
  const clock = useHeldClock();

  /** A source on a clock of the test's, and what it has been asked. */
  const open = (...replies: readonly Reply[]) => {
    const world = {
      nowMs: 0,
      asked: 0,
      signals: [] as AbortSignal[],
      holder: { code: { kind: 'waiting' } as CodeState },
    };
    const source = new CodeSource(
      world.holder,
      async (signal) => {
        world.signals.push(signal);
        const answer = replies[Math.min(world.asked, replies.length - 1)]!;
        world.asked += 1;
        return answer;
      },
      () => world.nowMs,
    );
    return { world, source };
  };

  it('asks once for a code that lives', async () => {
    const { world, source } = open(reply(pictureChallenge({ lifetimeSeconds: 60 })));
    expect(await source.ensure(false)).to.be.true;
    world.nowMs = 59_999;
    expect(await source.ensure(false)).to.be.false;
    expect(world.asked).to.equal(1);
  });

  it('renews an expired code that has no answer, and leaves one that has (A-11)', async () => {
    const { world, source } = open(reply(pictureChallenge({ lifetimeSeconds: 60 })));
    await source.ensure(false);
    world.nowMs = 60_000;
    expect(await source.ensure(true)).to.be.false;
    expect(world.asked).to.equal(1);
    expect(await source.ensure(false)).to.be.true;
    expect(world.asked).to.equal(2);
  });

  it('counts the life of a code that came another way from when it first sees it', async () => {
    const { world, source } = open(reply(pictureChallenge()));
    world.holder.code = { kind: 'ready', challenge: pictureChallenge({ lifetimeSeconds: 60 }) };
    world.nowMs = 100_000;
    expect(await source.ensure(false)).to.be.false;
    world.nowMs = 160_000;
    expect(await source.ensure(false)).to.be.true;
  });

  it('says where it stands all the while', async () => {
    const { world, source } = open(reply(pictureChallenge()));
    const loading = source.load();
    expect(world.holder.code.kind).to.equal('loading');
    await loading;
    expect(world.holder.code.kind).to.equal('ready');
  });

  it('repeats a failed request once, after a second', async () => {
    clock.hold();
    const { world, source } = open(failed, failed, reply(pictureChallenge()));
    void source.load();
    await clock.advance(999);
    expect(world.asked).to.equal(1);
    await clock.advance(1);
    expect(world.asked).to.equal(2);
    await clock.advance(60_000);
    expect(world.asked).to.equal(2);
    expect(world.holder.code.kind).to.equal('unavailable');
  });

  it('does not repeat a request that was told to wait', async () => {
    clock.hold();
    const wait: Reply = { ok: false, refusal: { code: 'rate-limited', retryAfterSeconds: 9 } };
    const { world, source } = open(wait);
    void source.load();
    await clock.advance(60_000);
    expect(world.asked).to.equal(1);
  });

  it('drops a request for a newer one', async () => {
    const { world, source } = open(reply(pictureChallenge()));
    const first = source.load();
    await Promise.all([first, source.load()]);
    expect(world.signals.map((signal) => signal.aborted)).to.deep.equal([true, false]);
    expect(world.holder.code.kind).to.equal('ready');
  });

  it('asks nothing more once it is stopped, and begins anew when it is wanted', async () => {
    clock.hold();
    const { world, source } = open(failed, reply(pictureChallenge()));
    void source.load();
    await settle();
    source.stop();
    expect(world.holder.code.kind).to.equal('waiting');
    await clock.advance(60_000);
    expect(world.asked).to.equal(1);
    expect(await source.ensure(false)).to.be.true;
  });

  it('leaves a code that is there when it is stopped', async () => {
    const { world, source } = open(reply(pictureChallenge()));
    await source.load();
    source.stop();
    expect(world.holder.code.kind).to.equal('ready');
  });

  it('waits for a code on its way, and asks for one where none is', async () => {
    const { world, source } = open(reply(pictureChallenge()));
    void source.load();
    expect(await source.arrival()).to.equal('ready');
    expect(world.asked).to.equal(1);
    world.holder.code = { kind: 'unavailable' };
    expect(await source.arrival()).to.equal('ready');
    expect(world.asked).to.equal(2);
  });

  it('knows that no code is wanted', async () => {
    const { source } = open(reply({ kind: 'none' }));
    expect(await source.arrival()).to.equal('none');
  });

  for (const body of [undefined, null, 7, 'x', [], { kind: 'speech' }]) {
    it(`takes ${JSON.stringify(body)} for a code that cannot be had`, async () => {
      const { world, source } = open(reply(body));
      await source.load();
      expect(world.holder.code.kind).to.equal('unavailable');
    });
  }
});

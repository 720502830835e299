import { expect } from '@open-wc/testing';

import { findKey, workerUrl } from '../../../src/elements/form/find-key.ts';
import { workKey, workTask } from '../support/challenges.ts';

describe('the search for a key', () => {
  it('finds the one that begins as told', async () => {
    expect(await findKey(workTask())).to.equal(workKey);
  });

  it('finds the last one there is', async () => {
    expect(await findKey(workTask({ tries: 20 }))).to.equal(workKey);
  });

  it('ends with nothing where none begins so', async () => {
    expect(await findKey(workTask({ keyPrefix: 'f'.repeat(32) }))).to.equal(undefined);
  });

  it('ends when it is told to', async () => {
    const ending = new AbortController();
    const search = findKey(workTask(), { signal: ending.signal });
    ending.abort();
    expect(await search).to.equal(undefined);
  });

  it('gives the page its turn after each 8 ms, and no sooner', async () => {
    let clock = 0;
    let last = 0;
    const stretches: number[] = [];
    const rest = async (): Promise<void> => {
      stretches.push(clock - last);
      clock += 100;
      last = clock;
    };
    // Each look at the clock takes 3 ms.
    const now = (): number => (clock += 3);
    await findKey(workTask({ keyPrefix: 'f'.repeat(32), tries: 400 }), { sliceMs: 8, now, rest });
    expect(stretches.length).to.be.greaterThan(10);
    expect(Math.max(...stretches)).to.be.at.most(8 + 2 * 3);
    expect(Math.min(...stretches)).to.be.at.least(8);
  });

  it('runs in a worker of the same file', async () => {
    const worker = new Worker(workerUrl, { type: 'module' });
    const answer = new Promise((resolve, reject) => {
      worker.addEventListener('message', ({ data }) => resolve(data));
      worker.addEventListener('error', () => reject(new Error('the worker does not run')));
    });
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- not a window
    worker.postMessage(workTask());
    expect(await answer).to.equal(workKey);
    worker.terminate();
  });
});

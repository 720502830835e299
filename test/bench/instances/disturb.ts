import { setTimeout } from 'node:timers/promises';
import type { Instance } from '../../support/topology.ts';

/** How long instances live, in milliseconds. */
export interface DisturbOptions {
  readonly instances: readonly Instance[];
  readonly shortestLifeMs: number;
  readonly longestLifeMs: number;
  /** Ends it; each instance runs then. */
  readonly signal: AbortSignal;
  readonly onKill: () => void;
}

const longestRestMs = 1000;
const startTries = 5;

const startAgain = async (one: Instance): Promise<void> => {
  for (let tries = 1; ; tries += 1) {
    try {
      // oxlint-disable-next-line no-await-in-loop -- one try after the other
      await one.start();
      return;
    } catch (error) {
      if (tries === startTries) throw error;
    }
  }
};

/** Kills each instance with `kill -9` at random times and starts it again, until it is told to end. */
export async function disturb(options: DisturbOptions): Promise<void> {
  const { instances, shortestLifeMs, longestLifeMs, signal, onKill } = options;
  const disturbOne = async (one: Instance): Promise<void> => {
    for (;;) {
      /* oxlint-disable no-await-in-loop -- one life after the other */
      const lifeMs = shortestLifeMs + Math.random() * (longestLifeMs - shortestLifeMs);
      await setTimeout(lifeMs, undefined, { signal }).catch(() => {});
      if (signal.aborted) return;
      await one.kill();
      onKill();
      await setTimeout(Math.random() * longestRestMs);
      await startAgain(one);
      /* oxlint-enable no-await-in-loop */
    }
  };
  await Promise.all(instances.map(disturbOne));
}

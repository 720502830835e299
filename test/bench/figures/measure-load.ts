import { setTimeout } from 'node:timers/promises';
import { quantile } from './statistics.ts';
import type { MeasuredProgram } from './measured-program.ts';

/** How requests are sent. */
export interface Load {
  /** Sends one request; rejects when its answer is not the one expected. */
  readonly send: () => Promise<unknown>;
  readonly requests: number;
  readonly connections: number;
}

/** What a load took. */
export interface LoadFigures {
  readonly perSecond: number;
  /** Processor time of the server for one request. */
  readonly cpuMs: number;
  /** Median time until the whole answer was there, over loopback. */
  readonly latencyMs: number;
  /** Most memory of the server, looked at every {@link samplingMs}. */
  readonly rssBytes: number;
}

const samplingMs = 250;

async function watchMemory(server: MeasuredProgram, load: Promise<unknown>): Promise<number> {
  let most = 0;
  const over = load.then(() => true);
  for (let isOver = false; !isOver;) {
    // One sample after the other.
    /* oxlint-disable no-await-in-loop */
    most = Math.max(most, (await server.usage()).rssBytes);
    isOver = await Promise.race([over, setTimeout(samplingMs, false)]);
    /* oxlint-enable no-await-in-loop */
  }
  return most;
}

async function sendAll({ send, requests, connections }: Load): Promise<readonly number[]> {
  const times: number[] = [];
  let left = requests;
  const work = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      const start = performance.now();
      // A connection carries one request at a time.
      // oxlint-disable-next-line no-await-in-loop
      await send();
      times.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: connections }, work));
  return times;
}

/** Sends all requests of a load and measures what they took the server. */
export async function measureLoad(server: MeasuredProgram, load: Load): Promise<LoadFigures> {
  const before = await server.usage();
  const start = performance.now();
  const sending = sendAll(load);
  const rssBytes = await watchMemory(server, sending);
  const times = await sending;
  const seconds = (performance.now() - start) / 1000;
  const after = await server.usage();
  return {
    perSecond: load.requests / seconds,
    cpuMs: (after.cpuMs - before.cpuMs) / load.requests,
    latencyMs: quantile(times, 0.5),
    rssBytes,
  };
}

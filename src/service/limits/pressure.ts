import type { Secrets } from '../../captcha/index.ts';
import { createDayHash } from '../day-hash.ts';
import { lineBits, networkOf, siteBits } from '../ip-address.ts';
import {
  judgePressure,
  type PressureCounts,
  type PressureDemand,
  type PressureRule,
} from '../rules/pressure-rules.ts';
import type { LimitCounter, LimitCounters } from './limit-counters.ts';

/** How much comes in, and what is asked for because of it. */
export interface Pressure {
  /** Counts a code that is asked for, and says what to ask for with it. */
  countChallenge(address: string | undefined): Promise<PressureDemand>;
  /** Counts a comment that came, whatever became of it. */
  countPost(): Promise<void>;
  /** What is asked for now of who sends from this address. */
  judge(address: string | undefined): Promise<PressureDemand>;
}

/** Settings of {@link createPressure}. */
export interface PressureOptions {
  /** At least 32 bytes, the same on all instances. */
  readonly secret: Secrets;
  readonly counters: LimitCounters;
  /** Clock in milliseconds since 1970. */
  readonly now: () => number;
  /** Comments a minute, all articles together, that make a wave; at least 1. */
  readonly wavePosts: number;
  /** Default the table of rules. */
  readonly rules?: readonly PressureRule[] | undefined;
}

const keyPurpose = 'reader-comments pressure 1';
const lineWindowMs = 600_000;
const waveWindowMs = 60_000;

/** A count that never refuses. */
const unlimited = 1_000_000_000;

/**
 * Counts in windows that begin with the clock, and takes of the window before the part that is still within reach:
 * so a count fades evenly, and a wave is not forgotten with each minute that begins.
 */
function slidingCount(counter: LimitCounter, windowMs: number, keyAt: (startMs: number) => string) {
  const places = (nowMs: number): { current: string; previous: string; rest: number } => {
    const gone = nowMs % windowMs;
    const startMs = nowMs - gone;
    return {
      current: keyAt(startMs),
      previous: keyAt(startMs - windowMs),
      rest: 1 - gone / windowMs,
    };
  };
  return {
    async add(nowMs: number): Promise<number> {
      const { current, previous, rest } = places(nowMs);
      const [count, before] = await Promise.all([counter.add(current, 1), counter.count(previous)]);
      return count + before * rest;
    },
    async read(nowMs: number): Promise<number> {
      const { current, previous, rest } = places(nowMs);
      const [count, before] = await Promise.all([counter.count(current), counter.count(previous)]);
      return count + before * rest;
    },
  };
}

/**
 * Measures the pressure on the service and on each network; shared by all processes that share its counters. Of
 * addresses only a keyed hash is kept, whose key changes daily (L-7).
 * @throws {ConfigurationError} `SECRET_TOO_SHORT`.
 */
export async function createPressure(options: PressureOptions): Promise<Pressure> {
  const { counters, now, wavePosts, rules } = options;
  const hash = createDayHash(options.secret, keyPurpose);
  const open = (name: string, windowMs: number): Promise<LimitCounter> =>
    counters.open(name, {
      points: unlimited,
      // The window before is read too.
      windowSeconds: (2 * windowMs) / 1000,
      isShared: true,
    });
  const challenges = await open('pressureOfNetwork', lineWindowMs);
  const posts = await open('pressureOfService', waveWindowMs);
  const wave = slidingCount(posts, waveWindowMs, String);

  const network = (address: string | undefined, bits: typeof lineBits) => {
    const subject = networkOf(address ?? '', bits);
    return subject === undefined
      ? undefined
      : slidingCount(challenges, lineWindowMs, (startMs) => `${startMs}:${hash(subject, startMs)}`);
  };

  const judgeWith = async (
    address: string | undefined,
    measure: 'add' | 'read',
  ): Promise<PressureDemand> => {
    const time = now();
    const [challengesOfLine = 0, challengesOfSite = 0, postsOfService] = await Promise.all([
      network(address, lineBits)?.[measure](time),
      network(address, siteBits)?.[measure](time),
      wave.read(time),
    ]);
    const counts: PressureCounts = {
      challengesOfLine,
      challengesOfSite,
      wave: (100 * postsOfService) / wavePosts,
    };
    return judgePressure(counts, rules);
  };

  return {
    countChallenge: (address) => judgeWith(address, 'add'),
    async countPost() {
      await wave.add(now());
    },
    judge: (address) => judgeWith(address, 'read'),
  };
}

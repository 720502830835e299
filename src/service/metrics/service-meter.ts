import type { Signal } from '../rules/signal.ts';
import type { DeskReading } from '../store/desk-reading.ts';

/** What became of a security code: handed out, or what was found of one that came back. */
export type ChallengeOutcome = 'given' | 'right' | 'wrong' | 'expired' | 'used' | 'other';

/** The connections of a pool, as `pg` counts them. */
export interface PoolCounts {
  readonly totalCount: number;
  readonly idleCount: number;
  /** Who waits for a connection. */
  readonly waitingCount: number;
}

/** Which pool of an instance. */
export type PoolName = 'comments' | 'limits';

/** Counts what a service does. */
export interface ServiceMeter {
  countChallenge(outcome: ChallengeOutcome): void;
  /** The signals of a comment that was taken. */
  countSignals(signals: readonly Signal[]): void;
  /** Names the pool to look at from now on. */
  watchPool(name: PoolName, pool: PoolCounts): void;
  /** Names the store whose queues are looked at. */
  watchQueues(store: Pick<DeskReading, 'measureWaiting'>): void;
}

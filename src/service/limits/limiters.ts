import type { IRateLimiterOptions, RateLimiterAbstract } from 'rate-limiter-flexible';

/** What a limiter is opened with; `isShared`: see `LimitCounters`. */
export interface LimiterOptions extends IRateLimiterOptions {
  readonly points: number;
  readonly isShared: boolean;
}

/** Limiters of one kind of database, all in one table. */
export interface Limiters {
  open(options: LimiterOptions): Promise<RateLimiterAbstract>;
  /** Lets go of what is over; where that fails, the next time will do. */
  dropExpired(): void;
  close(): Promise<void>;
}

/** Name of the table. */
export const limitsTable = 'limits';

/** What all of them have in common: a flood writes nothing once it is over its limit. */
export const blockInMemory = ({
  isShared,
  points,
}: LimiterOptions): { readonly inMemoryBlockOnConsumed?: number } =>
  isShared ? {} : { inMemoryBlockOnConsumed: points + 1 };

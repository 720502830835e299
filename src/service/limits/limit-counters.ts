import type { LimitBudget } from './limit-budgets.ts';

/** Counts by keys up to a limit. */
export interface LimitCounter {
  /** Adds one, in one step with the look whether that is within the limit. */
  take(key: string): Promise<boolean>;
  /** Adds without a look; below zero it gives back. */
  add(key: string, points: number): Promise<void>;
}

/** Where counts are kept. */
export interface LimitCounters {
  /** `isShared`: counts may be given back after the limit was passed. */
  open(name: string, budget: LimitBudget & { readonly isShared: boolean }): Promise<LimitCounter>;
  /** Lets go of counts whose window is over. */
  dropExpired(): void;
  close(): void;
}

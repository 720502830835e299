import type { LimitBudget } from './limit-budgets.ts';

/** Counts by keys up to a limit. */
export interface LimitCounter {
  /** Adds one, in one step with the look whether that is within the limit. */
  take(key: string): Promise<boolean>;
  /** Adds without a look; below zero it gives back. What the count is then. */
  add(key: string, points: number): Promise<number>;
  /** What was counted in the window; 0 where nothing was. */
  count(key: string): Promise<number>;
}

/** Where counts are kept. */
export interface LimitCounters {
  /** `isShared`: counts may be given back after the limit was passed. */
  open(name: string, budget: LimitBudget & { readonly isShared: boolean }): Promise<LimitCounter>;
  /** Lets go of counts whose window is over. */
  dropExpired(): void;
  close(): Promise<void>;
}

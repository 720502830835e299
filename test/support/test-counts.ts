/** How a suite went. */
export interface TestCounts {
  readonly passed: number;
  /** Tests that failed, and files that did not run to their end. */
  readonly failed: number;
}

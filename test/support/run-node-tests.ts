import { availableParallelism } from 'node:os';
import { type EventData, run } from 'node:test';
import { spec } from 'node:test/reporters';
import type { TestCounts } from './test-counts.ts';

/**
 * Runs the test files that fit the pattern as `node --test` does, and reports in the terminal; `filesPerCore` at a time,
 * more than one where tests wait more than they work.
 */
export async function runNodeTests(
  globPattern: string,
  { filesPerCore = 1 }: { readonly filesPerCore?: number } = {},
): Promise<TestCounts> {
  let summary: EventData.TestSummary | undefined;
  // By itself Node leaves a core free, which on two cores means one file at a time.
  const concurrency = filesPerCore * availableParallelism();
  const events = run({ globPatterns: [globPattern], concurrency });
  events.on('test:summary', (one: EventData.TestSummary) => {
    // That of the whole run names no file.
    if (one.file === undefined) summary = one;
  });
  for await (const text of events.compose(spec)) process.stdout.write(String(text));
  if (!summary) return { passed: 0, failed: 1 };
  const { tests, passed, skipped, todo } = summary.counts;
  return { passed, failed: tests - passed - skipped - todo };
}

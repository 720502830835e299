import { startTestRunner, type TestSuiteResult } from '@web/test-runner';
import { findWebKit, webKitPackages } from './find-webkit.ts';
import type { TestCounts } from './test-counts.ts';

const resultsOf = (suite: TestSuiteResult | undefined): TestSuiteResult['tests'] =>
  suite ? [...suite.tests, ...suite.suites.flatMap(resultsOf)] : [];

/** Runs the tests of the elements in the browsers of `wtr.config.mjs`; each test counts once a browser. */
export async function runElementTests(): Promise<TestCounts> {
  if (!findWebKit()) {
    console.log(
      `WebKit is left out: it is not here (Debian: apt-get install ${webKitPackages.join(' ')}).`,
    );
  }
  const runner = await startTestRunner({
    argv: ['--config', 'wtr.config.mjs'],
    autoExitProcess: false,
  });
  if (!runner) return { passed: 0, failed: 1 };
  await new Promise((resolve) => runner.on('stopped', resolve));
  const counts = [...runner.sessions.all()].map((session) => {
    const tests = resultsOf(session.testResults);
    const failed = tests.filter(({ passed, skipped }) => !passed && !skipped).length;
    return {
      passed: tests.filter(({ passed }) => passed).length,
      // A file that cannot be loaded has failed and has no tests.
      failed: session.passed ? failed : Math.max(failed, 1),
    };
  });
  const sum = (of: keyof TestCounts): number => counts.reduce((all, one) => all + one[of], 0);
  return { passed: sum('passed'), failed: sum('failed') };
}

import { fileURLToPath } from 'node:url';
import { findWebKit } from './support/find-webkit.ts';
import { installBrowsers } from './support/install-browsers.ts';
import { installNginx } from './support/nginx-server.ts';
import { searchLogs, withRecord } from './support/private/recorded-run.ts';
import { requireBrowsers } from './support/require-browsers.ts';
import { runElementTests } from './support/run-element-tests.ts';
import { runNodeTests } from './support/run-node-tests.ts';
import { runScript } from './support/run-script.ts';
import type { TestCounts } from './support/test-counts.ts';
import { withPostgres } from './support/with-postgres.ts';

/** What a step found: whether it ended well, or the counts of its tests. */
type Outcome = boolean | TestCounts;

const findOrInstallBrowsers = (): boolean => {
  installBrowsers();
  try {
    const { chromium, firefox } = requireBrowsers();
    const webKit = findWebKit();
    console.log([chromium, firefox, ...(webKit ? [webKit.miniBrowser] : [])].join('\n'));
    return true;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return false;
  }
};

/** Builds, and has what comes after run the built command line: it is what is installed, and starts three times faster. */
const build = async (): Promise<boolean> => {
  process.env['TEST_PROGRAM'] = fileURLToPath(new URL('../dist/cli.js', import.meta.url));
  return runScript('build');
};

/** In this order; each stands on those before it. */
const steps: Readonly<Record<string, () => Outcome | Promise<Outcome>>> = {
  format: () => runScript('format:check'),
  lint: () => runScript('lint'),
  types: () => runScript('types'),
  build,
  server: () => {
    installNginx();
    return withPostgres(() =>
      withRecord(() =>
        runNodeTests('test/{text,protocol,messages,captcha,service,package}/**/*.test.ts'),
      ),
    );
  },
  browsers: findOrInstallBrowsers,
  elements: runElementTests,
  // They wait for browsers and for slowed-down networks.
  pages: () => withRecord(() => runNodeTests('test/e2e/**/*.test.ts', { filesPerCore: 2 })),
  logs: searchLogs,
  sizes: () => runScript('sizes'),
  package: () => runScript('package'),
};

const wellEnded = (outcome: Outcome): boolean => {
  if (typeof outcome === 'boolean') return outcome;
  // A pattern that finds no file must not look like a suite that passed.
  if (outcome.passed === 0) console.error('No test passed.');
  return outcome.failed === 0 && outcome.passed > 0;
};

/**
 * Runs the steps named, or all, up to the first that fails; says what each took and closes with the sum of the tests.
 * @returns The exit code.
 */
async function runSteps(names: readonly string[]): Promise<number> {
  const unknown = names.filter((name) => !(name in steps));
  if (unknown.length > 0) {
    console.error(
      `There is no step ${unknown.join(', ')}; there are ${Object.keys(steps).join(', ')}.`,
    );
    return 1;
  }
  let passed = 0;
  let failed = 0;
  let exitCode = 0;
  const times: string[] = [];
  for (const [name, run] of Object.entries(steps)) {
    if (names.length > 0 && !names.includes(name)) continue;
    console.log(`\n== ${name}`);
    const start = performance.now();
    // One after the other: the times say what a step takes, and stopping means something.
    // oxlint-disable-next-line no-await-in-loop
    const outcome = await run();
    const isWell = wellEnded(outcome);
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    times.push(`${name.padEnd(10)}${seconds.padStart(6)} s  ${isWell ? 'passed' : 'failed'}`);
    if (typeof outcome !== 'boolean') {
      passed += outcome.passed;
      failed += outcome.failed;
    }
    if (!isWell) {
      exitCode = 1;
      break;
    }
  }
  console.log(`\n${times.join('\n')}\n\n${passed} passed, ${failed} failed`);
  return exitCode;
}

process.exitCode = await runSteps(process.argv.slice(2));

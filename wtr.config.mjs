import { esbuildPlugin } from '@web/dev-server-esbuild';
import { chromeLauncher } from '@web/test-runner-chrome';
import { chromiumArguments } from './test/support/chromium-arguments.ts';
import { requireBrowsers } from './test/support/require-browsers.ts';

const { chromium, firefox } = requireBrowsers();

const launcher = (name, launchOptions) =>
  // One page at a time: only the page in front has the focus.
  Object.assign(chromeLauncher({ launchOptions, concurrency: 1 }), { name });

export default {
  files: 'test/elements/**/*.test.ts',
  nodeResolve: { exportConditions: ['production', 'browser'] },
  browsers: [
    launcher('Chromium', { executablePath: chromium, args: [...chromiumArguments] }),
    launcher('Firefox', { executablePath: firefox, browser: 'firefox' }),
  ],
  concurrentBrowsers: 2,
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 300_000,
  // Two browsers on two cores: a step may wait its turn.
  testFramework: { config: { timeout: 15_000 } },
  plugins: [esbuildPlugin({ ts: true, target: 'es2022', tsconfig: './tsconfig.build.json' })],
  coverageConfig: { include: ['src/**'] },
};

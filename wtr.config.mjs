import { esbuildPlugin } from '@web/dev-server-esbuild';
import { chromeLauncher } from '@web/test-runner-chrome';
import { chromiumArguments } from './test/support/chromium-arguments.ts';
import { findWebKit } from './test/support/find-webkit.ts';
import { requireBrowsers } from './test/support/require-browsers.ts';
import { tolerateOrientation } from './test/support/tolerant-page.ts';
import { WebKitLauncher } from './test/support/webkit-launcher.ts';

const { chromium, firefox } = requireBrowsers();
const webKit = findWebKit();

const createPage = async ({ context }) => tolerateOrientation(await context.newPage());

const launcher = (name, launchOptions) =>
  // One page at a time: only the page in front has the focus. Each gets its size once it is there.
  Object.assign(
    chromeLauncher({
      launchOptions: { ...launchOptions, defaultViewport: null },
      createPage,
      concurrency: 1,
    }),
    { name },
  );

// WebKit's pages are frames of one page and share its socket, which the runner listens to once for each of them.
const manyListeners = {
  name: 'many-listeners',
  serverStart({ webSockets }) {
    webSockets.webSocketServer.on('connection', (socket) => socket.setMaxListeners(0));
  },
};

export default {
  files: 'test/elements/**/*.test.ts',
  nodeResolve: { exportConditions: ['production', 'browser'] },
  browsers: [
    launcher('Chromium', { executablePath: chromium, args: [...chromiumArguments] }),
    launcher('Firefox', { executablePath: firefox, browser: 'firefox' }),
    ...(webKit ? [new WebKitLauncher(webKit)] : []),
  ],
  concurrentBrowsers: 2,
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 300_000,
  // Two browsers on two cores: a step may wait its turn.
  testFramework: { config: { timeout: 15_000 } },
  plugins: [
    esbuildPlugin({ ts: true, target: 'es2022', tsconfig: './tsconfig.build.json' }),
    manyListeners,
  ],
  coverageConfig: { include: ['src/**'] },
};

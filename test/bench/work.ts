/** What a piece of work costs: the reader's machine, a native solver, and the server. `node test/bench/work.ts` after a build. */
import { createMemorySpentStore, createSecurityCode } from '../../src/captcha/index.ts';
import { createWorkTask } from '../../src/captcha/work/create-work-task.ts';
import type { WorkTask } from '../../src/protocol/types.ts';
import { readBrowserFiles } from '../package/browser-files.ts';
import { solveWork } from '../support/solve-work.ts';
import { launchChromium } from '../support/whole-page-browser.ts';
import { openWholePageSite } from '../support/whole-page-site.ts';

const usualDifficulty = 1000;
const sizes = [
  { difficulty: usualDifficulty, solutions: 30 },
  { difficulty: 10 * usualDifficulty, solutions: 6 },
];

const article = 'bai-123';

const secondsOf = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
};

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

const makeTasks = (difficulty: number, count: number): Promise<readonly WorkTask[]> =>
  Promise.all(Array.from({ length: count }, async () => (await createWorkTask(difficulty)).task));

const report = (where: string, difficulty: number, seconds: readonly number[]): void => {
  const times = [mean(seconds), Math.max(...seconds)].map((time) => time.toFixed(2));
  console.log(
    `  ${where}, difficulty ${difficulty}: ${times[0]} s a solution (longest of ${seconds.length}: ${times[1]} s)`,
  );
};

async function measureNode(): Promise<void> {
  for (const { difficulty, solutions } of sizes) {
    const tried: number[] = [];
    const seconds: number[] = [];
    for (const task of await makeTasks(difficulty, solutions)) {
      // One after the other: two at once would share the processor.
      // oxlint-disable-next-line no-await-in-loop
      const time = await secondsOf(async () => tried.push((await solveWork(task)).tried));
      seconds.push(time);
    }
    const expected = difficulty + 0.5;
    console.log(
      `  keys a solution: expected ${expected}, measured ${mean(tried).toFixed(1)} in ${solutions}`,
    );
    report('Node, ALTCHA’s solver', difficulty, seconds);
  }
}

async function measureChromium(): Promise<void> {
  const [site, browser] = await Promise.all([openWholePageSite(), launchChromium()]);
  try {
    const script = readBrowserFiles().find(({ name }) => name.includes('.find-key.'))?.name;
    const page = await browser.newPage();
    // A page without the policy of the demo, which has no worker of its own.
    await page.goto(`${site.url}/tests/small.html`);
    for (const { difficulty, solutions } of sizes) {
      const tasks = await makeTasks(difficulty, solutions);
      // oxlint-disable-next-line no-await-in-loop
      const seconds = await page.evaluate(
        async ({ url, work }) => {
          const worker = new Worker(url, { type: 'module' });
          const times: number[] = [];
          for (const task of work) {
            const start = performance.now();
            const answer = new Promise((resolve) => {
              worker.addEventListener('message', resolve, { once: true });
            });
            // oxlint-disable-next-line unicorn/require-post-message-target-origin -- not a window
            worker.postMessage(task);
            // oxlint-disable-next-line no-await-in-loop
            await answer;
            times.push((performance.now() - start) / 1000);
          }
          return times;
        },
        { url: `/${script}`, work: tasks },
      );
      report('worker in Chromium', difficulty, seconds);
    }
  } finally {
    await browser.close();
    await site.close();
  }
}

async function measureServer(): Promise<void> {
  const count = 500;
  const securityCode = createSecurityCode({
    secret: 'a secret for benches of more than 32 bytes',
    spent: createMemorySpentStore(),
    kinds: ['work'],
  });
  const tokens: string[] = [];
  const issuing = await secondsOf(async () => {
    for (let index = 0; index < count; index += 1) {
      // oxlint-disable-next-line no-await-in-loop
      tokens.push((await securityCode.issue({ article })).token);
    }
  });
  const times: number[] = [];
  for (const token of tokens) {
    const attempt = { token, answer: 'f'.repeat(64), article };
    // oxlint-disable-next-line no-await-in-loop
    times.push(await secondsOf(() => securityCode.check(attempt)));
  }
  const inMs = (seconds: number): string => `${(seconds * 1000).toFixed(3)} ms`;
  console.log(`  a task to hand out: ${inMs(issuing / count)}`);
  console.log(`  an answer to check: ${inMs(mean(times))}, longest ${inMs(Math.max(...times))}`);
}

console.log('Solving');
await measureNode();
await measureChromium();
console.log('On the server');
await measureServer();

/**
 * Measures the built service: posts with their code checked, the list of 20 comments, the start and the memory, each
 * beside the least that could do the same in the same run: a bare insert of `node:sqlite`, a bare answer of Hono.
 * Prints medians with the smallest and the largest; asserts no times.
 * Run: `npm run build && node test/bench/figures.ts [--runs 5] [--posts 3000] [--reads 4000]`.
 */
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { type Comparison, type FigureName, measureRun } from './figures/measure-run.ts';
import { spread } from './figures/statistics.ts';
import { withTemporaryFolder } from './support/temporary-folder.ts';

interface FigureWords {
  readonly what: string;
  readonly bare: string;
  readonly aim?: string;
  readonly digits: number;
}

const figures: Readonly<Record<FigureName, FigureWords>> = {
  postsPerSecond: { what: 'posts per second', bare: 'inserts', digits: 0 },
  postCpuMs: { what: 'CPU ms per post', bare: 'insert', aim: '≤ 0.5', digits: 3 },
  listCpuMs: { what: 'CPU ms per list of 20', bare: 'Hono', aim: '≤ 0.25', digits: 3 },
  listLatencyMs: { what: 'ms until the list is there', bare: 'Hono', digits: 3 },
  startMs: { what: 'ms from start to first answer', bare: 'Hono', aim: '≤ 300', digits: 0 },
  idleMiB: { what: 'MiB RSS idle', bare: 'Hono', aim: '≤ 90', digits: 0 },
  loadMiB: { what: 'MiB RSS under load, most', bare: 'Hono', digits: 0 },
};
const names = Object.keys(figures) as FigureName[];

const { values: given } = parseArgs({
  options: {
    runs: { type: 'string', default: '5' },
    posts: { type: 'string', default: '3000' },
    reads: { type: 'string', default: '4000' },
  },
});
const runs = Number(given.runs);
const size = { posts: Number(given.posts), reads: Number(given.reads), connections: 16 };

const words = (values: readonly number[], digits: number): string => {
  const { median, min, max } = spread(values);
  const [middle, least, most] = [median, min, max].map((value) => value.toFixed(digits));
  return `${middle} (${least}–${most})`;
};

const print = (cells: readonly string[]): void => {
  const widths = [32, 10, 26, 34, 0];
  console.log(cells.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join(''));
};

console.log(
  `Node ${process.versions.node}, ${availableParallelism()} cores; ${runs} runs of ${size.posts} posts and ${size.reads} reads at ${size.connections} connections; median (smallest–largest)`,
);
const measured: Readonly<Record<FigureName, Comparison>>[] = [];
for (let run = 1; run <= runs; run += 1) {
  // One after the other: two at once would measure each other.
  // oxlint-disable-next-line no-await-in-loop
  measured.push(await withTemporaryFolder((folder) => measureRun(folder, size)));
}
print(['', 'aim', 'service', 'bare', 'ratio']);
for (const name of names) {
  const { what, bare, aim = '', digits } = figures[name];
  const comparisons = measured.map((run) => run[name]);
  const ours = comparisons.map(({ service }) => service);
  const theirs = comparisons.map((comparison) => comparison.bare);
  const ratios = comparisons.map((comparison) => comparison.service / comparison.bare);
  print([what, aim, words(ours, digits), `${bare} ${words(theirs, digits)}`, words(ratios, 2)]);
}

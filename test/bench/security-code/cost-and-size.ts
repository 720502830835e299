// Prints what a picture costs and weighs, beside those of svg-captcha as it comes, in the same run.
import { gzipSync } from 'node:zlib';
import { drawOurs, drawStock, type Sample } from './support/sample.ts';

const pictures = 2000;

/** Microseconds of processor time a picture, after a warm-up. */
function measureCost(draw: () => Sample): number {
  for (let picture = 0; picture < pictures / 2; picture += 1) draw();
  const start = process.cpuUsage();
  for (let picture = 0; picture < pictures; picture += 1) draw();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / pictures;
}

interface Weight {
  readonly plain: number;
  readonly gzip: number;
}

/** Mean bytes of a picture's markup. */
function weigh(draw: () => Sample): Weight {
  const files = Array.from({ length: 200 }, () => Buffer.from(draw().svg));
  const mean = (sizes: readonly number[]): number =>
    sizes.reduce((sum, size) => sum + size, 0) / sizes.length;
  return {
    plain: mean(files.map((file) => file.length)),
    gzip: mean(files.map((file) => gzipSync(file, { level: 9 }).length)),
  };
}

const row = (what: string, unit: string, ours: number, stock: number): string =>
  `${what}: ours ${Math.round(ours)} ${unit}, stock ${Math.round(stock)} ${unit}, ratio ${(ours / stock).toFixed(2)}\n`;

const [ours, stock] = [weigh(drawOurs), weigh(drawStock)];
// Stock, ours, stock: what else the machine does then weighs on both alike.
const before = measureCost(drawStock);
const cost = measureCost(drawOurs);
const stockCost = (before + measureCost(drawStock)) / 2;
process.stdout.write(
  row('processor time', 'µs', cost, stockCost) +
    row('size', 'bytes', ours.plain, stock.plain) +
    row('size, gzip', 'bytes', ours.gzip, stock.gzip),
);

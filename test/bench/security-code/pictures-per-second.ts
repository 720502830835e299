// Prints how many pictures a second one core draws, and how many of the stock ones of svg-captcha.
import { createRequire } from 'node:module';
import { drawCode } from '../../../src/captcha/picture/draw-code.ts';

interface StockCaptcha {
  create(options: { size: number; charPreset: string; noise: number }): unknown;
}

/** Pictures per second of processor time, after a warm-up. */
function measure(draw: () => unknown, pictures: number): number {
  for (let picture = 0; picture < pictures / 2; picture += 1) draw();
  const start = process.cpuUsage();
  for (let picture = 0; picture < pictures; picture += 1) draw();
  const { user, system } = process.cpuUsage(start);
  return (pictures * 1e6) / (user + system);
}

const stock: StockCaptcha = createRequire(import.meta.url)('svg-captcha');
const ours = measure(() => drawCode('493827'), 2000);
const theirs = measure(() => stock.create({ size: 6, charPreset: '0123456789', noise: 2 }), 2000);
process.stdout.write(
  `${Math.round(ours)} pictures a second and core; stock ${Math.round(theirs)}; ratio ${(ours / theirs).toFixed(2)}\n`,
);

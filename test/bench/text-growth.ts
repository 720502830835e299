/**
 * Times every function of `src/text` on hostile texts of 25, 50 and 100 KB (1,024 UTF-16 code units each) and fails
 * when work grows faster than the text (S26). Run: `node test/bench/text-growth.ts`.
 */
import { hostileTexts, measureGrowth, textFunctions } from '../text/hostile-text.ts';

/** A function that takes less for 100 KB harms nobody, and the collector's pauses drown its growth. */
const floorMs = 20;
/** Four times the text may take four times as long, and 2.5 times that by chance. */
const maxGrowth = 4 * 2.5;

let slowest = { ms: 0, what: '' };
let failures = 0;
process.stdout.write('Function and text: best ms at 25, 50, 100 KB; growth from 25 to 100 KB\n');
for (const [name, run] of Object.entries(textFunctions)) {
  for (const [kind, make] of Object.entries(hostileTexts)) {
    const step = (length: number, factor: number): ReturnType<typeof measureGrowth> =>
      measureGrowth(run, make, { length: length * 1024, factor, floorMs });
    const [small, half] = [step(25, 1), step(50, 1)];
    let whole = step(25, 4);
    // What is quadratic is so every time; a busy machine is not.
    for (let again = 2; again > 0 && whole.growth > maxGrowth; again--) whole = step(25, 4);
    const times = [small.ms, half.ms, whole.ms].map((ms) => ms.toFixed(2).padStart(7)).join(' ');
    const tooFast = whole.growth > maxGrowth;
    if (tooFast) failures++;
    if (whole.ms > slowest.ms) slowest = { ms: whole.ms, what: `${name} on ${kind}` };
    const growth = whole.growth.toFixed(1).padStart(5);
    process.stdout.write(
      `${`${name}, ${kind}`.padEnd(56)} ${times}  ×${growth}${tooFast ? '  TOO FAST' : ''}\n`,
    );
  }
}
process.stdout.write(
  `Slowest at 100 KB: ${slowest.what}, ${slowest.ms.toFixed(1)} ms. Failures: ${failures}.\n`,
);
process.exitCode = failures > 0 ? 1 : 0;

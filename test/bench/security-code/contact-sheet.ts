// Draws 24 codes on one sheet, dark on light and light on dark, to be read without the answers; prints its seed.
//   node test/bench/security-code/contact-sheet.ts [seed]
// Then compares what was read, in the order of the sheet:
//   node test/bench/security-code/contact-sheet.ts seed 493827 …
import { randomBytes } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { invert, tile, toGreyImage, toPng } from './support/grey-image.ts';
import { drawMany, drawSeeded } from './support/sample.ts';
import { createSeededRandom } from './support/seeded-random.ts';

const pictures = 24;
const [seed = randomBytes(6).toString('hex'), ...readings] = process.argv.slice(2);
const random = createSeededRandom(seed);

const samples = drawMany(() => drawSeeded(random), pictures);
if (readings.length === 0) {
  const folder = mkdtempSync(join(tmpdir(), 'reader-comments-sheet-'));
  const sheet = tile(
    samples.map(({ svg }) => toGreyImage(svg, 1.5)),
    3,
  );
  writeFileSync(join(folder, 'light.png'), toPng(sheet));
  writeFileSync(join(folder, 'dark.png'), toPng(invert(sheet)));
  process.stdout.write(`seed ${seed}; light.png and dark.png in ${folder}\n`);
} else {
  let right = 0;
  samples.forEach(({ code }, index) => {
    if (code === readings[index]) right += 1;
    else process.stdout.write(`${code} was read as ${readings[index] ?? 'nothing'}\n`);
  });
  process.stdout.write(`seed ${seed}: ${right} of ${pictures} read right\n`);
}

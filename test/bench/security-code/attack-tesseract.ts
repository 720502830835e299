// Lets tesseract (Debian package tesseract-ocr) read pictures, ours and those of svg-captcha, in several page modes.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withTemporaryFolder } from '../support/temporary-folder.ts';
import { type GreyImage, toGreyImage, toPng } from './support/grey-image.ts';
import { drawMany, drawOurs, drawStock, type Sample } from './support/sample.ts';
import { smoothAway } from './support/smooth-image.ts';

const fresh = 400;
/** A block, a line, a word, a line as it stands. */
const pageModes = [6, 7, 8, 13];
/** Twice the pixels of the screen: digits of about 90 pixels lose tesseract fewer than smaller ones. */
const pixelsPerPixel = 2;

/** What tesseract reads in each picture, in one page mode. */
function readAll(list: string, output: string, pageMode: number): string[] {
  const whitelist = 'tessedit_char_whitelist=0123456789';
  const mode = ['--psm', String(pageMode), '--dpi', '150', '-c', whitelist];
  execFileSync('tesseract', [list, output, ...mode], {
    env: { ...process.env, OMP_THREAD_LIMIT: '1' },
    stdio: 'ignore',
  });
  // A form feed ends the text of each picture.
  return readFileSync(`${output}.txt`, 'utf8')
    .split('\f')
    .map((text) => text.replace(/\D/g, ''));
}

/** Prints how many codes are read, in each page mode and in any of them. */
function attack(
  kind: string,
  samples: readonly Sample[],
  folder: string,
  prepare: (image: GreyImage) => GreyImage = (image) => image,
): void {
  const files = samples.map(({ svg }, index) => {
    const file = join(folder, `${kind}-${index}.png`);
    writeFileSync(file, toPng(prepare(toGreyImage(svg, pixelsPerPixel))));
    return file;
  });
  const list = join(folder, `${kind}.txt`);
  writeFileSync(list, files.join('\n'));
  const solved = new Set<Sample>();
  for (const pageMode of pageModes) {
    const texts = readAll(list, join(folder, `${kind}-${pageMode}-read`), pageMode);
    const right = samples.filter(({ code }, index) => texts[index] === code);
    for (const sample of right) solved.add(sample);
    process.stdout.write(
      `tesseract, page mode ${pageMode}, ${kind}: solved ${right.length} of ${samples.length}\n`,
    );
  }
  process.stdout.write(
    `tesseract, any page mode, ${kind}: solved ${solved.size} of ${samples.length}\n`,
  );
}

await withTemporaryFolder(async (folder) => {
  const ours = drawMany(drawOurs, fresh);
  attack('ours', ours, folder);
  // What tesseract does not do by itself, but anybody can do before: lines as thin as the strokes do not survive it.
  attack('ours-smoothed', ours, folder, (image) => smoothAway(image, pixelsPerPixel + 1));
  attack('stock', drawMany(drawStock, fresh), folder);
});

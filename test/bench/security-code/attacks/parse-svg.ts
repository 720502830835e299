import type { Loop, Point } from '../../../../src/captcha/picture/point.ts';

/** One outline of a path: its commands, each with its letter though the markup may leave it out, and where they end. */
export interface Outline {
  readonly letters: string;
  readonly points: Loop;
}

const numbersPerCommand: Readonly<Record<string, number>> = { M: 2, L: 2, Q: 4, Z: 0 };

/** Reads path data of the commands that both kinds of picture use. */
function parsePath(data: string): Outline[] {
  const outlines: { letters: string; points: Point[] }[] = [];
  let pen: Point = [0, 0];
  for (const [, letter = '', rest = ''] of data.matchAll(/([MLQZ])([^MLQZ]*)/gi)) {
    const command = letter.toUpperCase();
    const isRelative = letter !== command;
    const size = numbersPerCommand[command] ?? 0;
    const numbers = rest.match(/-?\d*\.?\d+/g)?.map(Number) ?? [];
    if (command === 'M') outlines.push({ letters: '', points: [] });
    const outline = outlines.at(-1);
    if (!outline) break;
    for (let index = 0; index === 0 || index < numbers.length; index += size || 1) {
      outline.letters += letter;
      if (size > 0) {
        const [x = 0, y = 0] = numbers.slice(index + size - 2);
        pen = isRelative ? [pen[0] + x, pen[1] + y] : [x, y];
        outline.points.push(pen);
      } else {
        pen = outline.points[0] ?? pen;
      }
    }
  }
  return outlines;
}

/** The outlines of every path that is filled, path by path; lines drawn across for noise are not. */
export function parseSvg(svg: string): Outline[][] {
  return [...svg.matchAll(/<path ([^>]*)>/g)]
    .map(([, attributes = '']) => attributes)
    .filter((attributes) => !attributes.includes('fill="none"'))
    .map((attributes) => parsePath(/ d="([^"]*)"/.exec(` ${attributes}`)?.[1] ?? ''));
}

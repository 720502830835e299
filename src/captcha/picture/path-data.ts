import type { Loop, Point } from './point.ts';

const joinNumbers = (numbers: readonly number[]): string => numbers.join(' ').replaceAll(' -', '-');

/** A loop in whole units, without points that fall on the one before. */
function roundLoop(loop: Loop, scale: number): Loop {
  const rounded: Point[] = [];
  for (const [x, y] of loop) {
    const point: Point = [Math.round(x * scale), Math.round(y * scale)];
    const last = rounded.at(-1);
    if (point[0] !== last?.[0] || point[1] !== last[1]) rounded.push(point);
  }
  return rounded;
}

/**
 * Writes loops as data of one SVG path, with whole numbers only and in relative commands, which are the shorter ones.
 * Every character matches `picturePath` of the contract. Loops too small to show are left out: an "l" without
 * numbers would end the drawing there.
 * @param scale Units of the path per unit of the loops.
 */
export function toPathData(loops: readonly Loop[], scale: number): string {
  let pen: Point = [0, 0];
  const stepTo = ([x, y]: Point): [number, number] => {
    const step: [number, number] = [x - pen[0], y - pen[1]];
    pen = [x, y];
    return step;
  };
  const parts = loops
    .map((loop) => roundLoop(loop, scale))
    .filter((loop) => loop.length >= 3)
    .map(([first = pen, ...others], index) => {
      const move = `${index === 0 ? 'M' : 'm'}${joinNumbers(stepTo(first))}`;
      const lines = `l${joinNumbers(others.flatMap(stepTo))}`;
      // "z" takes the pen back to where the loop began.
      pen = first;
      return `${move}${lines}z`;
    });
  return parts.join('');
}

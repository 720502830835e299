import type { Coverage } from './coverage.ts';
import type { Loop, Point } from './point.ts';

/** From this cover on, a cell counts as ink. */
const threshold = 0.5;

/** A field of samples with one more ring of blank around it, so that every outline closes. */
function pad({ columns, rows, cells }: Coverage): Coverage {
  const padded = new Float32Array((columns + 2) * (rows + 2));
  for (let row = 0; row < rows; row += 1) {
    const start = row * columns;
    padded.set(cells.subarray(start, start + columns), (row + 1) * (columns + 2) + 1);
  }
  return { columns: columns + 2, rows: rows + 2, cells: padded };
}

/** Sides of the grid that outlines cross, and for each side the one that follows on its outline, or 0 for none. */
interface LinkedSides {
  readonly crossed: readonly number[];
  readonly next: Int32Array;
}

// Kept from picture to picture, all 0 between them: so much memory made anew costs more than the search through it.
let links = new Int32Array(0);

/**
 * Marching squares: between every four neighbouring samples, the outline runs from a side where, going round
 * clockwise, ink ends, to one where it begins. Sides are numbered 2n from sample n to its right, 2n + 1 from
 * sample n downwards; side 0 lies in the blank ring.
 */
function linkSides({ columns, rows, cells }: Coverage): LinkedSides {
  if (links.length < 2 * columns * rows) links = new Int32Array(2 * columns * rows);
  const next = links;
  const crossed: number[] = [];
  const link = (sample: number): void => {
    const a = cells[sample] ?? 0;
    const b = cells[sample + 1] ?? 0;
    const c = cells[sample + columns + 1] ?? 0;
    const d = cells[sample + columns] ?? 0;
    const corners = [a, b, c, d];
    const sides = [2 * sample, 2 * (sample + 1) + 1, 2 * (sample + columns), 2 * sample + 1];
    const isInk = (corner: number): boolean => (corners[corner % 4] ?? 0) > threshold;
    // Only with two inked corners opposite each other is there a choice: their mean tells whether they join.
    const step = (a + b + c + d) / 4 > threshold ? 1 : 3;
    for (let from = 0; from < 4; from += 1) {
      if (!isInk(from) || isInk(from + 1)) continue;
      let to = from + step;
      while (isInk(to) || !isInk(to + 1)) to += step;
      const side = sides[from] ?? 0;
      next[side] = sides[to % 4] ?? 0;
      crossed.push(side);
    }
  };
  // Inked samples among the left and the right two of four: each pair is looked at once.
  let left = 0;
  for (let sample = 0; sample < columns * (rows - 1) - 1; sample += 1) {
    const above = (cells[sample + 1] ?? 0) > threshold ? 1 : 0;
    const right = above + ((cells[sample + columns + 1] ?? 0) > threshold ? 1 : 0);
    // The last sample of a row and the first of the next are both blank, so the seam between them links nothing.
    const inked = left + right;
    if (inked > 0 && inked < 4) link(sample);
    left = right;
  }
  return { crossed, next };
}

/** Where the cover passes the threshold on a side, in samples of the unpadded field. */
function pointOn(side: number, { columns, cells }: Coverage): Point {
  const sample = side >> 1;
  const isVertical = side % 2 === 1;
  const from = cells[sample] ?? 0;
  const to = cells[sample + (isVertical ? columns : 1)] ?? 0;
  const t = (threshold - from) / (to - from);
  const x = (sample % columns) - 1;
  const y = Math.floor(sample / columns) - 1;
  return isVertical ? [x, y + t] : [x + t, y];
}

/**
 * The outlines of the ink, found from the measured cover alone: nothing of how it was drawn is left in them.
 * Coordinates in cells, (0, 0) being the field's upper left corner.
 */
export function traceCoverage(coverage: Coverage): Loop[] {
  const field = pad(coverage);
  const { crossed, next } = linkSides(field);
  const loops: Point[][] = [];
  for (const first of crossed) {
    const loop: Point[] = [];
    for (let side = first, after = next[side] ?? 0; after !== 0; after = next[side] ?? 0) {
      next[side] = 0;
      const [x, y] = pointOn(side, field);
      // A sample stands for the middle of its cell.
      loop.push([x + 0.5, y + 0.5]);
      side = after;
    }
    if (loop.length > 0) loops.push(loop);
  }
  return loops;
}

import type { Loop } from './point.ts';

/** How much of each cell is inked, 0–1, row by row. */
export interface Coverage {
  readonly columns: number;
  readonly rows: number;
  readonly cells: Float32Array;
}

/** Where an outline crosses a scan line, and whether it goes down (1) or up (−1) there. */
interface Crossing {
  readonly x: number;
  readonly turn: number;
}

/** Scan lines a row; along them the cover is exact, across them it has this many steps. */
const linesPerRow = 4;

/** Notes every crossing of the line from a to b with the scan lines. Coordinates in cells. */
function crossLines(lines: Crossing[][], ax: number, ay: number, bx: number, by: number): void {
  if (ay === by) return;
  const turn = ay < by ? 1 : -1;
  const [top, bottom] = turn === 1 ? [ay, by] : [by, ay];
  // Line n lies at the height (n + 0.5) / linesPerRow; taking top in and bottom out counts shared ends once.
  const first = Math.max(0, Math.ceil(top * linesPerRow - 0.5));
  const end = Math.min(lines.length, Math.ceil(bottom * linesPerRow - 0.5));
  const perHeight = (bx - ax) / (by - ay);
  for (let line = first; line < end; line += 1) {
    const x = ax + ((line + 0.5) / linesPerRow - ay) * perHeight;
    lines[line]?.push({ x, turn });
  }
}

/** Adds the ink from `left` to `right` to the cells that begin at `start`. */
function inkSpan({ cells, columns }: Coverage, start: number, left: number, right: number): void {
  const from = Math.max(0, left);
  const to = Math.min(columns, right);
  if (from >= to) return;
  const ink = (column: number, share: number): void => {
    cells[start + column] = (cells[start + column] ?? 0) + share / linesPerRow;
  };
  const first = Math.floor(from);
  const last = Math.ceil(to) - 1;
  // Whole cells, less what is missing at both ends.
  for (let column = first; column <= last; column += 1) ink(column, 1);
  ink(first, first - from);
  ink(last, to - last - 1);
}

/**
 * Fills loops by the nonzero rule and measures the ink in every cell; what lies outside is cut off.
 * @param cellsPerPixel Cells along one unit of the loops' coordinates.
 */
export function measureCoverage(
  loops: readonly Loop[],
  width: number,
  height: number,
  cellsPerPixel: number,
): Coverage {
  const columns = Math.round(width * cellsPerPixel);
  const rows = Math.round(height * cellsPerPixel);
  const coverage: Coverage = { columns, rows, cells: new Float32Array(columns * rows) };
  const lines = Array.from({ length: rows * linesPerRow }, (): Crossing[] => []);
  for (const loop of loops) {
    let [lastX, lastY] = loop.at(-1) ?? [0, 0];
    for (const [x, y] of loop) {
      crossLines(
        lines,
        lastX * cellsPerPixel,
        lastY * cellsPerPixel,
        x * cellsPerPixel,
        y * cellsPerPixel,
      );
      lastX = x;
      lastY = y;
    }
  }
  lines.forEach((crossings, line) => {
    const start = Math.floor(line / linesPerRow) * columns;
    let winding = 0;
    let left = 0;
    for (const { x, turn } of crossings.toSorted((a, b) => a.x - b.x)) {
      if (winding === 0) left = x;
      winding += turn;
      if (winding === 0) inkSpan(coverage, start, left, x);
    }
  });
  return coverage;
}

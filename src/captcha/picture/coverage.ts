import type { Loop } from './point.ts';

/** How much of each cell is inked, 0–1, row by row. */
export interface Coverage {
  readonly columns: number;
  readonly rows: number;
  readonly cells: Float32Array;
}

/** Less is what rounding leaves of windings that undo each other. */
const smallest = 1e-4;

/**
 * Adds a line's part within one row: `height` is what it descends there, negative upwards. All that is right of it
 * winds once more by so much; the sums are made up later, so only the cells it passes are touched.
 */
function addWithinRow(
  turns: Coverage,
  row: number,
  fromX: number,
  toX: number,
  height: number,
): void {
  const { columns, cells } = turns;
  const clamp = (x: number): number => Math.min(columns - 2, Math.max(0, x));
  const left = clamp(Math.min(fromX, toX));
  const right = clamp(Math.max(fromX, toX));
  const first = Math.floor(left);
  const last = Math.floor(right);
  const start = row * columns;
  for (let column = first; column <= last; column += 1) {
    const from = Math.max(left, column);
    const to = Math.min(right, column + 1);
    const share = first === last ? height : (height * (to - from)) / (right - left);
    const onRight = share * ((from + to) / 2 - column);
    cells[start + column] = (cells[start + column] ?? 0) + share - onRight;
    cells[start + column + 1] = (cells[start + column + 1] ?? 0) + onRight;
  }
}

/** Adds the line from a to b, row by row. Coordinates in cells. */
function addLine(turns: Coverage, ax: number, ay: number, bx: number, by: number): void {
  if (ay === by) return;
  const turn = ay < by ? 1 : -1;
  const top = Math.max(0, Math.min(ay, by));
  const bottom = Math.min(turns.rows, Math.max(ay, by));
  const perHeight = (bx - ax) / (by - ay);
  for (let row = Math.floor(top); row < bottom; row += 1) {
    const from = Math.max(row, top);
    const to = Math.min(row + 1, bottom);
    addWithinRow(
      turns,
      row,
      ax + (from - ay) * perHeight,
      ax + (to - ay) * perHeight,
      turn * (to - from),
    );
  }
}

/** Adds the lines of closed loops. */
function addLoops(turns: Coverage, loops: readonly Loop[], cellsPerPixel: number): void {
  for (const loop of loops) {
    const [endX, endY] = loop.at(-1) ?? [0, 0];
    let lastX = endX * cellsPerPixel;
    let lastY = endY * cellsPerPixel;
    for (const point of loop) {
      const x = point[0] * cellsPerPixel;
      const y = point[1] * cellsPerPixel;
      addLine(turns, lastX, lastY, x, y);
      lastX = x;
      lastY = y;
    }
  }
}

/** Takes the turns out of the field they were gathered in, and inverts the ink as far as they fill a cell. */
function invertFilled(ink: Coverage, turns: Coverage): void {
  for (let row = 0; row < ink.rows; row += 1) {
    let winding = 0;
    for (let column = 0; column < ink.columns; column += 1) {
      const at = row * turns.columns + column;
      winding += turns.cells[at] ?? 0;
      turns.cells[at] = 0;
      const filled = Math.min(1, Math.abs(winding));
      if (filled < smallest) continue;
      const cell = row * ink.columns + column;
      const before = ink.cells[cell] ?? 0;
      ink.cells[cell] = before + filled - 2 * before * filled;
    }
    turns.cells.fill(0, row * turns.columns + ink.columns, (row + 1) * turns.columns);
  }
}

/**
 * Measures the ink in every cell; what lies outside is cut off. Each layer's loops are filled by the nonzero rule, and
 * ink is where one layer or an odd number of them is filled: what lies over another shows in white.
 * @param cellsPerPixel Cells along one unit of the loops' coordinates.
 */
export function measureCoverage(
  layers: readonly (readonly Loop[])[],
  width: number,
  height: number,
  cellsPerPixel: number,
): Coverage {
  const columns = Math.round(width * cellsPerPixel);
  const rows = Math.round(height * cellsPerPixel);
  const ink = { columns, rows, cells: new Float32Array(columns * rows) };
  // Two more a row: what lies right of the field counts in the first, and touches the next one.
  const turns = { columns: columns + 2, rows, cells: new Float32Array((columns + 2) * rows) };
  for (const layer of layers) {
    addLoops(turns, layer, cellsPerPixel);
    invertFilled(ink, turns);
  }
  return ink;
}

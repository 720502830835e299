import type { Loop, Point } from './point.ts';

/** The part of an outline command that is read here; TrueType glyphs have no cubic curves. */
export type OutlineCommand =
  | { readonly type: 'M' | 'L'; readonly x: number; readonly y: number }
  | {
      readonly type: 'Q';
      readonly x1: number;
      readonly y1: number;
      readonly x: number;
      readonly y: number;
    }
  | { readonly type: 'Z' };

/** Points on the quadratic curve after its start, so close that none is further than `step` from the last. */
function flattenCurve(start: Point, control: Point, end: Point, step: number): Point[] {
  const length =
    Math.hypot(control[0] - start[0], control[1] - start[1]) +
    Math.hypot(end[0] - control[0], end[1] - control[1]);
  const pieces = Math.max(1, Math.ceil(length / step));
  return Array.from({ length: pieces }, (_, index): Point => {
    const t = (index + 1) / pieces;
    const at = (axis: 0 | 1): number =>
      (1 - t) ** 2 * start[axis] + 2 * (1 - t) * t * control[axis] + t ** 2 * end[axis];
    return [at(0), at(1)];
  });
}

const middle = (a: Point, b: Point): Point => [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];

/**
 * Turns outline commands into loops of short straight lines.
 * @param step Longest line, in the outline's units; long lines are cut too, so that a warp can bend them.
 */
export function flattenOutline(commands: readonly OutlineCommand[], step: number): Loop[] {
  const loops: Point[][] = [];
  let loop: Point[] = [];
  let last: Point = [0, 0];
  const lineTo = (end: Point): void => {
    loop.push(...flattenCurve(last, middle(last, end), end, step));
    last = end;
  };
  for (const command of commands) {
    if (command.type === 'M') {
      last = [command.x, command.y];
      loop = [last];
      loops.push(loop);
    } else if (command.type === 'L') {
      lineTo([command.x, command.y]);
    } else if (command.type === 'Q') {
      const end: Point = [command.x, command.y];
      loop.push(...flattenCurve(last, [command.x1, command.y1], end, step));
      last = end;
    } else if (loop[0]) {
      lineTo(loop[0]);
    }
  }
  return loops;
}

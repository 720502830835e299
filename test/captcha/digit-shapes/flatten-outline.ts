import type { Loop, Point } from '../../../src/captcha/picture/point.ts';
import { simplifyLoop } from '../../../src/captcha/picture/simplify-loop.ts';

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

const piecesPerCurve = 8;

/** Points on a quadratic curve after its start. */
function pointsOnCurve(start: Point, control: Point, end: Point): Point[] {
  return Array.from({ length: piecesPerCurve }, (_, index): Point => {
    const t = (index + 1) / piecesPerCurve;
    const at = (axis: 0 | 1): number =>
      (1 - t) ** 2 * start[axis] + 2 * (1 - t) * t * control[axis] + t ** 2 * end[axis];
    return [at(0), at(1)];
  });
}

/** Cuts lines longer than `longest` into equal pieces, so that a warp can bend them. */
function cutLines(loop: Loop, longest: number): Loop {
  return loop.flatMap((end, index) => {
    const start = loop.at(index - 1) ?? end;
    const [dx, dy] = [end[0] - start[0], end[1] - start[1]];
    const pieces = Math.max(1, Math.ceil(Math.hypot(dx, dy) / longest));
    return Array.from({ length: pieces }, (__, piece): Point => {
      const t = (piece + 1) / pieces;
      return [start[0] + dx * t, start[1] + dy * t];
    });
  });
}

/**
 * Turns outline commands into loops of straight lines, as few as keep within `tolerance` of the curves.
 * @param longest Longest line. Both in the outline's units.
 */
export function flattenOutline(
  commands: readonly OutlineCommand[],
  tolerance: number,
  longest: number,
): Loop[] {
  const loops: Point[][] = [];
  for (const command of commands) {
    const loop = loops.at(-1);
    const last = loop?.at(-1);
    if (command.type === 'M') loops.push([[command.x, command.y]]);
    else if (command.type === 'L') loop?.push([command.x, command.y]);
    else if (command.type === 'Q' && last) {
      loop?.push(...pointsOnCurve(last, [command.x1, command.y1], [command.x, command.y]));
    }
  }
  return loops.map((loop) => cutLines(simplifyLoop(loop, tolerance), longest));
}

import type { Loop, Point } from './point.ts';

/** Places of a loop's points, x apart from y: the search goes over them many times. */
interface Places {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
}

/** Index of the point between two others that is furthest from the line between them, if beyond the tolerance. */
function findFurthest(
  { xs, ys }: Places,
  start: number,
  end: number,
  tolerance: number,
): number | undefined {
  const startX = xs[start] ?? 0;
  const startY = ys[start] ?? 0;
  const dx = (xs[end] ?? 0) - startX;
  const dy = (ys[end] ?? 0) - startY;
  // One at least, for the first stretch begins and ends at one point: then it is the distance from there.
  const squaredLength = dx * dx + dy * dy || 1;
  let furthest: number | undefined;
  let most = tolerance ** 2;
  for (let index = start + 1; index < end; index += 1) {
    const x = (xs[index] ?? 0) - startX;
    const y = (ys[index] ?? 0) - startY;
    const t = Math.min(1, Math.max(0, (x * dx + y * dy) / squaredLength));
    const offX = x - t * dx;
    const offY = y - t * dy;
    const distance = offX * offX + offY * offY;
    if (distance > most) {
      most = distance;
      furthest = index;
    }
  }
  return furthest;
}

/**
 * Leaves out points that lie within `tolerance` of the line that remains (Ramer–Douglas–Peucker).
 * A loop that vanishes within the tolerance becomes fewer than three points.
 */
export function simplifyLoop(loop: Loop, tolerance: number): Loop {
  const [first] = loop;
  if (!first) return [];
  // Closed by its first point, so that every stretch has two ends.
  const closed = [...loop, first];
  const places: Places = {
    xs: closed.map((point) => point[0]),
    ys: closed.map((point) => point[1]),
  };
  const kept: Point[] = [first];
  const simplify = (start: number, end: number): void => {
    const middle = findFurthest(places, start, end, tolerance);
    if (middle === undefined) return;
    simplify(start, middle);
    kept.push(loop[middle] ?? first);
    simplify(middle, end);
  };
  simplify(0, loop.length);
  return kept;
}

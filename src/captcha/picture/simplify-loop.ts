import type { Loop, Point } from './point.ts';

/** Index of the point between two others that is furthest from the line between them, if beyond the tolerance. */
function findFurthest(
  points: Loop,
  start: number,
  end: number,
  tolerance: number,
): number | undefined {
  const [startX, startY] = points[start] ?? [0, 0];
  const [endX, endY] = points[end] ?? [0, 0];
  const dx = endX - startX;
  const dy = endY - startY;
  // One at least, for the first stretch begins and ends at one point: then it is the distance from there.
  const squaredLength = dx * dx + dy * dy || 1;
  let furthest: number | undefined;
  let most = tolerance ** 2;
  for (let index = start + 1; index < end; index += 1) {
    const [x, y] = points[index] ?? [0, 0];
    const along = ((x - startX) * dx + (y - startY) * dy) / squaredLength;
    const t = Math.min(1, Math.max(0, along));
    const offX = x - startX - t * dx;
    const offY = y - startY - t * dy;
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
  const points = [...loop, first];
  const kept: Point[] = [first];
  const simplify = (start: number, end: number): void => {
    const middle = findFurthest(points, start, end, tolerance);
    if (middle === undefined) return;
    simplify(start, middle);
    kept.push(points[middle] ?? first);
    simplify(middle, end);
  };
  simplify(0, loop.length);
  return kept;
}

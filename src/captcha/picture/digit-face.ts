import type { Loop } from './point.ts';

/** Area inside a loop; its sign tells the way round. */
function signedArea(loop: Loop): number {
  let [lastX, lastY] = loop.at(-1) ?? [0, 0];
  let doubled = 0;
  for (const [x, y] of loop) {
    doubled += lastX * y - x * lastY;
    lastX = x;
    lastY = y;
  }
  return doubled / 2;
}

/**
 * The solid digit in a glyph of a shadowed font. Such a glyph is a silhouette with its shadow, and the digit
 * itself is the large hole in it; what goes round like the silhouette inside that hole are the digit's own
 * holes, what goes round like the digit inside those is where the shadow does not reach.
 */
export function findDigitFace(glyph: readonly Loop[]): Loop[] {
  const bySize = glyph
    .map((loop) => ({ loop, area: signedArea(loop) }))
    .toSorted((a, b) => Math.abs(b.area) - Math.abs(a.area));
  const [silhouette, ...inner] = bySize;
  if (!silhouette) return [];
  const isHole = (area: number): boolean => Math.sign(area) === Math.sign(silhouette.area);
  const face = inner.find(({ area }) => !isHole(area));
  const holes = inner.filter(({ area }) => isHole(area));
  return [...(face ? [face] : []), ...holes].map(({ loop }) => loop);
}

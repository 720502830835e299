import type { Point } from './point.ts';
import type { RandomBetween } from '../random-between.ts';

/** Furthest a single wave moves a point, in pixels. */
const maxShift = 2.4;

/**
 * A random smooth bend of the whole picture: three waves, the finer the weaker. Moves a point by a few pixels,
 * its neighbours by nearly as much, so strokes bend and do not break.
 */
export function createWarp(randomBetween: RandomBetween): (point: Point) => Point {
  const waves = [1, 2, 3].map((order) => ({
    shiftX: (randomBetween(0.4, 1) * maxShift) / order,
    shiftY: (randomBetween(0.5, 1) * maxShift) / order,
    alongX: (randomBetween(0.5, 1.5) * order * 2 * Math.PI) / 110,
    alongY: (randomBetween(0.5, 1.5) * order * 2 * Math.PI) / 90,
    phaseX: randomBetween(0, 2 * Math.PI),
    phaseY: randomBetween(0, 2 * Math.PI),
  }));
  return ([x, y]) => {
    let [movedX, movedY] = [x, y];
    for (const wave of waves) {
      movedX += wave.shiftX * Math.sin(wave.alongY * y + wave.phaseX);
      movedY += wave.shiftY * Math.sin(wave.alongX * x + wave.phaseY);
    }
    return [movedX, movedY];
  };
}

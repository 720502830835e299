import type { PictureSize } from './place-digits.ts';
import type { Loop, Point } from './point.ts';
import type { RandomBetween } from '../random-between.ts';

const pieces = 40;

/** Outline of a thin wavy line from left to right, between two heights given as shares of the picture's. */
function stroke(
  { width, height }: PictureSize,
  from: number,
  to: number,
  randomBetween: RandomBetween,
): Loop {
  const left = randomBetween(-4, 8);
  const right = width - randomBetween(-4, 8);
  const swing = randomBetween(2, 5);
  const waves = randomBetween(0.6, 1.5) * 2 * Math.PI;
  const phase = randomBetween(0, 2 * Math.PI);
  const half = randomBetween(1.8, 2.5) / 2;
  const upper: Point[] = [];
  const lower: Point[] = [];
  for (let piece = 0; piece <= pieces; piece += 1) {
    const t = piece / pieces;
    const x = left + (right - left) * t;
    const y = height * (from + (to - from) * t) + swing * Math.sin(waves * t + phase);
    const slope =
      (height * (to - from) + swing * waves * Math.cos(waves * t + phase)) / (right - left);
    const across = half / Math.hypot(1, slope);
    upper.push([x + slope * across, y - across]);
    lower.push([x - slope * across, y + across]);
  }
  return [...upper, ...lower.toReversed()];
}

/**
 * Two thin strokes through the digits, sloping against each other so that they cross and never run side by side.
 * Both go round the same way: filled together by the nonzero rule, they have no hole where they cross.
 */
export function crossStrokes(size: PictureSize, randomBetween: RandomBetween): Loop[] {
  // In the digits' bodies: along their tops and feet a stroke passes for a part of them, and a 1 for a 7.
  const high = (): number => randomBetween(0.33, 0.44);
  const low = (): number => randomBetween(0.56, 0.67);
  return [stroke(size, high(), low(), randomBetween), stroke(size, low(), high(), randomBetween)];
}

import { digitOutlines } from './digit-outlines.ts';
import type { Loop, Point } from './point.ts';
import type { RandomBetween } from '../random-between.ts';

/** Size of a picture in CSS pixels. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

interface DistortedDigit {
  readonly loops: readonly Loop[];
  readonly left: number;
  readonly width: number;
}

/** Height of a digit before distortion, as a share of the picture's. */
const digitHeight = 0.62;
const maxTurn = (18 / 180) * Math.PI;
const maxSkew = 0.22;
const margin = 7;
const maxBaselineShift = 5;
/** As a share of the narrower neighbour. */
const maxOverlap = 0.11;
/** How far a four-digit code may be stretched to fill the width. */
const maxStretch = 1.25;

/** One digit around (0, 0), in pixels of a picture of this height. */
function distort(
  digit: string,
  pictureHeight: number,
  randomBetween: RandomBetween,
): DistortedDigit {
  const faces = digitOutlines(digit);
  const face = faces[Math.floor(randomBetween(0, faces.length))] ?? [];
  const scaleY = digitHeight * pictureHeight * randomBetween(0.9, 1.12);
  const scaleX = scaleY * randomBetween(0.92, 1.12);
  const skew = randomBetween(-maxSkew, maxSkew);
  const turn = randomBetween(-maxTurn, maxTurn);
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const loops = face.map((loop) =>
    loop.map(([x, y]): Point => {
      const skewed = x * scaleX + y * scaleY * skew;
      return [skewed * cos - y * scaleY * sin, skewed * sin + y * scaleY * cos];
    }),
  );
  const xs = loops.flatMap((loop) => loop.map(([x]) => x));
  const left = Math.min(...xs);
  return { loops, left, width: Math.max(...xs) - left };
}

/**
 * Outlines of each of a code's digits, distorted on its own, side by side at a random place in the picture.
 * Neighbours may touch: cutting a picture into digits is the easier half of reading it by machine.
 */
export function placeDigits(
  code: string,
  { width, height }: PictureSize,
  randomBetween: RandomBetween,
): Loop[][] {
  const digits = Array.from(code, (digit) => distort(digit, height, randomBetween));
  let end = 0;
  const starts = digits.map((digit, index) => {
    const before = digits[index - 1];
    if (before) end += randomBetween(-maxOverlap, 0.02) * Math.min(digit.width, before.width);
    const start = end;
    end += digit.width;
    return start;
  });
  const stretch = Math.min(maxStretch, (width - 2 * margin) / end) * randomBetween(0.94, 1);
  const offset = randomBetween(margin, width - margin - end * stretch);
  // Never taller than distorted: stretching is for the width, and the height is full already.
  const stretchY = Math.min(1, stretch);
  return digits.map(({ loops, left }, index) => {
    const start = offset + ((starts[index] ?? 0) - left) * stretch;
    const middle = height / 2 + randomBetween(-maxBaselineShift, maxBaselineShift);
    return loops.map((loop) =>
      loop.map(([x, y]): Point => [start + x * stretch, middle + y * stretchY]),
    );
  });
}

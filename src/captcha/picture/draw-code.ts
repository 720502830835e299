import { measureCoverage } from './coverage.ts';
import { crossStrokes } from './cross-strokes.ts';
import { toPathData } from './path-data.ts';
import { placeDigits } from './place-digits.ts';
import type { Loop } from './point.ts';
import { type RandomBetween, randomBetween } from '../random-between.ts';
import { simplifyLoop } from './simplify-loop.ts';
import { traceCoverage } from './trace-coverage.ts';
import { createWarp } from './warp.ts';

/** A drawn code: the part of a challenge that is seen. */
export interface CodePicture {
  /** CSS pixels. */
  readonly width: number;
  /** CSS pixels. */
  readonly height: number;
  /** Path data in a view box ten times as wide and high, to be filled by the even-odd rule. */
  readonly path: string;
}

const minWidth = 200;
/** Below this a digit is squeezed until strokes can pass for parts of it. */
const widthPerDigit = 33;
const height = 70;
const cellsPerPixel = 1.5;
const unitsPerPixel = 10;
/** In cells; a fifth of a pixel, too little to be seen. */
const tolerance = 0.3;

/**
 * Draws a code of digits; never twice the same.
 *
 * The outlines are drawn to a field of cells and found again from it. A path made of the glyphs' own outlines
 * gives the code away however it is shuffled; this one is a function of the pixels and tells no more than they do.
 * @param random Where the distortion comes from. Anything but the default makes guessable pictures.
 */
export function drawCode(code: string, random: RandomBetween = randomBetween): CodePicture {
  const size = { width: Math.max(minWidth, widthPerDigit * code.length), height };
  const warp = createWarp(random);
  const digits = placeDigits(code, size, random);
  const every = (remainder: number): Loop[] =>
    digits.filter((_, index) => index % 2 === remainder).flat();
  // Strokes run white through digits and dark between them. Neighbours lie in layers of their own, so that where they
  // overlap a gap shows which ink is whose.
  const layers = [every(0), every(1), crossStrokes(size, random)];
  const ink = measureCoverage(
    layers.map((loops) => loops.map((loop) => loop.map(warp))),
    size.width,
    size.height,
    cellsPerPixel,
  );
  const outlines = traceCoverage(ink).map((loop) => simplifyLoop(loop, tolerance));
  return { ...size, path: toPathData(outlines, unitsPerPixel / cellsPerPixel) };
}

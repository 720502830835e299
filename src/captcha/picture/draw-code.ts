import { type Coverage, measureCoverage } from './coverage.ts';
import { crossStrokes } from './cross-strokes.ts';
import { toPathData } from './path-data.ts';
import { placeDigits } from './place-digits.ts';
import type { Loop } from './point.ts';
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

/** Ink where exactly one of the two has ink: strokes run white through digits and dark between them. */
function exclude(a: Coverage, b: Coverage): Coverage {
  const cells = new Float32Array(a.cells.length);
  for (let index = 0; index < cells.length; index += 1) {
    const one = a.cells[index] ?? 0;
    const other = b.cells[index] ?? 0;
    cells[index] = one + other - 2 * one * other;
  }
  return { ...a, cells };
}

/**
 * Draws a code of digits; never twice the same.
 *
 * The outlines are drawn to a field of cells and found again from it. A path made of the glyphs' own outlines
 * gives the code away however it is shuffled; this one is a function of the pixels and tells no more than they do.
 */
export function drawCode(code: string): CodePicture {
  const size = { width: Math.max(minWidth, widthPerDigit * code.length), height };
  const warp = createWarp();
  const cover = (loops: readonly Loop[]): Coverage =>
    measureCoverage(
      loops.map((loop) => loop.map(warp)),
      size.width,
      size.height,
      cellsPerPixel,
    );
  const ink = exclude(cover(placeDigits(code, size)), cover(crossStrokes(size)));
  const outlines = traceCoverage(ink).map((loop) => simplifyLoop(loop, tolerance));
  return { ...size, path: toPathData(outlines, unitsPerPixel / cellsPerPixel) };
}

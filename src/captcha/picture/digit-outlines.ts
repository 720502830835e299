import { digitShapes } from './digit-shapes.ts';
import type { Loop, Point } from './point.ts';

const unitsPerHeight = 1000;

function parseLoop(text: string): Loop {
  const numbers = text.split(' ').map((number) => Number(number) / unitsPerHeight);
  return Array.from({ length: numbers.length / 2 }, (_, index): Point => [
    numbers[2 * index] ?? 0,
    numbers[2 * index + 1] ?? 0,
  ]);
}

const parsed = new Map<string, readonly (readonly Loop[])[]>();

/**
 * Outlines of a digit, one for each face that has a clear one; one high and centred on (0, 0), to be filled by the nonzero rule.
 * Parsed once, at the first call.
 */
export function digitOutlines(digit: string): readonly (readonly Loop[])[] {
  const known = parsed.get(digit);
  if (known) return known;
  const outlines = digitShapes
    .map((face) => face[Number(digit)] ?? '')
    .filter((shape) => shape !== '')
    .map((shape) => shape.split(',').map(parseLoop));
  parsed.set(digit, outlines);
  return outlines;
}

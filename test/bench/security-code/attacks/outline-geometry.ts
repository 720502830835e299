import type { Attack } from './attack.ts';
import type { Outline } from './parse-svg.ts';
import { splitIntoDigits } from './split-into-digits.ts';

const directions = 8;
const rows = 4;
const columns = 3;
const neighbours = 5;

/**
 * What the outlines of a digit look like, whatever its place and size: how much of them runs in which direction in
 * which part of their box, how wide the box is, and how many outlines and how much area there are. Of length one
 * but for the latter, so that long and short outlines compare.
 */
function describeShape(outlines: readonly Outline[]): Float32Array {
  const points = outlines.flatMap((outline) => outline.points);
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const width = Math.max(1, Math.max(...xs) - left);
  const height = Math.max(1, Math.max(...ys) - top);
  const shape = new Float32Array(rows * columns * directions + 3);
  let total = 0;
  let area = 0;
  for (const { points: loop } of outlines) {
    let [lastX, lastY] = loop.at(-1) ?? [0, 0];
    for (const [x, y] of loop) {
      const length = Math.hypot(x - lastX, y - lastY);
      const turn = Math.atan2(y - lastY, x - lastX) / (2 * Math.PI) + 1;
      const direction = Math.round(turn * directions) % directions;
      const row = Math.min(rows - 1, Math.floor((((y + lastY) / 2 - top) / height) * rows));
      const column = Math.min(
        columns - 1,
        Math.floor((((x + lastX) / 2 - left) / width) * columns),
      );
      const bin = (row * columns + column) * directions + direction;
      shape[bin] = (shape[bin] ?? 0) + length;
      total += length;
      area += (lastX * y - x * lastY) / 2;
      [lastX, lastY] = [x, y];
    }
  }
  for (let bin = 0; bin < shape.length; bin += 1) shape[bin] = (shape[bin] ?? 0) / (total || 1);
  shape.set(
    [width / height / 5, outlines.length / 20, Math.abs(area) / (width * height) / 5],
    shape.length - 3,
  );
  return shape;
}

function distance(a: Float32Array, b: Float32Array, most: number): number {
  let sum = 0;
  for (let index = 0; index < a.length && sum < most; index += 1) {
    sum += ((a[index] ?? 0) - (b[index] ?? 0)) ** 2;
  }
  return sum;
}

/** Reads codes by the shape of the outlines: each digit is what most of the five most similar known ones are. */
export const learnOutlineGeometry: Attack = (samples) => {
  const known = samples.flatMap(({ code, svg }) =>
    splitIntoDigits(svg).map((outlines, index) => ({
      digit: code[index] ?? '',
      shape: describeShape(outlines),
    })),
  );
  const readDigit = (outlines: readonly Outline[]): string => {
    const shape = describeShape(outlines);
    let nearest: { digit: string; distance: number }[] = [];
    for (const one of known) {
      const most = nearest[neighbours - 1]?.distance ?? Number.POSITIVE_INFINITY;
      const far = distance(shape, one.shape, most);
      if (far >= most) continue;
      nearest.push({ digit: one.digit, distance: far });
      nearest = nearest.toSorted((a, b) => a.distance - b.distance).slice(0, neighbours);
    }
    // In the order of nearness, so that among equals the nearest wins.
    const votes = new Map<string, number>();
    for (const { digit } of nearest) votes.set(digit, (votes.get(digit) ?? 0) + 1);
    return [...votes].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? '0';
  };
  return (svg) => splitIntoDigits(svg).map(readDigit).join('');
};

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import { createDigitCode } from '../../src/captcha/digit-code.ts';
import { drawCode } from '../../src/captcha/picture/draw-code.ts';
import { picturePath } from '../../src/protocol/types.ts';
import {
  drawMany,
  drawOurs,
  drawStock,
  type Sample,
} from '../bench/security-code/support/sample.ts';
import { withoutMathRandom } from './support/without-math-random.ts';

const numbers = (text: string): number[] => text.match(/-?\d+/g)?.map(Number) ?? [];

/** Every point of a path, in its own units. */
function readPoints(path: string): [x: number, y: number][] {
  const points: [number, number][] = [];
  let start: [number, number] = [0, 0];
  for (const [, move = '', steps = ''] of path.matchAll(/[Mm]([^l]+)l([^z]+)z/g)) {
    const [dx = Number.NaN, dy = Number.NaN] = numbers(move);
    start = [start[0] + dx, start[1] + dy];
    let pen = start;
    points.push(pen);
    const offsets = numbers(steps);
    for (let index = 0; index < offsets.length; index += 2) {
      pen = [pen[0] + (offsets[index] ?? Number.NaN), pen[1] + (offsets[index + 1] ?? Number.NaN)];
      points.push(pen);
    }
  }
  return points;
}

describe('the picture of a code', () => {
  it('never uses Math.random', () => {
    assert.ok(withoutMathRandom(() => drawCode('0123456789'.slice(0, 6))).path);
  });

  it('is one path of few characters and at most 5 kB, at every length', () => {
    for (const length of [4, 6, 8]) {
      for (let round = 0; round < 100; round += 1) {
        const { path } = drawCode(createDigitCode(length));
        assert.match(path, picturePath);
        assert.match(path, /^M[^M]+z$/);
        assert.ok(path.length > 500 && path.length <= 5000, `${path.length} characters`);
      }
    }
  });

  it('weighs at most half as much as a stock picture of as many digits, plain and gzip', () => {
    const weigh = (draw: () => Sample): number[] => {
      const files = drawMany(draw, 50).map(({ svg }) => Buffer.from(svg));
      return [files, files.map((file) => gzipSync(file))].map((all) => Buffer.concat(all).length);
    };
    const [ours, stock] = [weigh(drawOurs), weigh(drawStock)];
    ours.forEach((bytes, index) => {
      assert.ok(bytes <= (stock[index] ?? 0) / 2, `${ours.join()} beside ${stock.join()} bytes`);
    });
  });

  it('stays within its view box of ten times the size', () => {
    for (let round = 0; round < 100; round += 1) {
      const { path, width, height } = drawCode(createDigitCode(6));
      const points = readPoints(path);
      assert.ok(points.length > 100);
      for (const [x, y] of points) {
        assert.ok(x >= -10 && x <= width * 10 + 10, `x ${x}`);
        assert.ok(y >= -10 && y <= height * 10 + 10, `y ${y}`);
      }
    }
  });

  it('is 200 × 70 for up to six digits, and wider for more, so that they are not squeezed', () => {
    const sizes = ['4938', '493827', '49382705'].map((code) => {
      const { width, height } = drawCode(code);
      return [width, height];
    });
    assert.deepEqual(sizes, [
      [200, 70],
      [200, 70],
      [264, 70],
    ]);
  });

  it('differs each time for the same code, in its command letters too', () => {
    const paths = Array.from({ length: 100 }, () => drawCode('493827').path);
    assert.equal(new Set(paths).size, 100);
    // What gives stock pictures away: the sequence of commands of each digit.
    const commands = new Set(paths.map((path) => readPoints(path).length));
    assert.ok(commands.size > 20, `${commands.size} numbers of points`);
  });

  it('does not hold the digits one by one: outlines do not come six at a time', () => {
    const counts = Array.from({ length: 200 }, () => drawCode('123575').path.split('z').length - 1);
    assert.ok(new Set(counts).size > 5, [...new Set(counts)].join());
  });
});

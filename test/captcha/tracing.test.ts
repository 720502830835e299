import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { measureCoverage } from '../../src/captcha/picture/coverage.ts';
import { toPathData } from '../../src/captcha/picture/path-data.ts';
import type { Loop } from '../../src/captcha/picture/point.ts';
import { simplifyLoop } from '../../src/captcha/picture/simplify-loop.ts';
import { traceCoverage } from '../../src/captcha/picture/trace-coverage.ts';

const rectangle = (left: number, top: number, right: number, bottom: number): Loop => [
  [left, top],
  [right, top],
  [right, bottom],
  [left, bottom],
];

const bounds = (loop: Loop): number[] => {
  const xs = loop.map(([x]) => x);
  const ys = loop.map(([, y]) => y);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
};

const sum = (cells: Float32Array): number => cells.reduce((total, cell) => total + cell, 0);

describe('measuring coverage', () => {
  it('gives whole and part cells their share', () => {
    const { cells } = measureCoverage([[rectangle(1, 1, 2.5, 3)]], 4, 4, 1);
    const row = [0, 1, 0.5, 0];
    assert.deepEqual([...cells], [0, 0, 0, 0, ...row, ...row, 0, 0, 0, 0]);
  });

  it('fills by the nonzero rule: overlaps stay ink, loops the other way round are holes', () => {
    const square = rectangle(1, 1, 5, 5);
    const overlap = measureCoverage([[square, rectangle(3, 3, 7, 7)]], 8, 8, 1);
    assert.equal(sum(overlap.cells), 16 + 16 - 4);
    const hole = measureCoverage([[square, rectangle(2, 2, 4, 4).toReversed()]], 8, 8, 1);
    assert.equal(sum(hole.cells), 16 - 4);
  });

  it('shows in white what lies over another layer', () => {
    const layers = [[rectangle(1, 1, 5, 5)], [rectangle(3, 3, 7, 7)]];
    const { cells, columns } = measureCoverage(layers, 8, 8, 1);
    assert.equal(sum(cells), 16 + 16 - 2 * 4);
    assert.equal(cells[3 * columns + 3], 0);
    assert.equal(cells[2 * columns + 2], 1);
  });

  it('measures a slope exactly', () => {
    const triangle: Loop = [
      [0, 0],
      [4, 2],
      [0, 2],
    ];
    const { cells } = measureCoverage([[triangle]], 4, 2, 1);
    assert.deepEqual([...cells], [0.75, 0.25, 0, 0, 1, 1, 0.75, 0.25]);
  });

  it('cuts off what lies outside', () => {
    const { cells } = measureCoverage([[rectangle(-5, -5, 50, 50)]], 3, 2, 1);
    assert.deepEqual([...cells], [1, 1, 1, 1, 1, 1]);
  });
});

describe('tracing', () => {
  it('finds an outline again to a fraction of a cell', () => {
    const [outline, ...others] = traceCoverage(measureCoverage([[rectangle(2, 2, 6, 5)]], 8, 8, 1));
    assert.ok(outline);
    assert.deepEqual(others, []);
    assert.deepEqual(bounds(outline), [2, 2, 6, 5]);
  });

  it('finds a hole as an outline of its own', () => {
    const ring = [rectangle(1, 1, 9, 9), rectangle(3, 3, 7, 7).toReversed()];
    const found = traceCoverage(measureCoverage([ring], 10, 10, 1)).map(bounds);
    assert.deepEqual(found, [
      [1, 1, 9, 9],
      [3, 3, 7, 7],
    ]);
  });

  it('closes outlines at the edge of the field', () => {
    const [outline] = traceCoverage(measureCoverage([[rectangle(-5, -5, 50, 50)]], 4, 3, 1));
    assert.ok(outline);
    assert.deepEqual(bounds(outline), [0, 0, 4, 3]);
  });

  it('keeps corners that only touch apart, and joins them when there is ink between', () => {
    const apart = new Float32Array([1, 0, 0, 1]);
    const joined = new Float32Array([1, 0.4, 0.4, 1]);
    assert.equal(traceCoverage({ columns: 2, rows: 2, cells: apart }).length, 2);
    assert.equal(traceCoverage({ columns: 2, rows: 2, cells: joined }).length, 1);
  });
});

describe('simplifying a loop', () => {
  it('leaves out what lies on a line and keeps the corners', () => {
    const loop: Loop = [
      [0, 0],
      [1, 0.05],
      [2, 0],
      [4, 0],
      [4, 4],
      [2, 4],
      [0, 4],
    ];
    assert.deepEqual(simplifyLoop(loop, 0.1), rectangle(0, 0, 4, 4));
  });

  it('lets a loop vanish that is smaller than the tolerance', () => {
    assert.ok(simplifyLoop(rectangle(0, 0, 0.01, 0.01), 0.1).length < 3);
  });
});

describe('path data', () => {
  it('is relative, whole, and as short as the syntax allows', () => {
    const path = toPathData([rectangle(0.1, 0.2, 3, 4), rectangle(5, 5, 6, 6)], 10);
    assert.equal(path, 'M1 2l29 0 0 38-29 0zm49 48l10 0 0 10-10 0z');
  });

  it('leaves out what is too small to show, wherever it stands', () => {
    const speck = rectangle(7, 7, 7.01, 7.01);
    assert.equal(toPathData([speck, rectangle(0, 0, 1, 1), speck], 10), 'M0 0l10 0 0 10-10 0z');
    assert.equal(toPathData([speck], 10), '');
  });
});

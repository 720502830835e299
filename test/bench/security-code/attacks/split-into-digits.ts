import { digitsPerCode } from '../support/sample.ts';
import { type Outline, parseSvg } from './parse-svg.ts';

interface Extent {
  readonly left: number;
  readonly right: number;
}

function extentOf(outlines: readonly Outline[]): Extent {
  const xs = outlines.flatMap(({ points }) => points.map(([x]) => x));
  return { left: Math.min(...xs), right: Math.max(...xs) };
}

const middle = ({ left, right }: Extent): number => (left + right) / 2;

/** Outlines that lie over or in each other belong to one digit: a hole to what it is in, a part to what it is cut from. */
function groupByOverlap(outlines: readonly Outline[]): Outline[][] {
  const groups: Outline[][] = [];
  for (const outline of outlines) {
    const own = extentOf([outline]);
    const group = groups.find((members) => {
      const theirs = extentOf(members);
      const common = Math.min(own.right, theirs.right) - Math.max(own.left, theirs.left);
      return common > 0.6 * Math.min(own.right - own.left, theirs.right - theirs.left);
    });
    if (group) group.push(outline);
    else groups.push([outline]);
  }
  return groups;
}

const fromLeft = (groups: readonly Outline[][]): Outline[][] =>
  groups.toSorted((a, b) => middle(extentOf(a)) - middle(extentOf(b)));

/**
 * The outlines of each digit, from left to right. A picture of one path a digit is taken at its word; in one path,
 * outlines are put together by where they lie, and where that gives not six, into six columns of equal width.
 */
export function splitIntoDigits(svg: string): Outline[][] {
  const paths = parseSvg(svg);
  if (paths.length >= digitsPerCode) return fromLeft(paths).slice(0, digitsPerCode);
  const outlines = paths.flat().toSorted((a, b) => b.points.length - a.points.length);
  const groups = groupByOverlap(outlines);
  if (groups.length === digitsPerCode) return fromLeft(groups);
  const { left, right } = extentOf(outlines);
  const columns = Array.from({ length: digitsPerCode }, (): Outline[] => []);
  for (const outline of outlines) {
    const share = (middle(extentOf([outline])) - left) / (right - left);
    columns[Math.min(digitsPerCode - 1, Math.floor(share * digitsPerCode))]?.push(outline);
  }
  return columns;
}

import { createRequire } from 'node:module';
import type { Loop } from '../../../src/captcha/picture/point.ts';
import { flattenOutline, type OutlineCommand } from './flatten-outline.ts';

/** The part of svg-captcha that is used and that its own types leave out: the font that it draws with. */
interface GlyphSource {
  loadFont(file: string): void;
  readonly options: {
    readonly font: {
      charToGlyph(character: string): {
        getPath(
          x: number,
          y: number,
          size: number,
        ): { readonly commands: readonly OutlineCommand[] };
      };
    };
  };
}

interface Face {
  readonly name: string;
  readonly weight: number;
  /** Digits that could be taken for another once they are turned and crossed. */
  readonly without: string;
}

/**
 * Faces under the OFL whose digits are clearly told apart: 0 without a bar, 6 and 9 open. The bold cuts, for thin
 * ones drown among the strokes that cross them. A 1 without a foot passes for a 7, a 3 with a flat top for a 7 or 5.
 */
const faces: readonly Face[] = [
  { name: 'fredoka', weight: 600, without: '1' },
  { name: 'comic-neue', weight: 700, without: '' },
  { name: 'baloo-2', weight: 600, without: '1' },
  { name: 'bitter', weight: 700, without: '' },
  { name: 'pt-serif', weight: 700, without: '3' },
  { name: 'courier-prime', weight: 700, without: '' },
];

const emSize = 1000;
/** How far kept outlines may be from the font's, in units of the em; a fifth of a pixel once drawn. */
const tolerance = 3;
/** Longest line of an outline, in units of the em; a seventh of a digit's height. */
const longest = 100;
/** Units of the kept shapes in a digit's height. */
const unitsPerHeight = 1000;

function signedArea(loop: Loop): number {
  let [lastX, lastY] = loop.at(-1) ?? [0, 0];
  let doubled = 0;
  for (const [x, y] of loop) {
    doubled += lastX * y - x * lastY;
    lastX = x;
    lastY = y;
  }
  return doubled / 2;
}

/** Puts the loops around (0, 0), makes them one high and lets the largest go clockwise, as not all fonts do. */
function normalize(loops: readonly Loop[]): Loop[] {
  const xs = loops.flatMap((loop) => loop.map(([x]) => x));
  const ys = loops.flatMap((loop) => loop.map(([, y]) => y));
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  const [largest = 0] = loops.map(signedArea).toSorted((a, b) => Math.abs(b) - Math.abs(a));
  return loops.map((loop) => {
    const moved = loop.map(([x, y]): [number, number] => [
      (x - (left + right) / 2) / (bottom - top),
      (y - (top + bottom) / 2) / (bottom - top),
    ]);
    return largest > 0 ? moved : moved.toReversed();
  });
}

const toText = (loops: readonly Loop[]): string =>
  loops
    .map((loop) =>
      loop
        .flat()
        .map((number) => Math.round(number * unitsPerHeight))
        .join(' '),
    )
    .join(',');

const header = `/**
 * Outlines of the digits 0–9 in ${faces.length} faces, each as its loops, parted by commas: x and y by turns, in thousandths of
 * the digit's height and around its middle. Empty where a face's digit could pass for another. Kept here so that nothing is read from disk to draw a code.
 *
 * Made by \`node test/captcha/digit-shapes/write-digit-shapes.ts\` from fonts under the SIL Open Font License 1.1, which
 * holds for this file too: see THIRD-PARTY-NOTICES.md.
 */
`;

/** Text of the module that keeps the digits, fresh from the fonts, which svg-captcha reads. */
export function extractDigitShapes(): string {
  const require = createRequire(import.meta.url);
  const source: GlyphSource = require('svg-captcha');
  const readDigit = (digit: string): string => {
    const { commands } = source.options.font.charToGlyph(digit).getPath(0, 0, emSize);
    return toText(normalize(flattenOutline(commands, tolerance, longest)));
  };
  const lines = faces.map(({ name, weight, without }) => {
    source.loadFont(
      require.resolve(`@fontsource/${name}/files/${name}-latin-${weight}-normal.woff`),
    );
    const digits = Array.from('0123456789', (digit) => {
      return `    '${without.includes(digit) ? '' : readDigit(digit)}',\n`;
    });
    return `  // ${name} ${weight}\n  [\n${digits.join('')}  ],\n`;
  });
  return `${header}export const digitShapes: readonly (readonly string[])[] = [\n${lines.join('')}];\n`;
}

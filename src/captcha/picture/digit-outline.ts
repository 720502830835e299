import { createRequire } from 'node:module';
import { findDigitFace } from './digit-face.ts';
import { flattenOutline, type OutlineCommand } from './flatten-outline.ts';
import type { Loop } from './point.ts';

/** The part of svg-captcha that is used and that its own types leave out: the font it reads its glyphs from. */
interface GlyphSource {
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

const emSize = 1000;
/** Longest line of an outline, in units of the em; an eighth of a digit's height. */
const step = 60;

/** Moves the loops around (0, 0) and makes them one high. */
function normalize(loops: readonly Loop[]): Loop[] {
  const xs = loops.flatMap((loop) => loop.map(([x]) => x));
  const ys = loops.flatMap((loop) => loop.map(([, y]) => y));
  const [left, right, top, bottom] = [
    Math.min(...xs),
    Math.max(...xs),
    Math.min(...ys),
    Math.max(...ys),
  ];
  const height = bottom - top;
  return loops.map((loop) =>
    loop.map(([x, y]) => [(x - (left + right) / 2) / height, (y - (top + bottom) / 2) / height]),
  );
}

function readOutlines(): ReadonlyMap<string, readonly Loop[]> {
  // Not at the top: the package reads and parses its font while it is loaded, which takes tens of milliseconds.
  const require = createRequire(import.meta.url);
  const source: GlyphSource = require('svg-captcha');
  return new Map(
    Array.from('0123456789', (digit) => {
      const { commands } = source.options.font.charToGlyph(digit).getPath(0, 0, emSize);
      return [digit, normalize(findDigitFace(flattenOutline(commands, step)))];
    }),
  );
}

let outlines: ReadonlyMap<string, readonly Loop[]> | undefined;

/** Outline of a digit, one high and centred on (0, 0); to be filled by the nonzero rule. Read once, at the first call. */
export function digitOutline(digit: string): readonly Loop[] {
  outlines ??= readOutlines();
  return outlines.get(digit) ?? [];
}

import * as fc from 'fast-check';

// What the rules of T-3 look for, and what may come together when something between is taken out.
const hazards = [
  ['\r', '\n', '\r\n', '\t', ' ', '\u00A0', '\u3000', '\u0000', '\u0085', '\u2028', '\u202E'],
  ['\u200B', '\u200D', '\uFEFF', '\uFE0F', '\u202F', '\u0301', '\u0323', '\u0302', '\u0338'],
  ['\u0344', '\u0345', 'e', 'ê', 'İ', 'Σ', 'ﬁ', '™', '↔', '👨', '👩', '🏽', '❤', '@', '＠', '.'],
  ['\uD83D', '\uDC69', '\u1100', '\u1161', '\u0301'.repeat(29), '\u0344'.repeat(16), '\uFF9E'],
].flat();

/** Texts of any characters, lone surrogates and hostile neighbours among them. */
export const anyText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...hazards) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 4 }) },
      {
        weight: 1,
        arbitrary: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
      },
    ),
    { maxLength: 24 },
  )
  .map((pieces) => pieces.join(''));

import { latinLookAlike } from './look-alikes.ts';
import { shapeMarks, toneMarks } from './vietnamese-marks.ts';

/** What a reader sees as one letter, digit or sign of a text, taken apart. */
export interface Glyph {
  /** One UTF-16 code unit: the letter in lower case without its accents, the digit, or whatever else it is. */
  readonly unit: string;
  /** 0 for a bare letter; 1–3 for circumflex, breve and horn, 4 for the stroke of đ. */
  readonly shape: number;
  /** 0 for none; 1–5 for grave, acute, tilde, hook above, dot below. */
  readonly tone: number;
  readonly isWordPart: boolean;
  /** Whether it was written as another character that looks like it, or under marks that hide it. */
  readonly isDisguised: boolean;
  /** Where it stands in the text: its first UTF-16 code unit and the one behind its last. */
  readonly start: number;
  readonly end: number;
}

type Form = Omit<Glyph, 'start' | 'end'>;

const strokeShape = 4;
/** More marks on one letter than Vietnamese ever writes hide it; then only those count that it was composed with. */
const maxMarks = 2;

const place = (marks: string, one: string): number => marks.indexOf(one) + 1;

function decompose(character: string, isDisguised: boolean): Form[] {
  const forms: Form[] = [];
  for (const unit of character.normalize('NFD').split('')) {
    const last = forms.at(-1);
    if (/\p{M}/u.test(unit) && last) {
      const { shape, tone } = last;
      const marked = {
        shape: shape || place(shapeMarks, unit),
        tone: tone || place(toneMarks, unit),
      };
      forms[forms.length - 1] = { ...last, ...marked };
    } else {
      const isStroke = unit === 'đ';
      forms.push({
        unit: isStroke ? 'd' : unit,
        shape: isStroke ? strokeShape : 0,
        tone: 0,
        isWordPart: /[\p{L}\p{N}\p{Surrogate}]/u.test(unit),
        isDisguised,
      });
    }
  }
  return forms;
}

function readCharacter(character: string): readonly Form[] {
  if (/[\p{M}\p{DI}]/u.test(character)) return [];
  const plain = latinLookAlike(character) ?? character.normalize('NFKC');
  const lower = plain.toLowerCase().replace(/./gsu, (one) => latinLookAlike(one) ?? one);
  const forms = decompose(lower, lower !== character.toLowerCase());
  // Emoji and other signs beyond U+FFFF are no words; letters are, each of their two units.
  if (!/[\p{L}\p{N}]/u.test(lower)) return forms.map((form) => ({ ...form, isWordPart: false }));
  return forms;
}

// Few characters make up a text; beyond this many, hostile ones are read anew each time.
const maxRemembered = 4096;
const remembered = new Map<number, readonly Form[]>();

function formsOf(point: number): readonly Form[] {
  const known = remembered.get(point);
  if (known) return known;
  const forms = readCharacter(String.fromCodePoint(point));
  if (remembered.size < maxRemembered) remembered.set(point, forms);
  return forms;
}

const isMark = (text: string, at: number): boolean =>
  text.charCodeAt(at) >= 0x300 && /\p{M}/u.test(text.charAt(at));

/** Puts the marks behind a letter on it: those of Vietnamese, unless there are too many of them. */
function mark(form: Form, marks: string): Form {
  const isHidden = marks.length > maxMarks;
  const { unit, isWordPart, ...rest } = form;
  if (!isWordPart) return form;
  let { shape, tone } = rest;
  let isDisguised = rest.isDisguised || isHidden;
  for (const one of isHidden ? '' : marks) {
    const shapePlace = place(shapeMarks, one);
    const tonePlace = place(toneMarks, one);
    shape ||= shapePlace;
    tone ||= tonePlace;
    isDisguised ||= shapePlace + tonePlace === 0;
  }
  return { unit, shape, tone, isWordPart, isDisguised };
}

/** Reads a normalised text letter by letter; what nobody sees is left out. Takes time in proportion to its length. */
export function readGlyphs(text: string): Glyph[] {
  const glyphs: Glyph[] = [];
  for (let start = 0, end = 0; start < text.length; start = end) {
    const point = text.codePointAt(start) ?? 0;
    const marksStart = start + (point > 0xffff ? 2 : 1);
    for (end = marksStart; isMark(text, end);) end++;
    const forms = formsOf(point);
    for (let index = 0; index < forms.length; index++) {
      const form = forms[index];
      if (!form) break;
      const isMarked = end > marksStart && index === forms.length - 1;
      const marks = isMarked ? text.slice(marksStart, end) : '';
      const { unit, shape, tone, isWordPart, isDisguised } = marks ? mark(form, marks) : form;
      glyphs.push({ unit, shape, tone, isWordPart, isDisguised, start, end });
    }
  }
  return glyphs;
}

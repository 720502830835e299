import type { Glyph } from './read-glyphs.ts';
import type { Skeleton } from './skeleton.ts';

// What a call takes as its arguments without overflowing the stack.
const maxArguments = 4096;

const toText = (units: Uint16Array): string => {
  let text = '';
  for (let at = 0; at < units.length; at += maxArguments) {
    text += String.fromCharCode(...units.subarray(at, at + maxArguments));
  }
  return text;
};

/** Gathers a skeleton letter by letter, 13 bytes each: hostile texts have more letters than most comments have words. */
export class SkeletonBuilder {
  #length = 0;
  #units: Uint16Array;
  #shapes: Uint8Array;
  #tones: Uint8Array;
  #disguised: Uint8Array;
  #starts: Uint32Array;
  #ends: Uint32Array;

  /** @param capacity - Letters there is room for at first. */
  constructor(capacity: number) {
    this.#units = new Uint16Array(capacity);
    this.#shapes = new Uint8Array(capacity);
    this.#tones = new Uint8Array(capacity);
    this.#disguised = new Uint8Array(capacity);
    this.#starts = new Uint32Array(capacity);
    this.#ends = new Uint32Array(capacity);
  }

  /** Adds a letter. */
  add({ unit, shape, tone, isDisguised, start, end }: Omit<Glyph, 'isWordPart'>): void {
    const at = this.#length++;
    if (at === this.#units.length) this.#grow();
    this.#units[at] = unit.charCodeAt(0);
    this.#shapes[at] = shape;
    this.#tones[at] = tone;
    this.#disguised[at] = isDisguised ? 1 : 0;
    this.#starts[at] = start;
    this.#ends[at] = end;
  }

  /** Adds what parts words or readings. */
  addGap(unit: ' ' | '\n'): void {
    const end = this.#ends[this.#length - 1] ?? 0;
    this.add({ unit, shape: 0, tone: 0, isDisguised: false, start: end, end });
  }

  /** All that was added. */
  finish(): Skeleton {
    const length = this.#length;
    return {
      letters: toText(this.#units.subarray(0, length)),
      shapes: this.#shapes.subarray(0, length),
      tones: this.#tones.subarray(0, length),
      disguised: this.#disguised.subarray(0, length),
      starts: this.#starts.subarray(0, length),
      ends: this.#ends.subarray(0, length),
    };
  }

  #grow(): void {
    const larger = new SkeletonBuilder(2 * this.#units.length);
    larger.#units.set(this.#units);
    larger.#shapes.set(this.#shapes);
    larger.#tones.set(this.#tones);
    larger.#disguised.set(this.#disguised);
    larger.#starts.set(this.#starts);
    larger.#ends.set(this.#ends);
    this.#units = larger.#units;
    this.#shapes = larger.#shapes;
    this.#tones = larger.#tones;
    this.#disguised = larger.#disguised;
    this.#starts = larger.#starts;
    this.#ends = larger.#ends;
  }
}

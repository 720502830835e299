import { type Complex, spectrumOf, transform } from './fourier.ts';

/** A digit as an attacker expects to hear it. */
export interface Template {
  readonly digit: number;
  readonly samples: Float32Array;
}

/** Holds the longest sound of six digits, 10 s. */
const size = 2 ** 17;
/** Digits do not begin nearer to each other, in samples: the shortest gap and half a word. */
const minDistance = 3600;

/** Two templates that are looked for at once: their likenesses come out as the real and the imaginary part. */
interface Pair {
  readonly templates: readonly [Template, Template];
  readonly spectrum: Complex;
}

const energyOf = (samples: Float32Array): number =>
  samples.reduce((sum, sample) => sum + sample ** 2, 0);

function pairUp(one: Template, other: Template = one): Pair {
  const a = spectrumOf(one.samples, size);
  const b = spectrumOf(other.samples, size);
  return {
    templates: [one, other],
    spectrum: {
      real: a.real.map((real, index) => real + b.imaginary[index]!),
      imaginary: b.real.map((real, index) => real - a.imaginary[index]!),
    },
  };
}

function multiply(a: Complex, b: Complex): Complex {
  const product = { real: new Float64Array(size), imaginary: new Float64Array(size) };
  for (let index = 0; index < size; index += 1) {
    const [re, im] = [a.real[index]!, a.imaginary[index]!];
    product.real[index] = re * b.real[index]! - im * b.imaginary[index]!;
    product.imaginary[index] = re * b.imaginary[index]! + im * b.real[index]!;
  }
  return product;
}

/** Gives a function that reads `count` digits out of a sound: where templates fit best, each at its own place. */
export function createMatchedFilter(
  templates: readonly Template[],
): (sound: Float32Array, count: number) => string {
  const pairs: Pair[] = [];
  for (let index = 0; index < templates.length; index += 2) {
    pairs.push(pairUp(templates[index]!, templates[index + 1]));
  }
  return (sound, count) => {
    const spectrum = spectrumOf(sound, size);
    const best = new Float64Array(sound.length);
    const digits = new Uint8Array(sound.length);
    // 1 for the same, whatever the loudness; of all templates the likest at each place.
    const keepLikest = ({ digit, samples }: Template, correlation: Float64Array): void => {
      const norm = size * Math.sqrt(energyOf(samples));
      let energy = energyOf(sound.subarray(0, samples.length));
      for (let start = 0; start < sound.length - samples.length; start += 1) {
        const likeness = correlation[start]! / norm / Math.sqrt(energy + 1);
        energy += sound[start + samples.length]! ** 2 - sound[start]! ** 2;
        const centre = start + (samples.length >> 1);
        if (likeness <= best[centre]!) continue;
        best[centre] = likeness;
        digits[centre] = digit;
      }
    };
    for (const pair of pairs) {
      const product = multiply(spectrum, pair.spectrum);
      transform(product, 1);
      keepLikest(pair.templates[0], product.real);
      keepLikest(pair.templates[1], product.imaginary);
    }
    const places: number[] = [];
    while (places.length < count) {
      const place = best.indexOf(best.reduce((max, likeness) => Math.max(max, likeness)));
      places.push(place);
      best.fill(0, Math.max(0, place - minDistance), place + minDistance);
    }
    return places
      .toSorted((a, b) => a - b)
      .map((place) => digits[place])
      .join('');
  };
}

/** A signal's spectrum, or a spectrum on its way back; as long as a power of two. */
export interface Complex {
  readonly real: Float64Array;
  readonly imaginary: Float64Array;
}

interface Turns {
  readonly cosines: Float64Array;
  readonly sines: Float64Array;
}

const turns = new Map<number, Turns>();

function turnsOf(size: number): Turns {
  const known = turns.get(size);
  if (known) return known;
  const angles = Float64Array.from({ length: size / 2 }, (_, turn) => (2 * Math.PI * turn) / size);
  const made = { cosines: angles.map(Math.cos), sines: angles.map(Math.sin) };
  turns.set(size, made);
  return made;
}

/** Transforms in place, without scaling (Cooley and Tukey, radix 2). `sign` is −1 to the spectrum, 1 back. */
export function transform({ real, imaginary }: Complex, sign: 1 | -1): void {
  const size = real.length;
  for (let index = 1, mirrored = 0; index < size; index += 1) {
    let bit = size >> 1;
    for (; mirrored & bit; bit >>= 1) mirrored ^= bit;
    mirrored ^= bit;
    if (index >= mirrored) continue;
    [real[index], real[mirrored]] = [real[mirrored]!, real[index]!];
    [imaginary[index], imaginary[mirrored]] = [imaginary[mirrored]!, imaginary[index]!];
  }
  const { cosines, sines } = turnsOf(size);
  for (let half = 1; half < size; half *= 2) {
    const step = size / 2 / half;
    for (let block = 0; block < size; block += 2 * half) {
      for (let turn = 0; turn < half; turn += 1) {
        const one = block + turn;
        const other = one + half;
        const cosine = cosines[turn * step]!;
        const sine = sign * sines[turn * step]!;
        const re = real[other]! * cosine - imaginary[other]! * sine;
        const im = real[other]! * sine + imaginary[other]! * cosine;
        real[other] = real[one]! - re;
        imaginary[other] = imaginary[one]! - im;
        real[one]! += re;
        imaginary[one]! += im;
      }
    }
  }
}

/** The spectrum of samples, filled up with silence to `size`. */
export function spectrumOf(samples: Float32Array, size: number): Complex {
  const real = new Float64Array(size);
  real.set(samples);
  const spectrum = { real, imaginary: new Float64Array(size) };
  transform(spectrum, -1);
  return spectrum;
}

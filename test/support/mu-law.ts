const bias = 132;
const largest = 32_635;

function encodeSample(sample: number): number {
  const level = Math.min(largest, Math.round(Math.abs(sample) * 32_768)) + bias;
  const exponent = Math.floor(Math.log2(level)) - 7;
  const mantissa = (level >> (exponent + 3)) & 15;
  return ~((sample < 0 ? 128 : 0) | (exponent << 4) | mantissa) & 255;
}

/** One byte for each sample of −1…1, finer where it is quiet (ITU-T G.711, µ-law). */
export const encodeMuLaw = (samples: Float32Array): Uint8Array =>
  Uint8Array.from(samples, encodeSample);

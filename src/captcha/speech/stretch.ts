/** 30 ms at 8 kHz: two periods of a low voice. */
const windowLength = 240;
const hop = windowLength / 2;
/** How far from its place a piece may be taken; a period of a voice of 130 Hz. */
const reach = 60;

const hann = Float32Array.from(
  { length: windowLength },
  (_, index) => 0.5 - 0.5 * Math.cos((2 * Math.PI * index) / windowLength),
);

/** Where near `place` the samples go on most like at `wanted`. */
function findAlike(samples: Float32Array, wanted: number, place: number): number {
  let best = place;
  let likeness = -Infinity;
  const last = Math.min(place + reach, samples.length - windowLength);
  for (let start = Math.max(0, place - reach); start <= last; start += 2) {
    let sum = 0;
    // Every other sample is enough to compare by, at half the cost.
    for (let index = 0; index < hop; index += 2) {
      sum += (samples[wanted + index] ?? 0) * (samples[start + index] ?? 0);
    }
    if (sum > likeness) {
      likeness = sum;
      best = start;
    }
  }
  return best;
}

/**
 * Makes samples `factor` times as long at the same pitch: pieces of 30 ms are laid over each other, each taken from
 * where it fits the one before (WSOLA).
 */
export function stretch(samples: Float32Array, factor: number): Float32Array {
  const length = Math.floor(samples.length * factor);
  const stretched = new Float32Array(length + windowLength);
  let from = 0;
  for (let to = 0; to < length; to += hop) {
    const place = Math.round(to / factor);
    from = to === 0 ? place : findAlike(samples, from + hop, place);
    for (let index = 0; index < windowLength; index += 1) {
      stretched[to + index] =
        (stretched[to + index] ?? 0) + (samples[from + index] ?? 0) * (hann[index] ?? 0);
    }
  }
  return stretched.subarray(0, length);
}

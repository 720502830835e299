/** Adds samples to a recording from `start` on; what reaches beyond its end is left out. */
export function mix(
  recording: Float32Array,
  samples: Float32Array,
  start: number,
  loudness: number,
): void {
  const length = Math.min(samples.length, recording.length - start);
  for (let index = 0; index < length; index += 1) {
    recording[start + index] = (recording[start + index] ?? 0) + (samples[index] ?? 0) * loudness;
  }
}

/** Plays samples `speed` times as fast, which makes them as much higher. */
export function changeSpeed(samples: Float32Array, speed: number): Float32Array {
  const changed = new Float32Array(Math.floor(samples.length / speed));
  for (let index = 0; index < changed.length; index += 1) {
    const place = index * speed;
    const before = Math.floor(place);
    const one = samples[before] ?? 0;
    changed[index] = one + ((samples[before + 1] ?? 0) - one) * (place - before);
  }
  return changed;
}

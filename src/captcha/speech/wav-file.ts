const headBytes = 44;

/** A WAV file of one channel, PCM of 8 bits, from samples of −1…1; what is louder is cut. */
export function wavFile(samples: Float32Array, sampleRate: number): Buffer {
  const file = Buffer.alloc(headBytes + samples.length);
  file.write('RIFF', 0, 'latin1');
  file.writeUInt32LE(file.length - 8, 4);
  file.write('WAVEfmt ', 8, 'latin1');
  file.writeUInt32LE(16, 16);
  // PCM, one channel.
  file.writeUInt16LE(1, 20);
  file.writeUInt16LE(1, 22);
  file.writeUInt32LE(sampleRate, 24);
  // Bytes a second, bytes and bits of a sample.
  file.writeUInt32LE(sampleRate, 28);
  file.writeUInt16LE(1, 32);
  file.writeUInt16LE(8, 34);
  file.write('data', 36, 'latin1');
  file.writeUInt32LE(samples.length, 40);
  for (const [index, sample] of samples.entries()) {
    file[headBytes + index] = Math.round(128 + 127 * Math.max(-1, Math.min(1, sample)));
  }
  return file;
}

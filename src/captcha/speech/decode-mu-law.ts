const bias = 132;

function decodeByte(byte: number): number {
  const code = ~byte & 255;
  const level = (((code & 15) << 3) + bias) << ((code >> 4) & 7);
  return (code > 127 ? bias - level : level - bias) / 32_768;
}

/** The samples, from −1 to 1, of G.711 µ-law: one byte a sample. */
export const decodeMuLaw = (bytes: Uint8Array): Float32Array =>
  Float32Array.from(bytes, decodeByte);

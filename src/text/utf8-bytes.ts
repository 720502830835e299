/** Bytes a text takes in UTF-8; a lone surrogate counts 3, as the U+FFFD it is sent as. Encodes nothing. */
export function countUtf8Bytes(text: string): number {
  let bytes = 0;
  for (let index = 0; index < text.length; index++) {
    const point = text.codePointAt(index) ?? 0;
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
    if (point >= 0x10000) index++;
  }
  return bytes;
}

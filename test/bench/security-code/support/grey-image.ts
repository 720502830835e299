import { crc32, deflateSync } from 'node:zlib';
import { measureCoverage } from '../../../../src/captcha/picture/coverage.ts';
import { parseSvg } from '../attacks/parse-svg.ts';

/** A picture in greys, 0 black to 255 white, row by row. */
export interface GreyImage {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/** Draws the filled paths of a picture in black on white, in so many pixels of the image a CSS pixel. */
export function toGreyImage(svg: string, scale: number): GreyImage {
  const read = (attribute: string): number =>
    Number(new RegExp(` ${attribute}="(\\d+)"`).exec(svg)?.[1]);
  const [width, height] = [read('width'), read('height')];
  const unitsPerPixel = Number(/viewBox="0[ ,]0[ ,](\d+)/.exec(svg)?.[1]) / width;
  const loops = parseSvg(svg).flatMap((path) => path.map(({ points }) => points));
  const { columns, rows, cells } = measureCoverage(
    [loops],
    width * unitsPerPixel,
    height * unitsPerPixel,
    scale / unitsPerPixel,
  );
  return { width: columns, height: rows, pixels: Uint8Array.from(cells, (ink) => 255 - 255 * ink) };
}

/** Puts images of one size into a table, with a grey line between them. */
export function tile(images: readonly GreyImage[], columns: number): GreyImage {
  const [{ width: cellWidth, height: cellHeight } = { width: 0, height: 0 }] = images;
  const width = columns * (cellWidth + 1);
  const height = Math.ceil(images.length / columns) * (cellHeight + 1);
  const pixels = new Uint8Array(width * height).fill(160);
  images.forEach((image, index) => {
    const left = (index % columns) * (cellWidth + 1);
    const top = Math.floor(index / columns) * (cellHeight + 1);
    for (let row = 0; row < cellHeight; row += 1) {
      const start = row * cellWidth;
      pixels.set(image.pixels.subarray(start, start + cellWidth), (top + row) * width + left);
    }
  });
  return { width, height, pixels };
}

/** White on black instead of black on white. */
export const invert = (image: GreyImage): GreyImage => ({
  ...image,
  pixels: image.pixels.map((grey) => 255 - grey),
});

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length, 0);
  ends.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
}

/** The image as a PNG file of 8-bit greys. */
export function toPng({ width, height, pixels }: GreyImage): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8;
  const lines = Buffer.alloc((width + 1) * height);
  for (let row = 0; row < height; row += 1) {
    lines.set(pixels.subarray(row * width, (row + 1) * width), row * (width + 1) + 1);
  }
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(lines)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

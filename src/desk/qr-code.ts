import { generate } from 'lean-qr';
import { toSvgPath } from 'lean-qr/extras/svg';

/** A QR code as one path, in a square of `size` units. */
export interface QrCode {
  readonly path: string;
  readonly size: number;
}

/** Draws a text as a QR code: on the page itself, so that no secret leaves it. */
export function qrCode(text: string): QrCode {
  const code = generate(text);
  return { path: toSvgPath(code), size: code.size };
}

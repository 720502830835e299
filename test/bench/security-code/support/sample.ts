import { createRequire } from 'node:module';
import { createDigitCode } from '../../../../src/captcha/digit-code.ts';
import { drawCode } from '../../../../src/captcha/picture/draw-code.ts';
import { type RandomBetween, randomBetween } from '../../../../src/captcha/random-between.ts';

/** A picture as an attacker gets it, and the code that it should not give away. */
export interface Sample {
  readonly code: string;
  readonly svg: string;
}

interface StockCaptcha {
  create(options: { readonly size: number; readonly charPreset: string; readonly noise: number }): {
    readonly text: string;
    readonly data: string;
  };
}

export const digitsPerCode = 6;

/** A picture of ours, as the element writes it. */
export function drawOurs(
  code: string = createDigitCode(digitsPerCode),
  random: RandomBetween = randomBetween,
): Sample {
  const { width, height, path } = drawCode(code, random);
  const box = `0 0 ${width * 10} ${height * 10}`;
  const d = `<path fill="currentColor" fill-rule="evenodd" d="${path}"/>`;
  return { code, svg: `<svg width="${width}" height="${height}" viewBox="${box}">${d}</svg>` };
}

/** A picture of ours that the seed of `random` decides alone, code and all. */
export function drawSeeded(random: RandomBetween): Sample {
  let code = '';
  while (code.length < digitsPerCode) {
    const digit = String(Math.floor(random(0, 10)));
    if (!code.endsWith(digit)) code += digit;
  }
  return drawOurs(code, random);
}

const stock: StockCaptcha = createRequire(import.meta.url)('svg-captcha');

/** A picture of svg-captcha as it comes, of six digits and with the noise that it offers. */
export function drawStock(): Sample {
  const { text, data } = stock.create({
    size: digitsPerCode,
    charPreset: '0123456789',
    noise: 2,
  });
  return { code: text, svg: data };
}

/** As many pictures as asked for. */
export const drawMany = (draw: () => Sample, count: number): Sample[] =>
  Array.from({ length: count }, () => draw());

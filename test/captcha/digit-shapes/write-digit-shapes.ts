// Writes the module that keeps the digits of the security code; to be run when a face or its cut changes.
import { writeFileSync } from 'node:fs';
import { extractDigitShapes } from './extract-digit-shapes.ts';

writeFileSync(
  new URL('../../../src/captcha/picture/digit-shapes.ts', import.meta.url),
  extractDigitShapes(),
);

import { createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';
import { ConfigurationError } from './configuration-error.ts';
import { minSecretBytes } from './setting-checks.ts';

/**
 * A key of 32 bytes for one purpose (HKDF-SHA-256), so that no two uses of the service's secret share a key.
 * @throws {ConfigurationError} `SECRET_TOO_SHORT` below 32 bytes.
 */
export function deriveKey(secret: string | Uint8Array, purpose: string): KeyObject {
  const bytes = Buffer.byteLength(secret);
  if (bytes < minSecretBytes) {
    const sentence = `The secret needs at least ${minSecretBytes} bytes and has ${bytes}; give a longer one.`;
    throw new ConfigurationError('SECRET_TOO_SHORT', sentence);
  }
  return createSecretKey(Buffer.from(hkdfSync('sha256', secret, '', purpose, 32)));
}

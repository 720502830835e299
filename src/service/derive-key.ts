import { createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';
import type { Secret, Secrets } from '../captcha/index.ts';
import { listSecrets } from '../captcha/token/token-keys.ts';
import { ConfigurationError } from './configuration-error.ts';
import { minSecretBytes } from './setting-checks.ts';

/**
 * A key of 32 bytes for one purpose (HKDF-SHA-256), so that no two uses of the service's secret share a key.
 * @throws {ConfigurationError} `SECRET_TOO_SHORT` below 32 bytes.
 */
export function deriveKey(secret: Secret, purpose: string): KeyObject {
  const bytes = Buffer.byteLength(secret);
  if (bytes < minSecretBytes) {
    const sentence = `The secret needs at least ${minSecretBytes} bytes and has ${bytes}; give a longer one.`;
    throw new ConfigurationError('SECRET_TOO_SHORT', sentence);
  }
  return createSecretKey(Buffer.from(hkdfSync('sha256', secret, '', purpose, 32)));
}

/** The keys of all secrets for one purpose: the first makes what is new, all know what was made before. */
export type Keys = readonly [first: KeyObject, ...older: readonly KeyObject[]];

/**
 * The keys of one or several secrets for one purpose.
 * @throws {ConfigurationError} `SECRET_MISSING` for an empty list, `SECRET_TOO_SHORT` below 32 bytes.
 */
export function deriveKeys(secrets: Secrets, purpose: string): Keys {
  const [first, ...older] = listSecrets(secrets).map((secret) => deriveKey(secret, purpose));
  if (!first) {
    throw new ConfigurationError('SECRET_MISSING', 'The list of secrets is empty; give one.');
  }
  return [first, ...older];
}

import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigurationError } from './configuration-error.ts';
import { minSecretBytes } from './setting-checks.ts';
import type { Settings } from './settings.ts';

const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code;

const keepNewSecret = (file: string): void => {
  try {
    // `wx`: of two processes that start together one writes, the other one reads.
    writeFileSync(file, randomBytes(minSecretBytes).toString('base64url'), {
      flag: 'wx',
      mode: 0o600,
    });
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
  }
};

const readKeptSecret = (file: string): string => {
  try {
    keepNewSecret(file);
    return readFileSync(file, 'utf8').trim();
  } catch (cause) {
    throw new ConfigurationError(
      'SECRET_UNREADABLE',
      `The secret in ${file} cannot be read or made; give the file the right owner, or set READER_COMMENTS_SECRET.`,
      { cause },
    );
  }
};

/**
 * The secret all keys are derived from: the setting's, else the one kept in the data folder, which is made at the
 * first start (mode 0600). In production it has to come from outside, so that all instances share it.
 * @throws {ConfigurationError} `SECRET_MISSING`, `SECRET_UNREADABLE` or `SECRET_TOO_SHORT`.
 */
export function readServiceSecret(
  settings: Pick<Settings, 'secret' | 'data'>,
  { production }: { readonly production: boolean },
): string {
  if (settings.secret !== undefined) return settings.secret;
  if (production) {
    throw new ConfigurationError(
      'SECRET_MISSING',
      `With NODE_ENV=production the secret has to be given in READER_COMMENTS_SECRET: at least ${minSecretBytes} bytes, for example from "openssl rand -base64 48".`,
    );
  }
  const file = join(settings.data, 'secret');
  const secret = readKeptSecret(file);
  if (Buffer.byteLength(secret) < minSecretBytes) {
    throw new ConfigurationError(
      'SECRET_TOO_SHORT',
      `The secret in ${file} is shorter than ${minSecretBytes} bytes; delete the file, and the next start makes a new one.`,
    );
  }
  return secret;
}

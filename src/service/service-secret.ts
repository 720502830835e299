import { writeFileSync } from 'node:fs';
import { ConfigurationError } from './configuration-error.ts';
import { createSecret, readSecretFile, secretFileOf } from './secret-file.ts';
import { minSecretBytes } from './setting-checks.ts';
import type { Settings } from './settings.ts';

/** How the secrets are looked for. */
export interface ServiceSecretOptions {
  /** Whether they have to come from outside. */
  readonly production: boolean;
  /** Clock in milliseconds since 1970. Default `Date.now`. */
  readonly now?: () => number;
}

const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code;

const keepNewSecret = (file: string): void => {
  try {
    // `wx`: of two processes that start together one writes, the other one reads.
    writeFileSync(file, createSecret(), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
  }
};

/**
 * The secrets all keys are derived from, the one in use first: the setting's, else those kept in the data folder, of
 * which one is made at the first start (mode 0600). In production they have to come from outside, so that all
 * instances share them.
 * @throws {ConfigurationError} `SECRET_MISSING`, `SECRET_UNREADABLE` or `SECRET_TOO_SHORT`.
 */
export function readServiceSecrets(
  settings: Pick<Settings, 'secret' | 'data'>,
  { production, now = Date.now }: ServiceSecretOptions,
): readonly string[] {
  if (settings.secret !== undefined) return settings.secret;
  if (production) {
    throw new ConfigurationError(
      'SECRET_MISSING',
      `With NODE_ENV=production the secret has to be given in READER_COMMENTS_SECRET: at least ${minSecretBytes} bytes, for example from "openssl rand -base64 48".`,
    );
  }
  const file = secretFileOf(settings.data);
  try {
    keepNewSecret(file);
    return readSecretFile(file, now()).map(({ secret }) => secret);
  } catch (cause) {
    if (cause instanceof ConfigurationError) throw cause;
    throw new ConfigurationError(
      'SECRET_UNREADABLE',
      `The secret in ${file} cannot be read or made; give the file the right owner, or set READER_COMMENTS_SECRET.`,
      { cause },
    );
  }
}

import { ConfigurationError } from './configuration-error.ts';
import {
  createSecret,
  type KeptSecret,
  readSecretFile,
  replaceSecretFile,
  secretFileOf,
} from './secret-file.ts';
import type { Settings } from './settings.ts';

/** What a rotation left in the file. */
export interface Rotation {
  readonly file: string;
  /** How many older secrets still open what they made. */
  readonly olderSecrets: number;
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT:
    'there is none, and the first start of "serve" or "captcha" makes it; name the folder by --data or READER_COMMENTS_DATA',
  EEXIST:
    'another rotation is under way; if none is, remove the file of this name that ends in .new',
};

const refusal = (file: string, cause: unknown): ConfigurationError => {
  const code: unknown = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  const reason = reasons[String(code)] ?? 'this user may not read or write it; be its owner';
  const sentence = `The secret in ${file} cannot be changed: ${reason}.`;
  return new ConfigurationError('SECRET_UNREADABLE', sentence, { cause });
};

/**
 * Puts a new secret before those of the data folder, in one step. The one in use until now goes on opening what it made
 * for `keepDays`; older ones keep the time they have, unless that is longer.
 * @throws {ConfigurationError} `SECRET_ELSEWHERE` where the secret is a setting, `SECRET_UNREADABLE`, `SECRET_TOO_SHORT`.
 */
export function rotateSecret(
  settings: Pick<Settings, 'secret' | 'data'>,
  { keepDays, now = Date.now }: { readonly keepDays: number; readonly now?: () => number },
): Rotation {
  if (settings.secret !== undefined) {
    throw new ConfigurationError(
      'SECRET_ELSEWHERE',
      'The secret comes from READER_COMMENTS_SECRET, which only you can change: put a new one and a comma before the old one.',
    );
  }
  const file = secretFileOf(settings.data);
  const keepMs = keepDays * 24 * 60 * 60 * 1000;
  const last = new Date(now() + keepMs).toISOString();
  const retire = ({ secret, until = last }: KeptSecret): KeptSecret => ({
    secret,
    until: until < last ? until : last,
  });
  try {
    const older = keepDays === 0 ? [] : readSecretFile(file, now()).map(retire);
    replaceSecretFile(file, [{ secret: createSecret() }, ...older]);
    return { file, olderSecrets: older.length };
  } catch (cause) {
    throw cause instanceof ConfigurationError ? cause : refusal(file, cause);
  }
}

import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fchownSync,
  fsyncSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { ConfigurationError } from './configuration-error.ts';
import { minSecretBytes } from './setting-checks.ts';

/** A secret of the file. */
export interface KeptSecret {
  readonly secret: string;
  /** When an older one stops opening what it made, ISO 8601 in UTC; absent for the first. */
  readonly until?: string;
}

/** Where a data folder keeps its secrets: one a line, the one in use first, each older one with its last time. */
export const secretFileOf = (dataFolder: string): string => join(dataFolder, 'secret');

/** A secret nobody can guess, without commas, spaces and line breaks. */
export const createSecret = (): string => randomBytes(minSecretBytes).toString('base64url');

const line = /^(.*?)(?: (\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z))?$/;

const parseLine = (text: string): KeptSecret => {
  const [, secret = '', until] = line.exec(text) ?? [];
  return { secret, ...(until !== undefined && { until }) };
};

const toLine = ({ secret, until }: KeptSecret): string =>
  until === undefined ? secret : `${secret} ${until}`;

/**
 * Reads the secrets of a file that are still of use, the first one first.
 * @param nowMs Milliseconds since 1970.
 * @throws {ConfigurationError} `SECRET_TOO_SHORT`, or `SECRET_UNREADABLE` for a first line with a last time; whatever
 * the file system throws.
 */
export function readSecretFile(
  file: string,
  nowMs: number,
): readonly [first: KeptSecret, ...older: readonly KeptSecret[]] {
  const lines = readFileSync(file, 'utf8').split('\n');
  const kept = lines.map((text) => text.trim()).filter((text) => text !== '');
  const [first = { secret: '' }, ...older] = kept.map(parseLine);
  if ([first, ...older].some(({ secret }) => Buffer.byteLength(secret) < minSecretBytes)) {
    throw new ConfigurationError(
      'SECRET_TOO_SHORT',
      `A secret in ${file} is shorter than ${minSecretBytes} bytes; put the file back as it was, or delete it, and the next start makes a new one.`,
    );
  }
  if (first.until !== undefined) {
    throw new ConfigurationError(
      'SECRET_UNREADABLE',
      `The first secret in ${file} is an older one; put the file back as it was, or delete it, and the next start makes a new one.`,
    );
  }
  const isOfUse = ({ until }: KeptSecret): boolean =>
    until === undefined || Date.parse(until) > nowMs;
  return [first, ...older.filter(isOfUse)];
}

/**
 * Puts other secrets in the place of a file's, for its owner only; who reads meanwhile gets the old ones or the new.
 * The file that is written first is a lock too: of two that write at the same time, one fails with `EEXIST`.
 */
export function replaceSecretFile(file: string, secrets: readonly KeptSecret[]): void {
  // A link stays one.
  const target = realpathSync(file);
  const { uid, gid } = statSync(target);
  const fresh = `${target}.new`;
  const descriptor = openSync(fresh, 'wx', 0o600);
  try {
    try {
      // Whoever rotates, the service must be able to read it.
      fchownSync(descriptor, uid, gid);
      writeFileSync(descriptor, secrets.map((one) => `${toLine(one)}\n`).join(''));
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(fresh, target);
  } catch (error) {
    rmSync(fresh, { force: true });
    throw error;
  }
}

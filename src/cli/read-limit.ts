import { UsageError } from './usage-error.ts';

/**
 * Reads the value of `--limit`.
 * @throws {UsageError} when it is no such number.
 */
export function readLimit(limit: string): number {
  if (/^[1-9]\d{0,5}$/.test(limit)) return Number(limit);
  throw new UsageError('--limit must be a whole number from 1 to 999999');
}

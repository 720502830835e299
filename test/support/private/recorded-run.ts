import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readRecords, searchRecords } from './search.ts';

const preloaded = `--import=${new URL('record-requests.ts', import.meta.url).href}`;

/** Where the tests of this run leave what {@link searchLogs} reads. */
const folder: string = mkdtempSync(join(tmpdir(), 'reader-comments-record-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));

let hasRun = false;

/** Runs tests that keep what they send and what services log. */
export async function withRecord<T>(run: () => Promise<T>): Promise<T> {
  const { NODE_OPTIONS: given = '' } = process.env;
  process.env['TEST_RECORD'] = folder;
  process.env['NODE_OPTIONS'] = `${given} ${preloaded}`.trim();
  hasRun = true;
  try {
    return await run();
  } finally {
    delete process.env['TEST_RECORD'];
    if (given) process.env['NODE_OPTIONS'] = given;
    else delete process.env['NODE_OPTIONS'];
  }
}

/**
 * Searches the logs of all services of this run for all that was sent to any of them (S32), and says what it found.
 * @returns Whether none of it stands in a log. False, too, where tests ran and left nothing to search: a search that
 * finds nothing because it reads nothing must not look like a good one.
 */
export function searchLogs(): boolean {
  if (!hasRun) {
    console.log('No tests of services have run, so that there is no log to search.');
    return true;
  }
  const { processes, lines, values, hits } = searchRecords(readRecords(folder));
  console.log(
    `${lines} different lines of logs of ${processes} processes, searched for ${values} names, addresses, emails, texts, codes and secrets that were sent: ${hits.length} found.`,
  );
  for (const { value, line } of hits) console.error(`${JSON.stringify(value)} in: ${line}`);
  return hits.length === 0 && lines > 0 && values > 0;
}

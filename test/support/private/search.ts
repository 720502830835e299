import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import type { PrivateRecord } from './record.ts';

const recordSchema: z.ZodType<PrivateRecord> = z.strictObject({
  values: z.array(z.string()),
  log: z.string(),
});

/** What the search of a run's logs found. */
export interface SearchedLogs {
  readonly processes: number;
  /** Different lines. */
  readonly lines: number;
  /** Different values that were looked for. */
  readonly values: number;
  /** Values that stand in the log, each with the first line that has it. */
  readonly hits: readonly { readonly value: string; readonly line: string }[];
}

const escape = (text: string): string => text.replaceAll(/[$()*+.?[\\\]^{|}]/g, '\\$&');

/** How a value may stand in a log: as it is, as in JSON, as in an address. */
const spellingsOf = (value: string): readonly string[] => [
  ...new Set([value, JSON.stringify(value).slice(1, -1), encodeURIComponent(value.toWellFormed())]),
];

/** Whether a text has a value as a whole: six digits within a longer number are no code. */
const holds = (text: string, spelling: string): boolean =>
  text.includes(spelling) &&
  new RegExp(`(?<![\\p{L}\\p{N}_-])${escape(spelling)}(?![\\p{L}\\p{N}_-])`, 'u').test(text);

/** Searches all that services have logged for all that was sent to them, the log of one process for what any other sent. */
export function searchRecords(records: readonly PrivateRecord[]): SearchedLogs {
  const lines = new Set(records.flatMap(({ log }) => log.split('\n')));
  lines.delete('');
  const log = [...lines].join('\n');
  const values = new Set(records.flatMap((record) => record.values));
  const hits = [...values].flatMap((value) =>
    spellingsOf(value)
      .filter((spelling) => holds(log, spelling))
      .map((spelling) => ({
        value,
        line: [...lines].find((line) => holds(line, spelling)) ?? '',
      })),
  );
  return { processes: records.length, lines: lines.size, values: values.size, hits };
}

/** The records that test processes have left in a folder. */
export const readRecords = (folder: string): readonly PrivateRecord[] =>
  readdirSync(folder).map((name) =>
    recordSchema.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))),
  );

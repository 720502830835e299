import { parseArgs, type ParseArgsConfig } from 'node:util';
import { UsageError } from './usage-error.ts';

/** A flag of a command: its name without dashes, what stands for its value, and its line in the help. */
export interface Flag {
  readonly flag: string;
  /** Absent for a flag without a value. */
  readonly value?: string;
  readonly help: string;
  readonly repeatable?: true;
}

/** What was given on the command line. */
export interface ParsedFlags {
  /** By the flags' names; a text, `true`, or a list for a repeatable one. */
  readonly values: Readonly<Record<string, unknown>>;
  readonly words: readonly string[];
}

const toOptions = (flags: readonly Flag[]): NonNullable<ParseArgsConfig['options']> =>
  Object.fromEntries(
    flags.map(({ flag, value, repeatable = false }) => [
      flag,
      { type: value === undefined ? 'boolean' : 'string', multiple: repeatable },
    ]),
  );

/**
 * Reads flags and words.
 * @throws {UsageError} for an unknown flag, or a value too much or too few.
 */
export function parseFlags(args: readonly string[], flags: readonly Flag[]): ParsedFlags {
  try {
    const options = toOptions(flags);
    const parsed = parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
    return { values: parsed.values, words: parsed.positionals };
  } catch (error) {
    // The first sentence of Node's message; the others explain its own syntax.
    const [sentence = 'the flags cannot be read'] = String(
      Reflect.get(Object(error), 'message'),
    ).split(/\.\s|\n/);
    throw new UsageError(sentence.replace(/\.$/, ''), { cause: error });
  }
}

/** The value of a flag that takes one; nothing when it was not given. */
export const readFlag = ({ values }: ParsedFlags, flag: string): string | undefined => {
  const value = values[flag];
  return typeof value === 'string' ? value : undefined;
};

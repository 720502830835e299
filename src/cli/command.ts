import type { Flag, ParsedFlags } from './flags.ts';
import type { Terminal } from './terminal.ts';

/** A command of the command line. */
export interface Command {
  /** The words that call it. */
  readonly name: string;
  /** Its line of usage, without the program's name. */
  readonly usage: string;
  /** What it does, in one sentence. */
  readonly about: string;
  readonly flags: readonly Flag[];
  /** @returns The exit code. */
  run(given: ParsedFlags, terminal: Terminal): Promise<number>;
}

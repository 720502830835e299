/** Where a command writes to. */
export interface Terminal {
  /** One line of the result. */
  print(line: string): void;
  /** One line about the run. */
  warn(line: string): void;
}

/** The process's own terminal. */
export const processTerminal: Terminal = {
  print: (line) => void process.stdout.write(`${line}\n`),
  warn: (line) => void process.stderr.write(`${line}\n`),
};

/** Where a command writes to. */
export interface Terminal {
  /** One line of the result. */
  print(line: string): void;
  /** One line about the run. */
  warn(line: string): void;
  /** Writes over the last such line; absent where nobody watches. */
  rewrite?(line: string): void;
}

/** The process's own terminal. */
export const processTerminal: Terminal = {
  print: (line) => void process.stdout.write(`${line}\n`),
  warn: (line) => void process.stderr.write(`${line}\n`),
  ...(process.stderr.isTTY && {
    // Back to the beginning of the line, and what is left of it away (ECMA-48: CR, EL).
    rewrite: (line: string) => void process.stderr.write(`\r\u001B[K${line}`),
  }),
};

#!/usr/bin/env node
// Loads the rest only after the check, and is written so that older versions can read it: what it loads needs
// node:sqlite, and an old Node would answer with a stack.
const oldestMajor = 24;

if (Number(process.versions.node.split('.')[0]) < oldestMajor) {
  process.stderr.write(
    `reader-comments needs Node.js ${oldestMajor} or newer and this is ${process.versions.node}; install a newer one from https://nodejs.org.\n`,
  );
  process.exitCode = 1;
} else {
  const { runCommandLine } = await import('./cli/run-command-line.ts');
  process.exitCode = await runCommandLine(process.argv.slice(2));
}

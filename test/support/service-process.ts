import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { recordLogOf, recordValue } from './private/record.ts';

/** The command line: as its source, or as `TEST_PROGRAM` names it, which the test runner has just built. */
export const program =
  process.env['TEST_PROGRAM'] ?? fileURLToPath(new URL('../../src/cli.ts', import.meta.url));

/** What a finished process left. */
export interface Run {
  readonly exitCode: number | null;
  readonly out: string;
  readonly err: string;
}

/** Starts the command line. */
export const start = (
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  nodeArgs: readonly string[] = [],
): ChildProcess => {
  const { PATH = '' } = process.env;
  for (const [name, value] of Object.entries(env)) if (/SECRET/.test(name)) recordValue(value);
  const child = spawn(process.execPath, [...nodeArgs, program, ...args], { env: { PATH, ...env } });
  // What other commands say to who called them is no log.
  if (args[0] === 'serve' || args[0] === 'captcha') recordLogOf(child);
  return child;
};

const textOf = async (stream: ChildProcess['stdout']): Promise<string> => {
  let text = '';
  for await (const chunk of stream ?? []) text += String(chunk);
  return text;
};

/** How long a command may take before it counts as hung, in milliseconds. */
const hungAfterMs = 60_000;

/** Runs the command line to its end; one that hangs is killed and has no exit code. */
export const run = async (...parameters: Parameters<typeof start>): Promise<Run> => {
  const child = start(...parameters);
  const giveUp = setTimeout(() => child.kill('SIGKILL'), hungAfterMs);
  const texts = Promise.all([textOf(child.stdout), textOf(child.stderr)]);
  await once(child, 'close');
  clearTimeout(giveUp);
  const [out, err] = await texts;
  return { exitCode: child.exitCode, out, err };
};

/** Asserts that a message is one sentence and no stack. */
export const isOneSentence = (text: string): void => {
  assert.match(text, /^[^\n]+\.\n$/);
  assert.doesNotMatch(text, /^\s*at |node:internal|Error:/m);
};

/** How many tests run at once: each starts processes of its own. */
export const concurrency = 4;

/** A serving process, ready to be asked. */
export async function serve(
  t: TestContext,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  command = 'serve',
): Promise<{ readonly child: ChildProcess; readonly url: string }> {
  const child = start([command, '--port', '0', ...args], env);
  t.after(() => child.kill('SIGKILL'));
  const [first] = await once(child.stdout ?? child, 'data');
  const url = /http:\/\/\S+?(?=;)/.exec(String(first))?.[0];
  assert.ok(url, String(first));
  return { child, url };
}

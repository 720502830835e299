import { startProgram } from '../support/started-program.ts';

/** Milliseconds from the start of a process to its first whole answer. */
export async function measureStart(args: readonly string[], path: string): Promise<number> {
  const start = performance.now();
  const server = await startProgram(args);
  const response = await fetch(`${server.url}${path}`);
  await response.text();
  const ms = performance.now() - start;
  await server.kill();
  if (response.status !== 200) throw new Error(`the first answer was ${response.status}`);
  return ms;
}

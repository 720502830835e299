import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** Runs a script of package.json in this terminal; whether it ended well. */
export async function runScript(name: string): Promise<boolean> {
  // By a shell: on Windows npm is a command file, which nothing else can start.
  const child = spawn(`npm run --silent ${name}`, { shell: true, stdio: 'inherit' });
  const [exitCode] = (await once(child, 'close')) as [number | null];
  return exitCode === 0;
}

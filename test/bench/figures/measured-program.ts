import { once } from 'node:events';
import { type StartedProgram, startProgram } from '../support/started-program.ts';

/** What a process has used since its start. */
export interface Usage {
  /** Processor time of all its threads, in the program and in the system for it. */
  readonly cpuMs: number;
  readonly rssBytes: number;
}

/** A started program that can be asked what it uses. */
export interface MeasuredProgram extends StartedProgram {
  usage(): Promise<Usage>;
}

const reporter = new URL('report-usage.ts', import.meta.url).href;

/** Starts a program with {@link Usage} to be asked for. Takes a little longer to start and a little more memory. */
export async function startMeasured(args: readonly string[]): Promise<MeasuredProgram> {
  const started = await startProgram(args, ['--import', reporter]);
  return {
    ...started,
    async usage() {
      started.process.send('usage');
      const [usage] = (await once(started.process, 'message')) as [Usage];
      return usage;
    },
  };
}

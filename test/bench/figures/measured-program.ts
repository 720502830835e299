import { once } from 'node:events';
import { type StartedProgram, startProgram } from '../support/started-program.ts';
import { usageReporter } from './report-usage.ts';

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

/** Starts a program with {@link Usage} to be asked for. Takes a little longer to start. */
export async function startMeasured(args: readonly string[]): Promise<MeasuredProgram> {
  const started = await startProgram(args, ['--import', usageReporter]);
  return {
    ...started,
    async usage() {
      started.process.send('usage');
      const [usage] = (await once(started.process, 'message')) as [Usage];
      return usage;
    },
  };
}

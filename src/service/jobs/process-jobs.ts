import { describeError, type ServiceLog } from '../service-log.ts';
import type { Job, JobRunner } from './jobs.ts';

const minuteMs = 60_000;

/** Does jobs in this process, for a database that is one process's own. Each begins with the first minute. */
export function createProcessJobs({
  log,
  unitMs = minuteMs,
}: {
  readonly log: ServiceLog;
  /** Milliseconds of what a job calls a minute; tests shorten it. */
  readonly unitMs?: number;
}): JobRunner {
  const closing = new AbortController();
  const timers: NodeJS.Timeout[] = [];
  const underWay = new Map<string, Promise<void>>();

  const run = async (job: Job): Promise<void> => {
    const { name } = job;
    try {
      await job.run(closing.signal);
    } catch (error) {
      if (!closing.signal.aborted) log(`The job ${name} failed: ${describeError(error)}`);
    } finally {
      underWay.delete(name);
    }
  };

  const runUnlessUnderWay = (job: Job): void => {
    if (!underWay.has(job.name)) underWay.set(job.name, run(job));
  };

  return {
    async start(jobs) {
      for (const job of jobs) {
        // Who only looks at the service for a moment is not held up by them, and a timer keeps no process alive.
        timers.push(setTimeout(runUnlessUnderWay, unitMs, job).unref());
        timers.push(setInterval(runUnlessUnderWay, job.everyMinutes * unitMs, job).unref());
      }
    },
    async close() {
      closing.abort();
      for (const timer of timers) clearTimeout(timer);
      await Promise.all(underWay.values());
    },
  };
}

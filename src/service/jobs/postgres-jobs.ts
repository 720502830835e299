import { loadOptional } from '../load-optional.ts';
import { describeError, type ServiceLog } from '../service-log.ts';
import type { Job, JobRunner } from './jobs.ts';

/** What is used of `pg-boss`; its own declarations name types that it does not have. */
interface JobQueue {
  on(event: 'error', listener: (error: Error) => void): unknown;
  start(): Promise<unknown>;
  createQueue(name: string, options: object): Promise<void>;
  work(name: string, handler: () => Promise<void>): Promise<string>;
  schedule(name: string, cron: string): Promise<void>;
  stop(options: { readonly graceful: boolean; readonly timeout: number }): Promise<void>;
}

/** What is taken from `pg-boss`, which only services on PostgreSQL have installed. */
export interface JobLibrary {
  readonly PgBoss: new (options: object) => JobQueue;
}

const libraryName: string = 'pg-boss';

const importLibrary = async (): Promise<JobLibrary> => import(libraryName);

/** Beside the tables of comments, in a schema of its own. */
const schema = 'reader_comments_jobs';
/** Connections an instance holds for it. */
const maxConnections = 2;
/** A job that takes longer is thought to have died with its instance, and may begin anew. */
const longestSeconds = 15 * 60;
/** While the database is gone every look into the queue fails, some each second: one line in so long says so. */
const complaintMs = 60_000;
/** How long a job that is being done is waited for at the end, in milliseconds. */
const stopMs = 5000;

const cronOf = ({ everyMinutes }: Job): string =>
  everyMinutes === 60 ? '0 * * * *' : `*/${everyMinutes} * * * *`;

/**
 * Does jobs by a queue in the database, so that of all instances one does each.
 * @throws {ConfigurationError} `LIBRARY_MISSING`.
 */
export async function openPostgresJobs(
  connectionString: string,
  {
    log,
    load = importLibrary,
  }: { readonly log: ServiceLog; readonly load?: () => Promise<JobLibrary> },
): Promise<JobRunner> {
  const library = await loadOptional(
    load,
    'A database at "postgres:" needs the package pg-boss for what is done again and again; add it with "npm install pg-boss", or name a SQLite file with --database.',
  );
  const boss = new library.PgBoss({
    connectionString,
    schema,
    max: maxConnections,
    application_name: 'reader-comments',
  });
  const closing = new AbortController();
  const complain = (what: string, error: unknown): void => {
    if (!closing.signal.aborted) log(`${what}: ${describeError(error)}`);
  };
  let complainedAt = -Infinity;
  boss.on('error', (error) => {
    if (performance.now() - complainedAt < complaintMs) return;
    complainedAt = performance.now();
    complain('The queue of jobs has trouble', error);
  });

  const take = async (job: Job): Promise<void> => {
    const { name } = job;
    await boss.createQueue(name, {
      policy: 'exclusive',
      retryLimit: 0,
      expireInSeconds: longestSeconds,
      deleteAfterSeconds: longestSeconds,
    });
    await boss.work(name, async () => {
      try {
        await job.run(closing.signal);
      } catch (error) {
        complain(`The job ${name} failed`, error);
        throw error;
      }
    });
    await boss.schedule(name, cronOf(job));
  };

  let starting: Promise<unknown> = Promise.resolve();
  return {
    async start(jobs) {
      const begin = async (): Promise<void> => {
        await boss.start();
        for (const job of jobs) {
          // oxlint-disable-next-line no-await-in-loop -- one after the other, as their queues are made
          await take(job);
        }
      };
      await (starting = begin().catch((error: unknown) =>
        complain('Jobs cannot be done by this instance', error),
      ));
    },
    async close() {
      closing.abort();
      await starting;
      await boss.stop({ graceful: true, timeout: stopMs }).catch(() => {});
    },
  };
}

import type { ServiceLog } from '../service-log.ts';
import type { JobRunner } from './jobs.ts';
import { openPostgresJobs } from './postgres-jobs.ts';
import { createProcessJobs } from './process-jobs.ts';

/**
 * Does jobs where the comments are kept.
 * @throws {ConfigurationError} `LIBRARY_MISSING`.
 */
export const openJobs = async (database: string, log: ServiceLog): Promise<JobRunner> =>
  database.startsWith('sqlite:') ? createProcessJobs({ log }) : openPostgresJobs(database, { log });

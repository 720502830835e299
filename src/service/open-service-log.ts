import type { pino } from 'pino';
import type { OnAnswer } from './http/answered-request.ts';
import { currentRequestId } from './http/request-id.ts';
import { loadOptional } from './load-optional.ts';
import { logToStandardError, type ServiceLog } from './service-log.ts';
import type { Settings } from './settings.ts';

/** Where a service and its server write what happens. */
export interface OpenedLog {
  readonly log: ServiceLog;
  /** Absent where answered requests are not logged. */
  readonly onAnswer?: OnAnswer;
}

type LogLibrary = typeof pino;

const importLibrary = async (): Promise<LogLibrary> => (await import('pino')).pino;

/** Loads `pino`, which only services that log in JSON have installed; tests give another `load`. */
export const loadLogLibrary = (
  load: () => Promise<LogLibrary> = importLibrary,
): Promise<LogLibrary> =>
  loadOptional(
    load,
    'A log in JSON needs the package pino; add it with "npm install pino", or leave the setting log (--log or READER_COMMENTS_LOG) at text.',
  );

/** Each line written before the next thing happens: what a process says last is what one wants to know. */
const openJsonLog = async (): Promise<OpenedLog> => {
  const library = await loadLogLibrary();
  const logger = library(
    {
      base: { pid: process.pid },
      timestamp: library.stdTimeFunctions.isoTime,
      formatters: { level: (level) => ({ level }) },
    },
    library.destination({ fd: 2, sync: true }),
  );
  return {
    log(line) {
      const request = currentRequestId();
      logger.warn(request === undefined ? {} : { request }, line);
    },
    onAnswer({ id, method, route, status, ms, isCut }) {
      const level = status >= 500 ? 'error' : 'info';
      logger[level](
        { request: id, method, route, status, ms, ...(isCut && { cut: true }) },
        'answered',
      );
    },
  };
};

/**
 * Opens the log on the standard error stream: lines of text for what goes wrong, or JSON for that and for every request.
 * @throws {ConfigurationError} `LIBRARY_MISSING`.
 */
export async function openServiceLog({ log }: Pick<Settings, 'log'>): Promise<OpenedLog> {
  return log === 'json' ? openJsonLog() : { log: logToStandardError };
}

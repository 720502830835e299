/** Of Node.js: nobody is there, or not any more. */
const networkCodes: ReadonlySet<unknown> = new Set([
  'EAI_AGAIN',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTDOWN',
  'EHOSTUNREACH',
  'ENETDOWN',
  'ENETUNREACH',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
]);

/**
 * https://www.postgresql.org/docs/current/errcodes-appendix.html: connections (08), too little of something (53), shut
 * down or starting (57P…), and a standby that is not yet in charge (25006).
 */
const sqlState = /^(?:08...|53...|57P0[1235]|25006)$/;

/** What `pg` and its pool say without a code. */
const sentences: ReadonlySet<string> = new Set([
  'Client has encountered a connection error and is not queryable',
  'Client was closed and is not queryable',
  'Connection terminated',
  'Connection terminated due to connection timeout',
  'Connection terminated unexpectedly',
  'Query read timeout',
  'timeout exceeded when trying to connect',
  'timeout expired',
]);

/** https://sqlite.org/rescode.html: another process has been writing for too long (5, busy), or no room is left (13, full). */
const sqliteResults: ReadonlySet<number> = new Set([5, 13]);

const isSqliteOut = (error: Error): boolean => {
  const code: unknown = Reflect.get(error, 'errcode');
  // The lowest byte is the result, what stands above it says more of it.
  return typeof code === 'number' && sqliteResults.has(code & 0xff);
};

/**
 * Whether an error says that the database cannot be reached or cannot write for a while, through no fault of who asked
 * it.
 */
export function isDatabaseGone(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code: unknown = Reflect.get(error, 'code');
  // A server on a socket of the same machine that is not running.
  const isSocketMissing = code === 'ENOENT' && Reflect.get(error, 'syscall') === 'connect';
  return (
    isSocketMissing ||
    isSqliteOut(error) ||
    networkCodes.has(code) ||
    (typeof code === 'string' && sqlState.test(code)) ||
    sentences.has(error.message)
  );
}

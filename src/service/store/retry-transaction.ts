const maxTries = 5;

// https://www.postgresql.org/docs/current/errcodes-appendix.html: serialization_failure, deadlock_detected.
const undoneByOthers: ReadonlySet<unknown> = new Set(['40001', '40P01']);

const isUndoneByOthers = (error: unknown): boolean =>
  error instanceof Error && undoneByOthers.has(Reflect.get(error, 'code'));

/**
 * Runs a transaction again that the database has undone because another one was in its way; nothing of it is kept then.
 * @throws what the transaction throws otherwise, and at its fifth such end.
 */
export async function retryTransaction<T>(run: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      // oxlint-disable-next-line no-await-in-loop -- one try after the other
      return await run();
    } catch (error) {
      if (!isUndoneByOthers(error) || tries === maxTries) throw error;
    }
  }
}

/** Whether requests can be answered now; `reason` is a sentence without anything secret. */
export type Readiness =
  | { readonly kind: 'ready' }
  | { readonly kind: 'unready'; readonly reason: string };

/** What {@link createReadiness} works with. */
export interface ReadinessOptions {
  /** Resolves when the database has answered. */
  readonly ping: () => Promise<unknown>;
  /** Aborted when the service is about to close. */
  readonly closing: AbortSignal;
  /** How long the database may take, in milliseconds. Default 1,000. */
  readonly timeoutMs?: number;
}

/** Tells whether requests can be answered. However often that is asked, the database is asked by one at a time. */
export function createReadiness({
  ping,
  closing,
  timeoutMs = 1000,
}: ReadinessOptions): () => Promise<Readiness> {
  let asking: Promise<boolean> | undefined;
  const ask = (): Promise<boolean> =>
    (asking ??= ping()
      .then(
        () => true,
        () => false,
      )
      .finally(() => (asking = undefined)));

  const answersInTime = async (): Promise<boolean> => {
    const late = Promise.withResolvers<boolean>();
    const timer = setTimeout(() => late.resolve(false), timeoutMs);
    const answers = await Promise.race([ask(), late.promise]);
    clearTimeout(timer);
    return answers;
  };

  return async () => {
    if (closing.aborted) return { kind: 'unready', reason: 'The service is stopping.' };
    return (await answersInTime())
      ? { kind: 'ready' }
      : { kind: 'unready', reason: 'The database does not answer.' };
  };
}

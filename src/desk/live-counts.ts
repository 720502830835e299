import type { QueueCounts } from '../protocol/desk.ts';

/** How long counts are asked for by hand before a stream is tried again. */
const pollsBeforeStream = 10;

/** What keeps the counts fresh. */
export interface LiveCountsOptions {
  readonly url: string;
  /** Asks for the counts once. */
  readonly poll: () => Promise<unknown>;
  readonly onCounts: (counts: QueueCounts) => void;
  readonly pollMs?: number;
}

/**
 * Tells the counts of the queues as they change: by server-sent events, and by asking now and then where these do not
 * come through. Ends with `signal`.
 */
export function followCounts(
  { url, poll, onCounts, pollMs = 20_000 }: LiveCountsOptions,
  signal: AbortSignal,
): void {
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setInterval> | undefined;
  let polls = 0;

  const stopPolling = (): void => {
    clearInterval(timer);
    timer = undefined;
  };

  const pollOnce = (): void => {
    if (document.visibilityState !== 'visible') return;
    polls += 1;
    void poll();
    if (polls % pollsBeforeStream === 0) open();
  };

  const fallBack = (): void => {
    // A stream that broke is taken up again by the browser itself; meanwhile the counts are asked for.
    if (signal.aborted || timer !== undefined) return;
    timer = setInterval(pollOnce, pollMs);
    pollOnce();
  };

  const open = (): void => {
    source?.close();
    if (signal.aborted || typeof EventSource !== 'function') return;
    source = new EventSource(url);
    source.addEventListener('counts', (event: MessageEvent<string>) => {
      stopPolling();
      onCounts(JSON.parse(event.data) as QueueCounts);
    });
    source.addEventListener('error', fallBack);
  };

  const onVisibility = (): void => {
    if (document.visibilityState === 'visible') {
      open();
      void poll();
    } else source?.close();
  };

  open();
  if (!source) fallBack();
  // A browser gives one site few connections, and a tab out of sight would keep one of them.
  document.addEventListener('visibilitychange', onVisibility, { signal });
  signal.addEventListener('abort', () => {
    source?.close();
    stopPolling();
  });
}

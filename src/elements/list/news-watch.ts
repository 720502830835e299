const intervalMs = 60_000;

/** Calls `look` every minute while the page is seen, and when the reader comes back to it, until `signal` ends it. */
export function watchForNews(look: () => void, signal: AbortSignal): void {
  const lookIfSeen = (): void => {
    if (document.visibilityState === 'visible') look();
  };
  const timer = setInterval(lookIfSeen, intervalMs);
  document.addEventListener('visibilitychange', lookIfSeen, { signal });
  signal.addEventListener('abort', () => clearInterval(timer));
}

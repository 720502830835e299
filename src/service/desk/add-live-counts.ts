import { setTimeout as pauseFor } from 'node:timers/promises';
import type { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { QueueCounts } from '../../protocol/desk.ts';
import { describeError, type ServiceLog } from '../service-log.ts';
import type { CommentStore } from '../store/comment-store.ts';
import type { DeskEnvironment, EditorRule } from './editor-rule.ts';

/** How often counts are looked at while somebody watches. */
const lookMs = 3000;

/** A connection is ended after so long, and the page asks again: who is no editor any more sees nothing further. */
const lifeMs = 5 * 60_000;

/** Adds the counts of the queues as they change (server-sent events); counted once for all who watch this instance. */
export function addLiveCounts(
  api: Hono<DeskEnvironment>,
  editorRule: EditorRule,
  {
    store,
    closing,
    log,
    intervalMs = lookMs,
  }: {
    readonly store: Pick<CommentStore, 'countQueues'>;
    /** Aborted when the service closes. */
    readonly closing: AbortSignal;
    readonly log: ServiceLog;
    readonly intervalMs?: number;
  },
): void {
  let counting: { readonly at: number; readonly counts: Promise<QueueCounts> } | undefined;
  const count = (): Promise<QueueCounts> => {
    const at = performance.now();
    if (!counting || at - counting.at >= intervalMs / 2) {
      counting = { at, counts: store.countQueues() };
    }
    return counting.counts;
  };

  /** Nothing where the counts cannot be had: the stream ends, and the page asks in its other way and comes again. */
  const look = async (stream: { readonly aborted: boolean }): Promise<string | undefined> => {
    try {
      return JSON.stringify(await count());
    } catch (error) {
      // The database may go while it is asked for somebody who has left: that is nobody's failure.
      if (!stream.aborted && !closing.aborted) log(`Counting failed: ${describeError(error)}`);
      return undefined;
    }
  };

  api.get('/live', editorRule('viewer'), (context) => {
    // A proxy that gathers answers would keep the counts back.
    context.header('X-Accel-Buffering', 'no');
    return streamSSE(context, async (stream) => {
      const close = (): void => stream.abort();
      closing.addEventListener('abort', close, { once: true });
      stream.onAbort(() => closing.removeEventListener('abort', close));
      const end = performance.now() + lifeMs;
      let last = '';
      while (!stream.aborted && performance.now() < end) {
        // oxlint-disable-next-line no-await-in-loop -- one look after the other
        const data = await look(stream);
        if (data === undefined) return;
        // oxlint-disable-next-line no-await-in-loop
        if (data !== last && !stream.aborted) await stream.writeSSE({ event: 'counts', data });
        last = data;
        // oxlint-disable-next-line no-await-in-loop
        await pauseFor(intervalMs, undefined, { signal: closing }).catch(() => {});
      }
    });
  });
}

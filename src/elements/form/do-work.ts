import type { WorkTask } from '../../protocol/types.ts';

/** On the page the reader may be typing: after so long it gets its turn (design.md §7: half a frame). */
const sliceMs = 8;

interface ScriptPolicy {
  readonly createScriptURL: (url: string) => string;
}

interface PolicyMaker {
  readonly createPolicy: (name: string, rules: ScriptPolicy) => ScriptPolicy;
}

let policy: ScriptPolicy | undefined;

/** The URL as a page with Trusted Types wants it; the policy lets nothing else through. */
const trusted = (workerUrl: string): string => {
  const { trustedTypes } = globalThis as { trustedTypes?: PolicyMaker };
  policy ??= trustedTypes?.createPolicy('reader-comments', { createScriptURL: () => workerUrl });
  return policy?.createScriptURL('') ?? workerUrl;
};

/** Rejects where a worker is refused: by the page's policy, from another origin, or by an old browser. */
const inWorker = (
  workerUrl: string,
  task: WorkTask,
  signal: AbortSignal,
): Promise<string | undefined> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(trusted(workerUrl), { type: 'module' });
    const end = (settle: () => void): void => {
      worker.terminate();
      settle();
    };
    signal.addEventListener('abort', () => end(() => resolve(undefined)), { once: true });
    worker.addEventListener('message', ({ data }: MessageEvent<string | undefined>) =>
      end(() => resolve(data)),
    );
    worker.addEventListener('error', (event) => {
      // The page does it: there is nothing to report.
      event.preventDefault();
      end(() => reject(new Error('The worker did not start')));
    });
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- not a window
    worker.postMessage(task);
  });

/**
 * Does a task in a worker or, where that is refused, in slices on the page. Gives nothing when it was ended or cannot be
 * done; never rejects.
 */
export async function doWork(task: WorkTask, signal: AbortSignal): Promise<string | undefined> {
  try {
    const { findKey, workerUrl } = await import('./find-key.ts');
    return await inWorker(workerUrl, task, signal).catch(() => findKey(task, { signal, sliceMs }));
  } catch {
    return undefined;
  }
}

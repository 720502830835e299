import type { WorkTask } from '../../protocol/types.ts';

/** How {@link findKey} goes about it. */
export interface SearchOptions {
  /** Ends the search. */
  readonly signal?: AbortSignal;
  /** Milliseconds after which the page gets its turn. Default never. */
  readonly sliceMs?: number;
  /** Monotonic clock in milliseconds. */
  readonly now?: () => number;
  /** Lets the page have its turn. */
  readonly rest?: () => Promise<void>;
}

/** Where this file stands: it is the script of the worker as well, and so imports nothing. */
export const workerUrl: string = import.meta.url;

/** Keys under way at once: a browser makes them outside of the script, and the way there and back takes longer than a key. */
const batchSize = 8;

const counterBytes = 4;

const bytesOf = (hex: string): number[] =>
  (hex.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16));

const hexOf = (bytes: ArrayBuffer): string =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');

const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** Tries the counters from 0 on; nothing where none fits, or the search was ended. */
export async function findKey(
  { nonce, salt, cost, keyLength, keyPrefix, tries }: WorkTask,
  options: SearchOptions = {},
): Promise<string | undefined> {
  const { signal, sliceMs = Infinity, now = () => performance.now(), rest = nextTask } = options;
  const { subtle } = crypto;
  const start = bytesOf(nonce);
  const derivation = {
    name: 'PBKDF2',
    hash: 'SHA-256',
    salt: new Uint8Array(bytesOf(salt)),
    iterations: cost,
  };
  const derive = async (counter: number): Promise<string> => {
    const password = new Uint8Array([...start, ...Array<number>(counterBytes).fill(0)]);
    new DataView(password.buffer).setUint32(start.length, counter);
    const base = await subtle.importKey('raw', password, 'PBKDF2', false, ['deriveBits']);
    return hexOf(await subtle.deriveBits(derivation, base, keyLength * 8));
  };

  let sliceEnds = now() + sliceMs;
  for (let counter = 0; counter < tries; counter += batchSize) {
    // One batch after the other, or all of them would be under way at once.
    if (now() >= sliceEnds) {
      // oxlint-disable-next-line no-await-in-loop
      await rest();
      sliceEnds = now() + sliceMs;
    }
    if (signal?.aborted) return undefined;
    const batch = Array.from({ length: batchSize }, (_, index) => derive(counter + index));
    // oxlint-disable-next-line no-await-in-loop
    const found = (await Promise.all(batch)).find((key) => key.startsWith(keyPrefix));
    if (found) return found;
  }
  return undefined;
}

// In a worker this file is all there is.
if ('DedicatedWorkerGlobalScope' in globalThis) {
  const worker = globalThis as unknown as Worker;
  worker.addEventListener('message', async ({ data }: MessageEvent<WorkTask>) => {
    const key = await findKey(data).catch(() => {});
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- not a window
    worker.postMessage(key);
  });
}

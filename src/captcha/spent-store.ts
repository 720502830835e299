import { CaptchaError } from './captcha-error.ts';

/** Remembers which tokens had their one attempt. Shared by all instances that share a secret. */
export interface SpentStore {
  /**
   * True for the first caller only. One atomic step: an insert that fails on a second one, not a look and then a write.
   * @param id The token's id, 22 characters of base64url.
   * @param lifeSeconds How long the id must be remembered at least; whole seconds, at least 1.
   */
  spend(id: string, lifeSeconds: number): Promise<boolean>;
}

/** Settings of {@link createMemorySpentStore}. */
export interface MemorySpentStoreOptions {
  /** Most ids held at once; about 100 bytes each. Default 200,000. */
  readonly maxIds?: number;
  /** Clock in milliseconds; must be the one the tokens are judged by. Default `Date.now`. */
  readonly now?: () => number;
}

interface Generation {
  readonly ids: Set<string>;
  /** When the last of its ids may be forgotten, in milliseconds of the clock. */
  endsAt: number;
}

const createGeneration = (): Generation => ({ ids: new Set(), endsAt: -Infinity });

/**
 * A {@link SpentStore} for one process, forgotten when it ends.
 *
 * Two generations instead of a timer an id: the older one is dropped as a whole once its last id has
 * outlived its token, so no living id is ever evicted. When `maxIds` are held, `spend` rejects with
 * `SPENT_STORE_FULL`: forgetting one to make room would let its token be used again.
 */
export function createMemorySpentStore(options: MemorySpentStoreOptions = {}): SpentStore {
  const { maxIds = 200_000, now = Date.now } = options;
  let older = createGeneration();
  let younger = createGeneration();

  const spendNow = (id: string, lifeSeconds: number): boolean => {
    const time = now();
    if (time >= older.endsAt) {
      older = younger;
      younger = createGeneration();
    }
    if (older.ids.has(id) || younger.ids.has(id)) return false;
    if (older.ids.size + younger.ids.size >= maxIds) {
      throw new CaptchaError(
        'SPENT_STORE_FULL',
        `${maxIds} spent ids are held; none may be forgotten yet`,
      );
    }
    younger.ids.add(id);
    younger.endsAt = Math.max(younger.endsAt, time + lifeSeconds * 1000);
    return true;
  };

  return { spend: async (id, lifeSeconds) => spendNow(id, lifeSeconds) };
}

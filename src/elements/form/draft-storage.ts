import type { Attempt } from './attempt.ts';
import { draftPrefix } from './draft-prefix.ts';

/** The fields a draft keeps; never the code. */
export const draftFields = ['name', 'address', 'email', 'content'] as const;

/** The comment that is answered. */
export interface AnsweredComment {
  readonly id: string;
  readonly name: string;
}

/** What a reader has typed so far, and the last try to send it. */
export type StoredDraft = Readonly<Partial<Record<(typeof draftFields)[number], string>>> & {
  readonly attempt?: Attempt | undefined;
  readonly reply?: AnsweredComment | undefined;
};

// Every access may throw: storage switched off, full, or an opaque origin. A draft is a courtesy then left out.
function access<T>(use: (storage: Storage) => T): T | undefined {
  try {
    return use(sessionStorage);
  } catch {
    return undefined;
  }
}

/** The draft kept in this tab under `key`; an empty one where there is none. */
export function readDraft(key: string): StoredDraft {
  return Object(access((storage) => JSON.parse(storage.getItem(draftPrefix + key) ?? '{}')));
}

/** Keeps a draft for this tab; one without any text is removed. */
export function writeDraft(key: string, draft: StoredDraft): void {
  const isEmpty = !draftFields.some((field) => draft[field]);
  access((storage) =>
    isEmpty
      ? storage.removeItem(draftPrefix + key)
      : storage.setItem(draftPrefix + key, JSON.stringify(draft)),
  );
}

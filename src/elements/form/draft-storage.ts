import { draftPrefix } from './draft-prefix.ts';

/** The fields a draft keeps; never the code. */
export const draftFields = ['name', 'address', 'email', 'content'] as const;

/** What a reader has typed so far. */
export type StoredDraft = Readonly<Partial<Record<(typeof draftFields)[number], string>>>;

// Every access may throw: storage switched off, full, or an opaque origin. A draft is a courtesy then left out.
function attempt<T>(access: (storage: Storage) => T): T | undefined {
  try {
    return access(sessionStorage);
  } catch {
    return undefined;
  }
}

/** The draft kept in this tab under `key`; an empty one where there is none. */
export function readDraft(key: string): StoredDraft {
  return Object(attempt((storage) => JSON.parse(storage.getItem(draftPrefix + key) ?? '{}')));
}

/** Keeps a draft for this tab; an empty one is removed. */
export function writeDraft(key: string, draft: StoredDraft): void {
  const isEmpty = !Object.values(draft).some(Boolean);
  attempt((storage) =>
    isEmpty
      ? storage.removeItem(draftPrefix + key)
      : storage.setItem(draftPrefix + key, JSON.stringify(draft)),
  );
}

import { createHash } from 'node:crypto';
import type { CommentStatus } from '../rules/status-transitions.ts';

/** What was done to a comment, an author, a list or an article, as the audit log names it. */
export type AuditAction =
  | 'publish'
  | 'reject'
  | 'spam'
  | 'remove'
  | 'restore'
  | 'erase'
  | 'undo'
  | 'keep'
  | 'edit'
  | 'unedit'
  | 'pin'
  | 'unpin'
  | 'pick'
  | 'unpick'
  | 'reply'
  | 'author'
  | 'words'
  | 'recheck'
  | 'purge'
  | 'article'
  | 'mode';

/** What is to be written into the audit log (L-12). Holds no text and no email of a reader. */
export interface NewAuditEntry {
  /** The editor's name, `terminal:` and a user, or the setting that decided. */
  readonly who: string;
  /** Id of the editor; absent where nobody was signed in. */
  readonly editor?: string | undefined;
  readonly action: AuditAction;
  readonly comment?: string | undefined;
  readonly article?: string | undefined;
  readonly from?: CommentStatus | undefined;
  readonly to?: CommentStatus | undefined;
  readonly reason?: string | undefined;
  readonly note?: string | undefined;
  /** Hash of the text readers saw before, by {@link hashText}. */
  readonly textBefore?: string | undefined;
  /** Hash of the text readers see now. */
  readonly textAfter?: string | undefined;
}

/** One entry of the audit log. */
export interface AuditEntry extends NewAuditEntry {
  /** 1 for the first, and one more for each. */
  readonly number: number;
  /** ISO 8601 in UTC. */
  readonly at: string;
  /** {@link hashEntry} of this entry and the hash of the one before. */
  readonly hash: string;
}

/** What stands in the place of the hash before the first entry. */
export const noHash = '';

/** SHA-256 of a text in UTF-8, as base64url. */
export const hashText = (text: string): string =>
  createHash('sha256').update(text).digest('base64url');

/**
 * The hash that chains an entry to the one before: SHA-256 over a JSON array of the hash before and every member in a
 * fixed order, so that no entry can be changed, taken out or put in without changing all hashes that follow.
 */
export const hashEntry = (previousHash: string, entry: Omit<AuditEntry, 'hash'>): string =>
  hashText(
    JSON.stringify([
      previousHash,
      entry.number,
      entry.at,
      entry.who,
      entry.editor ?? null,
      entry.action,
      entry.comment ?? null,
      entry.article ?? null,
      entry.from ?? null,
      entry.to ?? null,
      entry.reason ?? null,
      entry.note ?? null,
      entry.textBefore ?? null,
      entry.textAfter ?? null,
    ]),
  );

/** What a look at the whole chain found. */
export type AuditFinding =
  | {
      readonly kind: 'whole';
      readonly entries: number;
      /** Of the last entry; kept elsewhere it also proves that none was cut off the end. */
      readonly head: string;
    }
  /** `number` is the first entry that is missing or does not fit the one before it. */
  | { readonly kind: 'broken'; readonly number: number };

/** Checks a chain entry by entry; `entries` come in the order of their numbers. */
export async function verifyChain(entries: AsyncIterable<AuditEntry>): Promise<AuditFinding> {
  let number = 0;
  let head = noHash;
  for await (const entry of entries) {
    number += 1;
    if (entry.number !== number || entry.hash !== hashEntry(head, entry)) {
      return { kind: 'broken', number };
    }
    head = entry.hash;
  }
  return { kind: 'whole', entries: number, head };
}

/** What a change of status is called. */
export const actionOfStatus: Readonly<Record<CommentStatus, AuditAction>> = {
  pending: 'restore',
  published: 'publish',
  rejected: 'reject',
  spam: 'spam',
  removed: 'remove',
  erased: 'erase',
};

import type { DeskRecheck, DeskWord, NewDeskWord } from '../../protocol/desk-words.ts';
import type { Signal } from '../rules/signal.ts';
import type { WordEntry } from '../rules/words/word-list.ts';

/** The words of the newsroom. */
export interface KeptWords {
  /** Grows with every change. */
  readonly version: number;
  /** In the order of their keys. */
  readonly entries: readonly DeskWord[];
}

/** A look through the published comments, from the newest to the oldest, for words that were banned (L-14). */
export interface Recheck extends DeskRecheck {
  /** 1 for the first, and one more for each. */
  readonly number: number;
  /** What is looked for. */
  readonly entries: readonly WordEntry[];
  /** The oldest comment that was looked at; null for none yet. */
  readonly last: string | null;
}

/** How far a look has come by one part. */
export interface RecheckStep {
  readonly number: number;
  /** {@link Recheck.last} before the part; one that somebody else has done is not done again. */
  readonly from: string | null;
  /** The oldest comment of the part; null at the end. */
  readonly to: string | null;
  readonly checked: number;
  readonly found: number;
}

/** The half of a transaction that changes the words of the newsroom. */
export interface WordTransaction {
  /** The words for who means to change them: others wait until that is done. */
  readWords(): Promise<KeptWords>;
  /** Puts entries into their lists, also those that stand in another one. Does not change the version. */
  addWords(entries: readonly NewDeskWord[], by: string): Promise<void>;
  /** Takes out the entries of these keys. Does not change the version. */
  removeWords(keys: readonly string[]): Promise<void>;
  /** Says that the words are others now, for all instances. */
  countWordsVersion(): Promise<void>;
  /** Begins a look through the published comments. */
  beginRecheck(entries: readonly WordEntry[]): Promise<void>;
  /** Notes how far a look has come. @returns Whether nobody else has done the part. */
  stepRecheck(step: RecheckStep): Promise<boolean>;
  /**
   * Reports a published comment for its words, with the signals that say which: what it had of other signals stays.
   * @returns Whether it was reported; not where it is not published any more.
   */
  reportWords(id: string, recheck: number, signals: readonly Signal[]): Promise<boolean>;
}

/** The half of a store that reads words. */
export interface WordReading {
  /** Another number than before: the words were changed. One short query. */
  wordsVersion(): Promise<number>;
  /** All words of the newsroom. */
  listWords(): Promise<KeptWords>;
  /** The look that was begun last. */
  findLatestRecheck(): Promise<Recheck | undefined>;
  /** The oldest look that is not at its end. */
  findOpenRecheck(): Promise<Recheck | undefined>;
}

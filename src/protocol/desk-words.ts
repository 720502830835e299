/** Words that hold nothing: `allow` takes entries of the other lists out of them. */
export type WordListName = 'ban' | 'suspect' | 'allow';

/** In the order of the desk. */
export const wordListNames: readonly WordListName[] = ['ban', 'suspect', 'allow'];

/** An entry that the newsroom has put into a list; it stands in one list alone. */
export interface DeskWord {
  readonly list: WordListName;
  /** The word or words, as they were written. */
  readonly text: string;
  /** Whether it counts only with its accents: "lon" may be lớn. */
  readonly isEveryday: boolean;
  /** ISO 8601 in UTC. */
  readonly addedAt: string;
  /** The editor's name. */
  readonly addedBy: string;
}

/** How far the published comments have been looked through for words that were banned (L-14). */
export interface DeskRecheck {
  readonly startedAt: string;
  /** Null while it goes on. */
  readonly endedAt: string | null;
  /** Comments looked at. */
  readonly checked: number;
  /** Those with one of the words: they stand among the reported ones. */
  readonly found: number;
}

/** The words of the newsroom. */
export interface DeskWords {
  /** Grows with every change of them; sent back with one (M-4). */
  readonly version: number;
  /** In the order of their texts. */
  readonly entries: readonly DeskWord[];
  /** How many entries the lists have that the service was started with. */
  readonly own: Readonly<Record<Exclude<WordListName, 'allow'>, number>>;
  /** The latest; absent where there was none. */
  readonly recheck?: DeskRecheck;
}

/** An entry to be put into a list, or moved to it. */
export type NewDeskWord = Pick<DeskWord, 'list' | 'text' | 'isEveryday'>;

/** What is to become of the newsroom's words. */
export interface WordsChange {
  readonly add: readonly NewDeskWord[];
  /** Texts of entries. */
  readonly remove: readonly string[];
}

/** A word of the lists in a text. */
export interface DeskWordHit {
  readonly list: Exclude<WordListName, 'allow'>;
  /** The entry as its list writes it. */
  readonly entry: string;
  /** With all accents of the entry; without some of them, by the way or between look-alikes; with stars in it. */
  readonly form: 'exact' | 'folded' | 'disguised' | 'starred';
  readonly severity: 'note' | 'hold' | 'junk';
  /** Where it stands, in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
}

/** What the lists find in a text, with a change that is not saved. */
export interface DeskWordTest {
  /** The text as the places are counted in: normalised. */
  readonly text: string;
  readonly hits: readonly DeskWordHit[];
}

/** What a refusal for another editor's change tells. */
export interface DeskWordsConflict {
  readonly words: DeskWords;
}

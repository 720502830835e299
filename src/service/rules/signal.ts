/** What was found odd about a comment. Stable: kept with the comment. Those of a site's own begin with `site:`. */
export type SignalCode =
  /** The field that was to stay empty was filled. */
  | 'trap'
  /** Sent sooner after its code was asked for than anybody writes. */
  | 'fast'
  /** Sent without a security code, where the site allows it. */
  | 'no-code'
  /** Addresses of pages, or bare domains (T-16). */
  | 'link'
  /** Telephone numbers, accounts of Zalo or Telegram, emails (T-16). */
  | 'contact'
  /** A word of the list `ban` (T-13). */
  | 'banned-word'
  /** A word of the list `suspect` (T-13). */
  | 'suspect-word'
  /** The same text as other comments (T-17). */
  | 'duplicate'
  /** Vietnamese without its accents (T-10). */
  | 'no-accents'
  /** Mostly capitals (T-11). */
  | 'capitals'
  /** Letters of other scripts that look like Latin ones (T-7). */
  | 'look-alike'
  /** Text of an old font's encoding, TCVN3 or VNI (T-20). */
  | 'legacy-font'
  /** Marks that no language of Vietnam writes (T-5). */
  | 'unusual-marks'
  /** Many comments from one network, or in a wave. */
  | 'burst'
  /** The newsroom takes no comments of this author, for a while or for good (M-8). */
  | 'author-refused'
  /** The newsroom reads this author's comments before they are published (M-8). */
  | 'author-reviewed'
  | `site:${string}`;

/**
 * What a signal does: `note` is shown to the newsroom and does nothing else, `hold` keeps the comment for the newsroom
 * in every mode, `junk` does too and says that it is hardly worth a look.
 */
export type SignalSeverity = 'note' | 'hold' | 'junk';

/** One thing that is odd about a comment. */
export interface Signal {
  readonly code: SignalCode;
  readonly severity: SignalSeverity;
  /** Where the places are; absent where it is not about a text. */
  readonly field?: 'name' | 'address' | 'content';
  /** Places in the normalised text: first UTF-16 code unit and the one behind the last, in order, apart from each other. */
  readonly offsets: readonly (readonly [start: number, end: number])[];
  /** What was hit, such as the list's entry; at most 200 characters. */
  readonly detail?: string;
}

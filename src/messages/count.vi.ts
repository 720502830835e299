/** What is said of the number of an article's comments, in Vietnamese (C-1). */
export const countMessagesVi = {
  'count.number': '{n} ý kiến',
} as const;

/** Name of one message of the count. */
export type CountMessageKey = keyof typeof countMessagesVi;

/**
 * The messages of the count in one language.
 * Where a language counts in singular and plural, a text holds both, parted by ` | ` (C-8).
 */
export type CountMessages = Readonly<Record<CountMessageKey, string>>;

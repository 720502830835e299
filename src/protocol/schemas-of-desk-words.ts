import * as z from 'zod';
import { normalizeLine } from '../text/normalize-text.ts';
import {
  type DeskRecheck,
  type DeskWord,
  type DeskWordHit,
  type DeskWords,
  type DeskWordTest,
  type NewDeskWord,
  wordListNames,
  type WordsChange,
} from './desk-words.ts';
import { maxWordCharacters, maxWordsAtOnce } from './limits.ts';
import { wordKeyOf } from './word-key.ts';

/** Longest text of a test in UTF-16 code units. */
export const maxTestCharacters = 20_000;

const text: z.ZodType<string, string> = z
  .string()
  .transform(normalizeLine)
  .pipe(z.string().min(1).max(maxWordCharacters));

const list = z.enum(wordListNames);

const newWord: z.ZodType<NewDeskWord> = z.object({
  list,
  text,
  isEveryday: z.boolean().default(false),
});

const add = z
  .array(newWord)
  .max(maxWordsAtOnce)
  // Said twice, it is not known which list is meant.
  .refine((all) => new Set(all.map((one) => wordKeyOf(one.text))).size === all.length)
  .default([]);
const remove = z.array(text).max(maxWordsAtOnce).default([]);

/** Body of `POST /desk/api/words`. */
export interface WordsBody extends WordsChange {
  /** As it was seen. */
  readonly version: number;
}

/** The schema of {@link WordsBody}. */
export const wordsSchema: z.ZodType<WordsBody> = z.object({
  version: z.int().min(0),
  add,
  remove,
});

/** Body of `POST /desk/api/words/test`. */
export interface WordTestBody extends WordsChange {
  readonly text: string;
}

/** The schema of {@link WordTestBody}. */
export const wordTestSchema: z.ZodType<WordTestBody> = z.object({
  text: z.string().max(maxTestCharacters),
  add,
  remove,
});

const instant = z.iso.datetime();

const word: z.ZodType<DeskWord> = z.strictObject({
  list,
  text: z.string(),
  isEveryday: z.boolean().describe('Counts only with its accents, as "lon", which may be lớn.'),
  addedAt: instant,
  addedBy: z.string(),
});

const recheck: z.ZodType<DeskRecheck> = z
  .strictObject({
    startedAt: instant,
    endedAt: instant.nullable().describe('Null while it goes on.'),
    checked: z.int().min(0),
    found: z.int().min(0).describe('Comments with one of the words: they are reported now.'),
  })
  .describe('The latest look through the published comments for words that were banned.');

/** Answer of `GET` and `POST /desk/api/words`. */
export const deskWordsSchema: z.ZodType<DeskWords> = z.strictObject({
  version: z.int().min(0).describe('Sent back with a change; another one is refused.'),
  entries: z.array(word),
  own: z
    .strictObject({ ban: z.int().min(0), suspect: z.int().min(0) })
    .describe('Entries of the lists that the service was started with.'),
  recheck: recheck.exactOptional(),
});

const hit: z.ZodType<DeskWordHit> = z.strictObject({
  list: z.enum(['ban', 'suspect']),
  entry: z.string(),
  form: z.enum(['exact', 'folded', 'disguised', 'starred']),
  severity: z.enum(['note', 'hold', 'junk']),
  start: z.int().min(0).describe('UTF-16 code units of `text`.'),
  end: z.int().min(0),
});

/** Answer of `POST /desk/api/words/test`. */
export const deskWordTestSchema: z.ZodType<DeskWordTest> = z.strictObject({
  text: z.string().describe('The text as it is compared: normalised.'),
  hits: z.array(hit),
});

import { maxWordCharacters } from '../../../protocol/limits.ts';

/** An entry of a list of words. */
export interface WordEntry {
  /** The word or words, as the list writes them. */
  readonly text: string;
  /**
   * Whether it counts only as it is written: an everyday word without its accents, such as "lon", which may be lớn.
   * Without accents it is noted where others hold.
   */
  readonly isEveryday: boolean;
}

/** The two lists of the word filter (T-13). */
export interface WordLists {
  /** Words no paper prints: a comment with one is hardly worth a look. */
  readonly ban: readonly WordEntry[];
  /** Words that an editor should see before readers do. */
  readonly suspect: readonly WordEntry[];
}

/** A line that is no entry. */
export interface BadLine {
  /** From 1 on. */
  readonly line: number;
  /** What is wrong with it, as the end of a sentence. */
  readonly problem: string;
}

/**
 * Reads a list: one entry a line; empty lines and those that begin with `#` are for people; `=` before an entry says that
 * its un-accented form is an everyday word. Nothing in an entry has a meaning of its own (S37).
 * @returns The entries, or the first bad line.
 */
export function parseWordList(text: string): readonly WordEntry[] | BadLine {
  const entries: WordEntry[] = [];
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n?|\n/);
  for (const [index, raw] of lines.entries()) {
    const line = raw.trim();
    if (line === '' || line.startsWith('#')) continue;
    const isEveryday = line.startsWith('=') && line.length > 1;
    const entry = isEveryday ? line.slice(1).trim() : line;
    if (entry.length > maxWordCharacters) {
      const problem = `has more than ${maxWordCharacters} characters, so it is no list of words`;
      return { line: index + 1, problem };
    }
    if (/[^\P{Cc}\t]|\uFFFD/u.test(entry)) {
      return { line: index + 1, problem: 'is not UTF-8 text' };
    }
    entries.push({ text: entry.normalize(), isEveryday });
  }
  return entries;
}

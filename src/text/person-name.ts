import { hasAbnormalMarks } from './abnormal-marks.ts';
import { foldCompatible } from './fold-compatible.ts';
import { hasMixedScriptWord } from './mixed-scripts.ts';

/** Why a name is refused; the codes of `protocol/problem.ts`. */
export type NameProblem = 'contact' | 'no-letter' | 'mixed-scripts' | 'letters-only' | 'characters';

// A handle or email, a URL, or two letters before a well-known top-level domain; "B.Yă" and "Q.5" are none.
const address =
  /@|:\/\/|www\.|\.[a-z]{2,9}\/|[\p{L}\p{N}]{2}\.(?:com|net|org|info|biz|vn|xyz|top|online|site|shop|club|app|link|asia|io)(?![\p{L}\p{M}\p{N}])/iu;

// Vietnamese numbers from nine digits on, however grouped; the hotlines 1800 and 1900; any nine digits in a row.
const phone =
  /(?:\+|0|84)(?:[ .()\u2010-\u2015-]{0,3}\d){8}|1[89]00(?:[ .()\u2010-\u2015-]{0,3}\d){4}|\d{9}/;

// Modifier letters are the apostrophe ʼ and its like; Hangul fillers are letters nobody sees.
const visibleLetter = /(?!\p{DI})[\p{Lu}\p{Ll}\p{Lt}\p{Lo}]/u;
const allowed = /^[\p{L}\p{Nd}][\p{L}\p{M}\p{Nd}'’ʼ‘.\-\u2010\u2011 ]*$/u;

/**
 * What is wrong with a name or pen name (T-6). No rule on case, on the number of words or on a least length:
 * people are called Ý.
 * @param name - Normalised and not empty; its length is judged elsewhere.
 * @param allowDigits - Whether digits pass ("Bạn đọc 68"); without, `letters-only` stands for `characters`.
 */
export function findNameProblem(name: string, allowDigits: boolean): NameProblem | undefined {
  const plain = foldCompatible(name);
  if (address.test(plain) || phone.test(plain)) return 'contact';
  if (!visibleLetter.test(name)) return 'no-letter';
  if (hasMixedScriptWord(name)) return 'mixed-scripts';
  const refused =
    !allowed.test(name) || hasAbnormalMarks(name) || (!allowDigits && /\p{Nd}/u.test(name));
  if (refused) return allowDigits ? 'characters' : 'letters-only';
  return undefined;
}

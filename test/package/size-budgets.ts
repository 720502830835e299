import type { BrowserFile } from './browser-files.ts';

/** What some of the browser files may weigh together, gzip level 9, KB = 1,024 bytes (design.md §7). */
export interface SizeBudget {
  readonly what: string;
  /** Names of the files that count. */
  readonly files: RegExp;
  readonly limitKilobytes: number;
  /** What the design promises, where it is less than what is held so far. */
  readonly goalKilobytes?: number;
}

const first = 'reader-comments\\.js';
const classic = 'reader-comments\\.classic\\.js';
const assistant = 'reader-comments\\.form-assistant\\.[\\w-]+\\.js';
const list = 'reader-comments\\.reader-comment-list-element\\.[\\w-]+\\.js';

/** The promises with numbers that are held by the build. */
export const sizeBudgets: readonly SizeBudget[] = [
  { what: 'first file', files: new RegExp(`^${first}$`), limitKilobytes: 12 },
  {
    what: 'all the form loads in Vietnamese',
    files: new RegExp(`^(?:${first}|${assistant})$`),
    limitKilobytes: 20,
    goalKilobytes: 16,
  },
  {
    what: "talk with a site's own backend",
    files: /^reader-comments\.legacy-format\.[\w-]+\.js$/,
    limitKilobytes: 1.5,
  },
  {
    what: 'notice and consent',
    files: /^reader-comments\.consent-boxes\.[\w-]+\.js$/,
    limitKilobytes: 2,
  },
  {
    what: 'a code that is heard',
    files: /^reader-comments\.spoken-code\.[\w-]+\.js$/,
    limitKilobytes: 4,
  },
  {
    what: 'a reader the site knows',
    files: /^reader-comments\.author-lock\.[\w-]+\.js$/,
    limitKilobytes: 0.5,
  },
  {
    what: 'missing accents',
    files: /^reader-comments\.accent-question\.[\w-]+\.js$/,
    limitKilobytes: 2,
  },
  {
    what: 'words of refusals',
    files: /^reader-comments\.refusal-texts\.[\w-]+\.js$/,
    limitKilobytes: 1.25,
  },
  {
    what: 'work, and the choice between the ways to a code',
    files: /^reader-comments\.(?:offer-ways|code-choice|find-key)\.[\w-]+\.js$/,
    limitKilobytes: 4,
  },
  { what: 'English', files: /^reader-comments\.form\.en\.[\w-]+\.js$/, limitKilobytes: 2.5 },
  {
    what: 'what a list does for its reader, from the first touch',
    files: /^reader-comments\.list-assistant\.[\w-]+\.js$/,
    limitKilobytes: 5,
  },
  {
    what: 'what a reader is told whose comment is not published',
    files: /^reader-comments\.refusals\.[\w-]+\.js$/,
    limitKilobytes: 1,
  },
  {
    what: 'a list that grows',
    files: /^reader-comments\.long-list\.[\w-]+\.js$/,
    limitKilobytes: 1,
  },
  { what: 'list in Vietnamese', files: new RegExp(`^${list}$`), limitKilobytes: 6 },
  {
    what: 'answers and the state of the article',
    files: /^reader-comments\.form-situation\.[\w-]+\.js$/,
    limitKilobytes: 1.5,
  },
  {
    what: 'count',
    files: /^reader-comments\.reader-comment-count-element\.[\w-]+\.js$/,
    limitKilobytes: 1.5,
  },
  {
    what: 'list in English',
    files: /^reader-comments\.list\.en\.[\w-]+\.js$/,
    limitKilobytes: 2.5,
  },
  {
    what: 'classic build with the list',
    files: new RegExp(`^(?:${classic}|${list})$`),
    limitKilobytes: 22,
  },
];

/** The newsroom's desk: a page of its own, opened once a day and kept by the browser. */
export const deskBudgets: readonly SizeBudget[] = [
  { what: 'desk in Vietnamese', files: /^reader-comments\.desk\.js$/, limitKilobytes: 44 },
  {
    what: 'desk in English',
    files: /^reader-comments\.desk\.en\.[\w-]+\.js$/,
    limitKilobytes: 5.5,
  },
  {
    what: 'numbers at the desk',
    files: /^reader-comments\.stats-dialog\.[\w-]+\.js$/,
    limitKilobytes: 5,
  },
  {
    what: 'lists of words at the desk',
    files: /^reader-comments\.words-dialog\.[\w-]+\.js$/,
    limitKilobytes: 5,
  },
];

/** One budget and what its files weigh. */
export interface SizeFinding extends SizeBudget {
  readonly bytes: number;
  readonly isKept: boolean;
}

/** Weighs the files of each budget; a budget whose files are not there is not kept. */
export function weighFiles(
  files: readonly BrowserFile[],
  budgets: readonly SizeBudget[] = sizeBudgets,
): readonly SizeFinding[] {
  return budgets.map((budget) => {
    const bytes = files
      .filter(({ name }) => budget.files.test(name))
      .reduce((sum, { gzipBytes }) => sum + gzipBytes, 0);
    return { ...budget, bytes, isKept: bytes > 0 && bytes <= budget.limitKilobytes * 1024 };
  });
}

/** Files that no budget counts: each chunk has to stand in one. */
export function findUncounted(
  files: readonly BrowserFile[],
  budgets: readonly SizeBudget[] = sizeBudgets,
): readonly BrowserFile[] {
  return files.filter(({ name }) => !budgets.some((budget) => budget.files.test(name)));
}

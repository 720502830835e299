import { readFileSync } from 'node:fs';
import { ConfigurationError } from './configuration-error.ts';
import { parseWordList, type WordEntry, type WordLists } from './rules/words/word-list.ts';
import { settingPlaces } from './setting-table.ts';
import type { Settings } from './settings.ts';

/** Stands for the package's own list among the files of a site. */
const own = 'own';

// As many steps up from `src` as from `dist`, where the command line is one file in a folder, too.
const ownFiles: Readonly<Record<keyof WordLists, URL>> = {
  ban: new URL('../../src/service/rules/words/ban.txt', import.meta.url),
  suspect: new URL('../../src/service/rules/words/suspect.txt', import.meta.url),
};

type WordSetting = 'banWords' | 'suspectWords';

const refuse = (file: string, setting: WordSetting, what: string): never => {
  throw new ConfigurationError(
    'WORD_LIST_UNREADABLE',
    `The list of words ${file} (${settingPlaces(setting)}) ${what}; correct the file or leave it out.`,
  );
};

const readText = (file: string, place: string | URL, setting: WordSetting): string => {
  try {
    return readFileSync(place, 'utf8');
  } catch {
    return refuse(file, setting, 'cannot be read');
  }
};

function readList(files: readonly string[], list: keyof WordLists): WordEntry[] {
  const setting = `${list}Words` as const;
  return files.flatMap((file) => {
    const parsed = parseWordList(readText(file, file === own ? ownFiles[list] : file, setting));
    if ('line' in parsed) return refuse(file, setting, `${parsed.problem} at line ${parsed.line}`);
    return parsed;
  });
}

/**
 * Reads the lists of the word filter that the settings name: `own` for the package's, else the path of a file.
 * @throws {ConfigurationError} `WORD_LIST_UNREADABLE`, with a sentence that names the file and the line.
 */
export const readWordLists = ({
  banWords,
  suspectWords,
}: Pick<Settings, WordSetting>): WordLists => ({
  ban: readList(banWords, 'ban'),
  suspect: readList(suspectWords, 'suspect'),
});

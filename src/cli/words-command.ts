import { text as readText } from 'node:stream/consumers';
import { createWordExplainer } from '../service/explain-words.ts';
import type { WordHit } from '../service/rules/words/word-matcher.ts';
import { settingFlags } from '../service/setting-table.ts';
import type { Command } from './command.ts';
import { settingsOf } from './setting-flags.ts';
import { toTerminalLine } from './terminal-text.ts';

const forms: Readonly<Record<WordHit['form'], string>> = {
  exact: 'exact',
  folded: 'without accents',
  disguised: 'disguised',
  starred: 'starred',
};

/** UTF-16 code units of the text shown before and behind a hit. */
const around = 30;

/** A part of the text with the place marked, on one line. */
function markPlace(text: string, { start, end }: WordHit): string {
  const from = Math.max(0, start - around);
  const to = Math.min(text.length, end + around);
  const before = (from > 0 ? '…' : '') + text.slice(from, start);
  const behind = text.slice(end, to) + (to < text.length ? '…' : '');
  return toTerminalLine(`${before}[${text.slice(start, end)}]${behind}`);
}

const toLine = (text: string, hit: WordHit): string =>
  [
    hit.severity,
    hit.list,
    toTerminalLine(hit.entry),
    forms[hit.form],
    `${hit.start}–${hit.end}`,
    markPlace(text, hit),
  ].join('  ');

/** `reader-comments words test`. */
export const wordsTestCommand: Command = {
  name: 'words test',
  usage: 'words test [options] [TEXT…]',
  about:
    'Shows which words of the lists a text hits, and why: what it does (junk and hold keep a comment for the newsroom,\n' +
    'note does nothing), list, entry, how it is written, where (UTF-16 code units), and the place in the text. Reads the\n' +
    'standard input where no text is given.',
  flags: [
    { ...settingFlags.banWords, flag: 'ban' },
    { ...settingFlags.suspectWords, flag: 'suspect' },
  ],
  async run({ words, values }, terminal) {
    const given = { [settingFlags.banWords.flag]: values['ban'] };
    const { banWords, suspectWords } = settingsOf({
      words: [],
      values: { ...given, [settingFlags.suspectWords.flag]: values['suspect'] },
    });
    const explain = createWordExplainer({ banWords, suspectWords });
    const typed = words.length > 0 ? words.join(' ') : await readText(process.stdin);
    const { text, hits } = explain(typed);
    for (const hit of hits) terminal.print(toLine(text, hit));
    if (hits.length === 0) terminal.print('No word of the lists.');
    return 0;
  },
};

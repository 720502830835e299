import { type ArticleWish, changeArticle } from '../service/change-article.ts';
import { isArticleId } from '../service/rules/article-id.ts';
import { judgeUnderModes } from '../service/rules/article-state.ts';
import { moderationModes } from '../service/rules/moderation.ts';
import { readSectionName } from '../service/rules/section-name.ts';
import { type ArticleWithModes, type CommentStore, type StoredArticle } from '../service/index.ts';
import { settingFlags } from '../service/setting-table.ts';
import type { Command } from './command.ts';
import { type Flag, type ParsedFlags, readFlag } from './flags.ts';
import { readLimit } from './read-limit.ts';
import { newsroomFlags, openNewsroomStore } from './newsroom-store.ts';
import { settingsOf } from './setting-flags.ts';
import { toTerminalLine } from './terminal-text.ts';
import { terminalUser } from './terminal-user.ts';
import { UsageError } from './usage-error.ts';

type ArticleState = NonNullable<StoredArticle['state']>;

const states: readonly ArticleState[] = ['open', 'closed', 'readonly', 'hidden'];

const articleFlags: readonly Flag[] = [
  ...newsroomFlags,
  settingFlags.autoCloseDays,
  settingFlags.moderation,
];

/** Runs `work` with the store of the settings, and closes it. */
const withStore = async <T>(
  given: ParsedFlags,
  work: (store: CommentStore) => Promise<T>,
): Promise<T> => {
  const store = await openNewsroomStore(given);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
};

/** State, time, number, the article's own mode and section where it has them, and the id; last, for it may hold spaces. */
const toLine = (
  { article, ...modes }: ArticleWithModes & { readonly article: StoredArticle },
  given: ParsedFlags,
): string => {
  const { autoCloseDays, moderation } = settingsOf(given);
  const { state, closesAt = 'no closing time' } = judgeUnderModes(
    { article, ...modes },
    { nowMs: Date.now(), autoCloseDays, moderation },
  );
  const { id, count, mode, section } = article;
  return [
    state,
    closesAt,
    `${count} published`,
    ...(mode === null ? [] : [`mode ${mode}`]),
    ...(section === null ? [] : [`section ${section}`]),
    id,
  ]
    .map(toTerminalLine)
    .join('  ');
};

const readId = ({ words }: ParsedFlags, command: string): string => {
  const [id, ...more] = words;
  if (id === undefined || more.length > 0) throw new UsageError(`${command} takes one article`);
  if (isArticleId(id)) return id;
  throw new UsageError('the id of an article has 1 to 512 characters and no control character');
};

const readState = (state: string | undefined): ArticleState | undefined => {
  const known = states.find((one) => one === state);
  if (state === undefined || known) return known;
  throw new UsageError(`--state must be one of ${states.join(', ')}`);
};

// Without a zone the time would be another one on another machine.
const time = /^(\d{4}-\d\d-\d\d)T\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)$/;

/** Whether a calendar has the day: JavaScript takes the 30th of February for the 2nd of March. */
const isDay = (day: string): boolean => {
  const ms = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(day);
};

const readTime = (text: string | undefined): string | null | undefined => {
  if (text === undefined) return undefined;
  if (text === 'never') return null;
  const [, day = ''] = time.exec(text) ?? [];
  const ms = isDay(day) ? Date.parse(text) : Number.NaN;
  if (!Number.isNaN(ms)) return new Date(ms).toISOString();
  throw new UsageError(
    '--closes-at must be "never" or a time with its zone, such as 2026-12-31T17:00:00+07:00',
  );
};

const readMode = (mode: string | undefined): StoredArticle['mode'] | undefined => {
  if (mode === undefined) return undefined;
  if (mode === 'none') return null;
  const known = moderationModes.find((one) => one === mode);
  if (known) return known;
  throw new UsageError(`--mode must be one of ${moderationModes.join(', ')} and none`);
};

const readSection = (section: string | undefined): string | null | undefined => {
  if (section === undefined) return undefined;
  const name = readSectionName(section);
  if (name === undefined)
    throw new UsageError('--section must have 1 to 80 characters, or be none');
  return name === 'none' ? null : name;
};

const setArticle = (store: CommentStore, id: string, wish: ArticleWish): Promise<void> =>
  store.transaction(async (transaction) => {
    await transaction.saveArticle(id);
    const article = await transaction.findArticle(id);
    if (!article) throw new Error('an article that was just saved is not there');
    await changeArticle(transaction, article, wish, { who: terminalUser(), nowMs: Date.now() });
  });

/** `reader-comments article list`. */
export const articleListCommand: Command = {
  name: 'article list',
  usage: 'article list [options]',
  about:
    'Lists articles, those with the newest first comment first: state, closing time, published comments, mode, section, id.',
  flags: [{ flag: 'limit', value: 'NUMBER', help: 'how many at most (50)' }, ...articleFlags],
  async run(given, terminal) {
    const { words } = given;
    if (words.length > 0) throw new UsageError(`article list takes no ${words.join(' ')}`);
    const limit = readLimit(readFlag(given, 'limit') ?? '50');
    const [articles, { site: siteMode, sections }] = await withStore(given, (store) =>
      Promise.all([store.listArticles(limit), store.listModes()]),
    );
    for (const article of articles) {
      const sectionMode = sections.find(({ name }) => name === article.section)?.mode ?? null;
      terminal.print(toLine({ article, sectionMode, siteMode }, given));
    }
    return 0;
  },
};

/** `reader-comments article show`. */
export const articleShowCommand: Command = {
  name: 'article show',
  usage: 'article show ID [options]',
  about: 'Shows one article: state, closing time, published comments, mode, section, id.',
  flags: articleFlags,
  async run(given, terminal) {
    const id = readId(given, 'article show');
    const found = await withStore(given, (store) => store.findArticleWithModes(id));
    const { article } = found;
    if (article) {
      terminal.print(toLine({ ...found, article }, given));
      return 0;
    }
    terminal.warn(`nobody has written under ${toTerminalLine(id)} or set it`);
    return 1;
  },
};

/** `reader-comments article set`. */
export const articleSetCommand: Command = {
  name: 'article set',
  usage: 'article set ID [options]',
  about:
    'Says whether readers may write under an article (open, or closed and readonly with its comments kept) and read\n' +
    'there (not when hidden), and until when. An article nobody has written under yet can be set as well.',
  flags: [
    { flag: 'state', value: states.join('|'), help: 'what readers may do there' },
    {
      flag: 'closes-at',
      value: 'TIME|never',
      help: 'until when comments are taken, such as 2026-12-31T17:00:00+07:00; never = no end',
    },
    {
      flag: 'mode',
      value: `${moderationModes.join('|')}|none`,
      help: 'how its comments are taken; none = as its section or the site says',
    },
    { flag: 'section', value: 'NAME|none', help: 'of the paper, such as "Thể thao"' },
    ...articleFlags,
  ],
  async run(given, terminal) {
    const id = readId(given, 'article set');
    const state = readState(readFlag(given, 'state'));
    const closesAt = readTime(readFlag(given, 'closes-at'));
    const mode = readMode(readFlag(given, 'mode'));
    const section = readSection(readFlag(given, 'section'));
    const wish = { state, closesAt, mode, section };
    if (Object.values(wish).every((one) => one === undefined))
      throw new UsageError('article set needs --state, --closes-at, --mode or --section');
    const found = await withStore(given, async (store) => {
      await setArticle(store, id, wish);
      return store.findArticleWithModes(id);
    });
    const { article } = found;
    if (article) terminal.print(toLine({ ...found, article }, given));
    return 0;
  },
};

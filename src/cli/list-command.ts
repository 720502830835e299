import {
  type CommentStatus,
  openStore,
  type ReportedComment,
  statusTransitions,
  type StoredComment,
} from '../service/index.ts';
import { isCommentStatus } from '../service/rules/status-transitions.ts';
import type { Command } from './command.ts';
import { type Flag, readFlag } from './flags.ts';
import { readLimit } from './read-limit.ts';
import { databaseFlags, settingsOf } from './setting-flags.ts';
import { toTerminalJson, toTerminalLine } from './terminal-text.ts';
import { UsageError } from './usage-error.ts';

const statuses = Object.keys(statusTransitions);

const flags: readonly Flag[] = [
  { flag: 'status', value: statuses.join('|'), help: 'which comments (pending)' },
  {
    flag: 'reported',
    help: 'instead: published ones that readers have reported, most reported first, with the reasons',
  },
  { flag: 'article', value: 'ID', help: 'only those of one article' },
  { flag: 'limit', value: 'NUMBER', help: 'how many at most (50)' },
  { flag: 'json', help: 'one JSON object a line, with all that is kept' },
  ...databaseFlags,
];

const readStatus = (status: string): CommentStatus => {
  if (isCommentStatus(status)) return status;
  throw new UsageError(`--status must be one of ${statuses.join(', ')}`);
};

const toLine = ({ id, createdAt, status, texts, article, signals }: StoredComment): string => {
  const [firstLine = ''] = texts.content.split('\n');
  return [
    id,
    createdAt,
    [status, ...signals.map(({ code }) => code)].join(','),
    texts.name,
    article,
    firstLine,
  ]
    .map(toTerminalLine)
    .join('  ');
};

const toReportedLine = ({ comment, count, reasons }: ReportedComment): string => {
  const given = Object.entries(reasons).map(([reason, times]) => `${reason} ${times}`);
  return `${count} (${given.join(', ')})  ${toLine(comment)}`;
};

/** `reader-comments comments list`. */
export const listCommand: Command = {
  name: 'comments list',
  usage: 'comments list [options]',
  about:
    'Lists comments, newest first: id, time, status, name, article, first line of the text. Reports of a comment are\n' +
    'closed by "comments reject", or by that and "comments publish" where it may stay.',
  flags,
  async run(given, terminal) {
    const { words, values } = given;
    if (words.length > 0) throw new UsageError(`comments list takes no ${words.join(' ')}`);
    const isJson = values['json'] === true;
    if (values['reported'] === true && values['status'] !== undefined) {
      throw new UsageError('--reported lists published comments; it takes no --status');
    }
    const filter = {
      status: readStatus(readFlag(given, 'status') ?? 'pending'),
      article: readFlag(given, 'article'),
      limit: readLimit(readFlag(given, 'limit') ?? '50'),
    };
    const store = await openStore(settingsOf(given).database);
    try {
      if (values['reported'] === true) {
        for (const reported of await store.listReported(filter)) {
          terminal.print(isJson ? toTerminalJson(reported) : toReportedLine(reported));
        }
        return 0;
      }
      for (const comment of await store.listComments(filter)) {
        terminal.print(isJson ? toTerminalJson(comment) : toLine(comment));
      }
    } finally {
      await store.close();
    }
    return 0;
  },
};

import {
  type CommentStatus,
  type CommentStore,
  ServiceError,
  type StatusChange,
} from '../service/index.ts';
import { refusedStatus } from '../service/rules/status-transitions.ts';
import type { Command } from './command.ts';
import { type ParsedFlags, readFlag } from './flags.ts';
import { newsroomFlags, openNewsroomStore } from './newsroom-store.ts';
import type { Terminal } from './terminal.ts';
import { toTerminalLine } from './terminal-text.ts';
import { terminalUser } from './terminal-user.ts';
import { UsageError } from './usage-error.ts';

/** What a decision makes of a comment, by what it is now. */
type Decision = (from: CommentStatus) => CommentStatus;

const decideOne = async (
  store: CommentStore,
  decision: Decision,
  change: Omit<StatusChange, 'to'>,
): Promise<CommentStatus> =>
  store.transaction(async (transaction) => {
    const comment = await transaction.find(change.id);
    const to = decision(comment?.status ?? 'pending');
    return (await transaction.changeStatus({ ...change, to })).status;
  });

const decideAll = async (
  given: ParsedFlags,
  decision: Decision,
  terminal: Terminal,
): Promise<number> => {
  const { words } = given;
  if (words.length === 0)
    throw new UsageError('name the comments by their ids, as "comments list" shows them');
  const reason = readFlag(given, 'reason');
  const store = await openNewsroomStore(given);
  let exitCode = 0;
  try {
    for (const id of words) {
      try {
        // One after the other: each is its own transaction, and the lines keep their order.
        // oxlint-disable-next-line no-await-in-loop
        const status = await decideOne(store, decision, { id, who: terminalUser(), reason });
        terminal.print(`${id} ${status}`);
      } catch (error) {
        if (!(error instanceof ServiceError)) throw error;
        terminal.warn(toTerminalLine(error.message));
        exitCode = 1;
      }
    }
  } finally {
    await store.close();
  }
  return exitCode;
};

/** `reader-comments comments publish`. */
export const publishCommand: Command = {
  name: 'comments publish',
  usage: 'comments publish ID… [options]',
  about: 'Publishes comments.',
  flags: newsroomFlags,
  run: (given, terminal) => decideAll(given, () => 'published', terminal),
};

/** `reader-comments comments reject`. */
export const rejectCommand: Command = {
  name: 'comments reject',
  usage: 'comments reject ID… [options]',
  about: 'Rejects waiting comments, and takes published ones down.',
  flags: [
    { flag: 'reason', value: 'TEXT', help: 'why, for the newsroom’s record' },
    ...newsroomFlags,
  ],
  run: (given, terminal) => decideAll(given, refusedStatus, terminal),
};

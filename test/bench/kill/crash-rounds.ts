import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { createSolvedDrafts } from '../support/solved-drafts.ts';
import { serveArguments, startProgram } from '../support/started-program.ts';
import { countKept, type KeptCounts } from './count-kept.ts';
import { createLedger, type Ledger, postUntilGone, sendUnansweredAgain } from './posting.ts';

/** What {@link runCrashRounds} is to do. */
export interface CrashRoundsOptions {
  /** The command line to start, built or as its source. */
  readonly program: string;
  /** An empty data folder. */
  readonly data: string;
  readonly rounds: number;
  readonly connections: number;
  /** How long each round lets the load run before the kill, in milliseconds. */
  readonly loadMs: () => number;
  /** Told after each round. */
  readonly onRound?: (counts: CrashCounts) => void;
}

/** Sums over all rounds so far. */
export interface CrashCounts extends KeptCounts {
  readonly acknowledged: number;
  readonly sentAgain: number;
  /** Answers that were no acceptance; must be 0. */
  readonly refused: number;
}

const countAll = (data: string, ledger: Ledger): CrashCounts => ({
  acknowledged: ledger.acknowledged.size,
  sentAgain: ledger.sentAgain.size,
  refused: ledger.refusals.length,
  ...countKept(join(data, 'comments.sqlite'), ledger),
});

/**
 * Posts to a service on all connections, kills it with `kill -9` under that load, starts it again on the same data,
 * sends again what was not answered, and compares the database with what the service acknowledged; round after round.
 * A killed process loses what it had not handed to the system; a power cut, which loses more, is not tried here.
 */
export async function runCrashRounds(options: CrashRoundsOptions): Promise<CrashCounts> {
  const { program, data, rounds, connections, loadMs, onRound } = options;
  const ledger = createLedger();
  const makeDraft = createSolvedDrafts('bai-123');
  const start = () => startProgram(serveArguments(program, data));
  let server = await start();
  try {
    /* oxlint-disable no-await-in-loop -- a round begins on what the round before has left */
    for (let round = 1; round <= rounds; round += 1) {
      const underLoad = postUntilGone({ url: server.url, connections, makeDraft, ledger });
      await setTimeout(loadMs());
      await server.kill();
      await underLoad;
      server = await start();
      await sendUnansweredAgain({ url: server.url, connections, makeDraft, ledger });
      onRound?.(countAll(data, ledger));
    }
    /* oxlint-enable no-await-in-loop */
    return countAll(data, ledger);
  } finally {
    await server.kill();
  }
}

import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { CommentDraft } from '../../../src/protocol/index.ts';
import { contentOf, createLedger, type Ledger } from '../kill/posting.ts';
import { createHttpClient, type HttpClient } from '../support/http-client.ts';
import { createSolvedDrafts } from '../support/solved-drafts.ts';

/** What senders who do not give up know. */
export interface PersistentLedger extends Ledger {
  /** Pairs of keys that were sent at once with one and the same security code. */
  readonly pairs: (readonly [string, string])[];
  /** Keys that were never answered for good. */
  readonly givenUp: string[];
}

/** How many comments are sent, and how. */
export interface PersistentPosting {
  readonly url: string;
  readonly posts: number;
  readonly connections: number;
  readonly articles: number;
  /** One code in so many is sent with two comments at once. */
  readonly pairEvery: number;
  /** Nothing new is begun after that, by `performance.now()`. */
  readonly untilMs: number;
  readonly ledger: PersistentLedger;
}

/** A ledger with nothing in it. */
export const createPersistentLedger = (): PersistentLedger => ({
  ...createLedger(),
  pairs: [],
  givenUp: [],
});

const mostTries = 200;
const shortestPauseMs = 100;
const longestPauseMs = 600;
/** Answers that ask to come again: there is no instance or no database just now. */
const isForLater = (status: number): boolean => status >= 500;

type Outcome = 'accepted' | 'refused' | 'given up';

const sendUntilAnswered = async (
  { post }: Pick<HttpClient, 'post'>,
  url: string,
  key: string,
  makeDraft: () => CommentDraft,
  ledger: PersistentLedger,
): Promise<{ readonly outcome: Outcome; readonly status: number }> => {
  for (let tries = 1; tries <= mostTries; tries += 1) {
    /* oxlint-disable no-await-in-loop -- one try after the other */
    const answer = await post(url, makeDraft(), { 'idempotency-key': key }).catch(() => undefined);
    if (answer && !isForLater(answer.status)) {
      const { status, body } = answer;
      if (status !== 201 && status !== 202) return { outcome: 'refused', status };
      const { id } = JSON.parse(body) as { readonly id: string };
      ledger.acknowledged.set(key, id);
      return { outcome: 'accepted', status };
    }
    ledger.sentAgain.add(key);
    await setTimeout(shortestPauseMs + Math.random() * (longestPauseMs - shortestPauseMs));
    /* oxlint-enable no-await-in-loop */
  }
  ledger.givenUp.push(key);
  return { outcome: 'given up', status: 0 };
};

/**
 * Sends comments on all connections, each until it is answered for good, always under its own key: with a new security code
 * at each try, as the form does. Pairs are sent at once with one code, and keep it.
 */
export async function postPersistently(posting: PersistentPosting): Promise<void> {
  const { url, posts, connections, articles, pairEvery, untilMs, ledger } = posting;
  const client = createHttpClient(connections * 2);
  const makers = Array.from({ length: articles }, (_, index) =>
    createSolvedDrafts(`bai-${index + 1}`),
  );
  const makerOf = (number: number) => makers[number % articles] ?? createSolvedDrafts('bai-1');

  const sendOne = async (number: number): Promise<void> => {
    const key = randomUUID();
    const makeDraft = (): CommentDraft => makerOf(number)(contentOf(key));
    const { outcome, status } = await sendUntilAnswered(client, url, key, makeDraft, ledger);
    if (outcome === 'refused') ledger.refusals.push(status);
  };

  const sendPair = async (number: number): Promise<void> => {
    const pair = [randomUUID(), randomUUID()] as const;
    ledger.pairs.push(pair);
    const solved = makerOf(number)('');
    const found = await Promise.all(
      pair.map((key) =>
        sendUntilAnswered(client, url, key, () => ({ ...solved, content: contentOf(key) }), ledger),
      ),
    );
    // One of them is to be refused, for its code was spent.
    const refused = found.filter(({ outcome }) => outcome === 'refused');
    for (const { status } of refused) if (status !== 422) ledger.refusals.push(status);
  };

  let begun = 0;
  const work = async (): Promise<void> => {
    while (begun < posts && performance.now() < untilMs) {
      begun += 1;
      // A connection carries one comment at a time.
      // oxlint-disable-next-line no-await-in-loop
      await (begun % pairEvery === 0 ? sendPair(begun) : sendOne(begun));
    }
  };
  await Promise.all(Array.from({ length: connections }, work));
  client.close();
}

import { randomUUID } from 'node:crypto';
import type { CommentDraft } from '../../../src/protocol/index.ts';
import { createHttpClient } from '../support/http-client.ts';

/** What the sender knows of its comments; each is known by its `Idempotency-Key`, which its text holds too. */
export interface Ledger {
  /** Ids that were answered, by key. */
  readonly acknowledged: Map<string, string>;
  /** Keys whose answer was lost, not sent again yet. */
  readonly unanswered: Set<string>;
  /** Keys that were sent a second time. */
  readonly sentAgain: Set<string>;
  /** Statuses of answers that were no acceptance. */
  readonly refusals: number[];
}

/** A ledger with nothing in it. */
export const createLedger = (): Ledger => ({
  acknowledged: new Map(),
  unanswered: new Set(),
  sentAgain: new Set(),
  refusals: [],
});

/** Where and how comments are posted. */
export interface Posting {
  readonly url: string;
  readonly connections: number;
  readonly makeDraft: (content: string) => CommentDraft;
  readonly ledger: Ledger;
}

/** The text of the comment of a key. */
export const contentOf = (key: string): string => `Ý kiến số ${key} về bài viết này.`;

type Send = (key: string) => Promise<boolean>;

/** Sends one comment and writes down what came of it; false when the server is gone. */
const createSend =
  (
    { url, makeDraft, ledger }: Posting,
    { post }: Pick<ReturnType<typeof createHttpClient>, 'post'>,
  ): Send =>
  async (key) => {
    try {
      const draft = makeDraft(contentOf(key));
      const { status, body } = await post(url, draft, { 'idempotency-key': key });
      if (status === 201 || status === 202) {
        const { id } = JSON.parse(body) as { readonly id: string };
        ledger.acknowledged.set(key, id);
      } else ledger.refusals.push(status);
      return true;
    } catch {
      ledger.unanswered.add(key);
      return false;
    }
  };

const sendAll = async (posting: Posting, next: () => string | undefined): Promise<void> => {
  const client = createHttpClient(posting.connections);
  const send = createSend(posting, client);
  const work = async (): Promise<void> => {
    for (let key = next(); key !== undefined; key = next()) {
      // A reader's connection carries one request at a time.
      // oxlint-disable-next-line no-await-in-loop
      if (!(await send(key))) return;
    }
  };
  await Promise.all(Array.from({ length: posting.connections }, work));
  client.close();
};

/** Posts new comments on all connections until the server is gone. */
export const postUntilGone = (posting: Posting): Promise<void> => sendAll(posting, randomUUID);

/** Sends the comments whose answer was lost again, each with its key and a new security code, as the form does. */
export async function sendUnansweredAgain(posting: Posting): Promise<void> {
  const { unanswered, sentAgain } = posting.ledger;
  const keys = [...unanswered];
  unanswered.clear();
  for (const key of keys) sentAgain.add(key);
  await sendAll(posting, () => keys.pop());
}

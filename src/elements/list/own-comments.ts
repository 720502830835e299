import type { RejectReason } from '../../protocol/desk.ts';
import type { PublishedComment, ReceiptAnswer } from '../../protocol/types.ts';
import { pause } from '../pause.ts';
import type { CommentContext } from './comment-view.ts';
import { readRecord, writeRecord } from './local-record.ts';
import type { Ask } from './request.ts';
import { send } from './send.ts';

/** A comment that this browser has sent. Never its text. */
interface Receipt {
  readonly place: string;
  readonly id: string;
  readonly receipt: string;
  readonly sentAtMs: number;
}

/** A comment of the reader's own that waits for the newsroom, or is published. */
export interface ShownComment {
  readonly comment: PublishedComment;
  /** Whether the newsroom has still to decide. */
  readonly isPending: boolean;
}

/** One that is not published, and why. */
export interface RefusedComment {
  readonly id: string;
  readonly reason: RejectReason;
  readonly sentAtMs: number;
  /** How it is told, once that is loaded. */
  readonly view?: (context: CommentContext) => unknown;
}

/** A comment of the reader's own. */
export type OwnComment = ShownComment | RefusedComment;

const record = 'receipts';
const maxReceipts = 20;
const lifetimeMs = 30 * 86_400_000;
/** Nobody waits longer for them than for the list itself; what comes later is shown the next time. */
const patienceMs = 3000;

const read = (): readonly Receipt[] => readRecord(record).map(Object) as Receipt[];
const write = (receipts: readonly Receipt[]): void => writeRecord(record, receipts, maxReceipts);

/** Keeps the receipt of a comment sent to `place` (endpoint and article): the last 20, for 30 days. */
export function keepReceipt(
  place: string,
  { id, receipt }: Pick<Receipt, 'id' | 'receipt'>,
  nowMs: number,
): void {
  const young = read().filter(({ sentAtMs }) => sentAtMs > nowMs - lifetimeMs);
  write([...young, { place, id, receipt, sentAtMs: nowMs }]);
}

/** Throws a receipt away. */
export const dropReceipt = (id: string): void => write(read().filter((one) => one.id !== id));

/** The reader's comments at `place` that still wait, or were refused with a reason; receipts of the others are thrown away. */
export async function findOwnComments(
  place: string,
  ask: Ask,
  nowMs: number,
): Promise<readonly OwnComment[]> {
  const asked = read().filter((one) => one.place === place && one.sentAtMs > nowMs - lifetimeMs);
  const answers = asked.map(async ({ id, receipt, sentAtMs }): Promise<OwnComment[]> => {
    const reply = await send(ask, '/receipt', { bearer: receipt });
    const { status, comment, reason } = (reply.ok ? reply.body : {}) as Partial<ReceiptAnswer>;
    if (status === 'pending' && comment) return [{ comment, isPending: true }];
    if (reason) return [{ id, reason, sentAtMs }];
    // Without an answer nothing is known, and it is asked again the next time.
    const isKnown = reply.ok || ['unauthorized', 'not-found'].includes(reply.refusal.code);
    if (isKnown) dropReceipt(id);
    return [];
  });
  if (answers.length === 0) return [];
  return Promise.race([
    Promise.all(answers).then((all) => all.flat()),
    pause(patienceMs).then(() => []),
  ]);
}

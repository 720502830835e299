import type { DeskMessageKey } from '../messages/desk.vi.ts';
import { type RejectReason, rejectReasons } from '../protocol/desk.ts';

/** Key of the words of a reason; nothing for one that the desk does not know. */
export function reasonKey(reason: string | undefined): DeskMessageKey | undefined {
  if (reason === 'no-accents') return 'reason.noAccents';
  const known = rejectReasons.find((one) => one === reason);
  return known && `reason.${known as Exclude<RejectReason, 'no-accents'>}`;
}

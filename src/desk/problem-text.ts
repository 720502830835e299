import type { Localize } from '../elements/localize.ts';
import type { DeskMessageKey } from '../messages/desk.vi.ts';
import type { DeskTimes } from './desk-times.ts';
import type { JsonRefusal } from './request-json.ts';

const keys: ReadonlyMap<string, DeskMessageKey> = new Map<string, DeskMessageKey>([
  ['role-refused', 'problem.role'],
  ['not-found', 'problem.gone'],
  ['move-refused', 'problem.move'],
  ['version-changed', 'problem.move'],
  ['undo-gone', 'act.undoGone'],
  ['invalid-fields', 'problem.fields'],
  ['invalid-query', 'problem.fields'],
  ['rate-limited', 'problem.many'],
  ['too-many', 'problem.many'],
  ['network', 'problem.network'],
  ['timeout', 'problem.network'],
]);

/** What a refusal means, in words (C-3); a code that nobody knows is the system's fault. */
export const problemText = (
  { code, retryAfterSeconds }: JsonRefusal,
  localize: Localize<DeskMessageKey>,
  times: Pick<DeskTimes, 'length'>,
): string =>
  localize(keys.get(code) ?? 'problem.server', { time: times.length(retryAfterSeconds || 60) });

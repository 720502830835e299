import { formRefusalMessagesVi } from '../../messages/form-refusals.vi.ts';
import type { FormMessageKey } from '../../messages/form.vi.ts';
import { problemMessageKeys } from '../../protocol/problem-messages.ts';
import type { Refusal } from '../client.ts';
import { formatDuration } from '../format-duration.ts';
import type { Localize } from '../localize.ts';

/** The words that came along. */
export const messages: typeof formRefusalMessagesVi = formRefusalMessagesVi;

const refusalKeys: ReadonlyMap<string, FormMessageKey> = new Map([
  ...Object.entries(problemMessageKeys),
  ['unreadable', 'server.unreadable'],
  ['timeout', 'net.timeout'],
]);

/** Said where a server limits without saying for how long. */
const defaultWaitSeconds = 60;

/**
 * What is said of a refusal as a whole; nothing where there are no words of its own. `language` is that of durations.
 * A file of its own, fetched with the first refusal that only a server can give.
 */
export function refusalText(
  { code, retryAfterSeconds }: Refusal,
  localize: Localize<FormMessageKey>,
  language: string,
): string | undefined {
  const key = refusalKeys.get(code);
  const time = formatDuration(language, Number(retryAfterSeconds) || defaultWaitSeconds);
  return key && localize(key, { time });
}

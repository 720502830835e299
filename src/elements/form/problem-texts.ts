import type { FormMessageKey } from '../../messages/form.vi.ts';
import { fieldMessageKeys } from '../../protocol/field-messages.ts';
import { problemMessageKeys } from '../../protocol/problem-messages.ts';
import type { FieldProblem } from '../../protocol/problem.ts';
import type { Refusal } from '../client.ts';
import { formatDuration } from '../format-duration.ts';
import type { Localize } from '../localize.ts';

type Keys = Readonly<Partial<Record<string, FormMessageKey>>>;

const refusalKeys: Keys = {
  ...problemMessageKeys,
  unreadable: 'server.unreadable',
  timeout: 'net.timeout',
};

/** What stands under a name in a table of ours: a server may name anything, `constructor` too. */
const find = <Value>(
  table: Readonly<Partial<Record<string, Value>>> | undefined,
  name: string,
): Value | undefined => (table && Object.hasOwn(table, name) ? table[name] : undefined);

/** Said where a server limits without saying for how long. */
const defaultWaitSeconds = 60;

/** What is said of a field's problem; nothing where this form knows no words for it. */
export function fieldText(
  { field, code, max, min, over = max }: FieldProblem,
  localize: Localize<FormMessageKey>,
): string | undefined {
  const key = find<FormMessageKey>(find<Keys>(fieldMessageKeys, field), code);
  return key && localize(key, { max, min, n: over });
}

/** What is said of a refusal as a whole; nothing where there are no words of its own. `language` is that of durations. */
export function refusalText(
  { code, retryAfterSeconds }: Refusal,
  localize: Localize<FormMessageKey>,
  language: string,
): string | undefined {
  const key = find(refusalKeys, code);
  const time = formatDuration(language, Number(retryAfterSeconds) || defaultWaitSeconds);
  return key && localize(key, { time });
}

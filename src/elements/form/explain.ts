import type { FormMessageKey } from '../../messages/form.vi.ts';
import type { FieldProblem, FieldProblemCode } from '../../protocol/problem.ts';
import type { Refusal } from '../client.ts';
import type { Localize } from '../localize.ts';
import { fieldNames } from './control-ids.ts';
import type { Phase, ShownProblem } from './phase.ts';

/** Words that come with the checks; nothing where this form knows none. */
export interface Explainer {
  readonly fieldText: (problem: FieldProblem) => string | undefined;
  readonly refusalText: (refusal: Refusal) => string | undefined;
}

const codePrefix = 'challenge-';

/** What can be told of a refusal without the checks' words. */
const refusalKeys: ReadonlyMap<string, FormMessageKey> = new Map([
  ['offline', 'net.offline'],
  ['network', 'net.failed'],
  ['timeout', 'net.timeout.unsure'],
]);

/** Refusals that are about this comment, not about the moment: the same sent again would fare no better. */
const final = /refused|closed|large|duplicate|gone|unauth/;

/** What a refusal means for the form: fields to correct, or a text. */
export function explainRefusal(
  refusal: Refusal,
  localize: Localize<FormMessageKey>,
  explainer: Explainer | undefined,
): Phase & { kind: 'refused' | 'failed' } {
  const { code, errors } = refusal;
  const found: readonly FieldProblem[] = code.startsWith(codePrefix)
    ? [{ field: 'challenge.answer', code: code.slice(codePrefix.length) as FieldProblemCode }]
    : fieldNames.flatMap((name) => [errors ?? []].flat().filter((error) => error?.field === name));
  if (found.length > 0) {
    const problems = found.map((problem) => ({
      ...problem,
      text: explainer?.fieldText(problem) || localize('field.refused'),
    }));
    return { kind: 'refused', problems: problems as readonly ShownProblem[] };
  }
  const text = explainer?.refusalText(refusal) || localize(refusalKeys.get(code) ?? 'server.error');
  return { kind: 'failed', text, canRetry: !final.test(code) };
}

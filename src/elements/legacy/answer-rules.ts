import type { FieldName } from '../../protocol/fields.ts';
import type { FieldProblemCode } from '../../protocol/problem.ts';
import { comparableText } from './answer-text.ts';
import type { RefusalCode } from '../client.ts';

/** What an answer of the site's own backend means for the form. */
export type AnswerMeaning =
  /** The comment waits for the newsroom, or is published. */
  | 'pending'
  | 'published'
  /** Any code of a problem (design.md §4), such as `challenge-wrong` or `too-busy`. */
  | RefusalCode
  /** One field is to be corrected. */
  | { readonly field: FieldName; readonly code: FieldProblemCode };

/** One rule: it fits when everything it names is so. */
export interface AnswerRule {
  /** The HTTP status. */
  readonly status?: number;
  /** A member of a JSON answer, by its path: `result.success`. */
  readonly json?: string;
  /** What that member must equal; without it any value but `false`, `null`, `0` and the empty text fits. */
  readonly is?: unknown;
  /** Words found in the answer, be it text or HTML; case and the marks of HTML do not count. */
  readonly text?: string;
  readonly means: AnswerMeaning;
}

/** An answer as it came. */
export interface RawAnswer {
  readonly status: number;
  readonly text: string;
}

/** Rules, or a function in their place; nothing for an answer that neither knows. */
export type AnswerRules =
  | readonly AnswerRule[]
  | ((answer: RawAnswer) => AnswerMeaning | undefined);

const memberAt = (json: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (value, name) =>
        Object.hasOwn(Object(value) as object, name)
          ? (value as Record<string, unknown>)[name]
          : undefined,
      json,
    );

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** What an answer means by the first rule that fits; nothing where none does. */
export function findMeaning(answer: RawAnswer, rules: AnswerRules): AnswerMeaning | undefined {
  if (typeof rules === 'function') return rules(answer);
  const json = parse(answer.text);
  const text = comparableText(answer.text);
  const fits = (rule: AnswerRule): boolean => {
    if (rule.status !== undefined && rule.status !== answer.status) return false;
    if (rule.text !== undefined && !text.includes(comparableText(rule.text))) return false;
    if (rule.json === undefined) return true;
    const member = memberAt(json, rule.json);
    return 'is' in rule ? member === rule.is : Boolean(member);
  };
  return rules.find(fits)?.means;
}

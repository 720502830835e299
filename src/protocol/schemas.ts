import * as z from 'zod';

import { countUtf8Bytes } from '../text/utf8-bytes.ts';
import { type FieldFinding, type FieldName, fieldChecks } from './fields.ts';
import {
  type FieldLimits,
  maxArticleCharacters,
  maxBytesPerGrapheme,
  maxEmailCharacters,
} from './limits.ts';
import type { FieldProblem } from './problem.ts';
import { consentsSchema } from './schemas-of-consent.ts';
import {
  type ChallengeRequest,
  type CommentDraft,
  type VerifyRequest,
  workKeyPattern,
} from './types.ts';

/** Longest token of a challenge in characters; today's take about 100. */
export const maxTokenCharacters = 512;
/** Longest answer to a challenge in UTF-16 code units; the rest is room for spaces and marks. */
export const maxAnswerCharacters = 64;
/** Longest address of the page in characters. */
export const maxPageUrlCharacters = 2048;
/** Longest title of the page in UTF-16 code units. */
export const maxPageTitleCharacters = 300;
/** Longest language tag and kind of challenge in characters. */
const maxTagCharacters = 35;

/** Body of `POST /challenge` as it may come: the kind is a wish, and later versions know more kinds. */
export type LooseChallengeRequest = Omit<ChallengeRequest, 'kind'> & { kind?: string | undefined };

const judged = <T>(judge: (value: T) => FieldFinding | undefined): z.core.CheckFn<T> => {
  return (payload) => {
    const finding = judge(payload.value);
    if (finding) {
      payload.issues.push({ code: 'custom', input: payload.value, params: { ...finding } });
    }
  };
};

const longerThan = (max: number, length: number): FieldFinding | undefined =>
  length > max ? { code: 'too-long', max, over: length - max } : undefined;

// JSON Schema cannot say what the checks say; its `maxLength` counts code points, of which there are never more.
const unitsOf = (max: number) =>
  ({ maxLength: max, description: `At most ${max} UTF-16 code units.` }) as const;

/** A text of at most `max` UTF-16 code units. */
const short = (max: number): z.ZodString =>
  z
    .string()
    .check(judged((text) => longerThan(max, text.length)))
    .meta(unitsOf(max));

// NUL and lone surrogates are not the same text in every database, so two ids could become one.
const isPlainId = (id: string): boolean => id.isWellFormed() && !/\p{Cc}/u.test(id);

/** An article's id: 1–512 UTF-16 code units without control characters and lone surrogates. */
export const articleSchema: z.ZodType<string> = z
  .string()
  .check(
    judged((id) => {
      if (id === '') return { code: 'empty' };
      return (
        longerThan(maxArticleCharacters, id.length) ??
        (isPlainId(id) ? undefined : { code: 'format' })
      );
    }),
  )
  .meta({
    minLength: 1,
    maxLength: maxArticleCharacters,
    description: `Id of the article: 1–${maxArticleCharacters} UTF-16 code units without control characters.`,
  })
  .prefault('');

const isWebAddress = (url: string): boolean =>
  URL.canParse(url) && ['http:', 'https:'].includes(new URL(url).protocol);

const page = z.object({
  url: short(maxPageUrlCharacters)
    .check(judged((url) => (isWebAddress(url) ? undefined : { code: 'format' })))
    .meta({
      description: `An http or https URL, kept where it is of the origin the request came from; at most ${maxPageUrlCharacters} UTF-16 code units.`,
    }),
  title: short(maxPageTitleCharacters).prefault(''),
});

const uuid = z
  .string()
  .check(judged((id) => (z.uuid().safeParse(id).success ? undefined : { code: 'format' })))
  .meta({ format: 'uuid' });

const unitOf = (field: FieldName): string => (field === 'email' ? 'characters' : 'graphemes');

const typed = (field: FieldName, limits: FieldLimits, max: number): z.ZodType<string> =>
  z
    .string()
    .check(
      judged((text) => {
        const finding = fieldChecks[field](text, limits);
        if (finding) return finding;
        // T-4: a short text may still be heavy, for marks and stripped characters count nothing.
        const surplus = countUtf8Bytes(text) - maxBytesPerGrapheme * max;
        return surplus > 0
          ? { code: 'too-long', max, over: Math.ceil(surplus / maxBytesPerGrapheme) }
          : undefined;
      }),
    )
    .describe(
      `Text as typed; normalised, at most ${max} ${unitOf(field)}. At most ${maxBytesPerGrapheme * max} bytes.`,
    )
    .prefault('');

// What is not asked for is not kept, whatever it holds.
const dropped: z.ZodType<string> = z
  .unknown()
  .optional()
  .transform(() => '')
  .describe('Not asked for; dropped.');

// Whatever fills it, a comment is never refused for it.
const trap: z.ZodType<string | undefined> = z
  .unknown()
  .transform((value) => {
    if (value === undefined || value === null || value === '') return undefined;
    return typeof value === 'string' ? value : JSON.stringify(value);
  })
  .optional()
  .describe('Of a field no reader sees: a comment that fills it is kept for the newsroom.');

/**
 * The schema of a comment as it is posted, made of {@link fieldChecks}: the texts pass as they were typed,
 * unknown members are dropped, members that are missing count as empty. What is refused is read with {@link toFieldProblems}.
 */
export function createCommentDraftSchema(limits: FieldLimits): z.ZodType<CommentDraft> {
  const answer = short(maxAnswerCharacters)
    .check(
      judged((text) =>
        text.length > maxAnswerCharacters || workKeyPattern.test(text)
          ? undefined
          : fieldChecks['challenge.answer'](text, limits),
      ),
    )
    .describe(
      `Digits, as typed, or the key that was found; at most ${maxAnswerCharacters} UTF-16 code units.`,
    );
  const solution = z.object({
    token: short(maxTokenCharacters).prefault(''),
    answer: answer.prefault(''),
    workKey: short(maxAnswerCharacters)
      .describe('The key that was found beside a code.')
      .optional(),
  });
  return z.object({
    article: articleSchema,
    page: page.optional(),
    name: limits.name === 'off' ? dropped : typed('name', limits, limits.maxNameGraphemes),
    address:
      limits.address === 'off' ? dropped : typed('address', limits, limits.maxAddressGraphemes),
    email: limits.email === 'off' ? dropped : typed('email', limits, maxEmailCharacters),
    content: typed('content', limits, limits.maxContentGraphemes),
    parent: uuid.describe('Id of the comment this one answers.').optional(),
    challenge: z
      .union([z.object({ kind: z.literal('none') }), solution])
      .describe(
        'The answered security code, needed where one is asked for; or the wish to send without one, where that is offered.',
      )
      .optional(),
    consents: consentsSchema.optional(),
    trap,
  });
}

/** The schema of `POST /challenge`. */
export const challengeRequestSchema: z.ZodType<LooseChallengeRequest> = z.object({
  article: articleSchema,
  kind: short(maxTagCharacters).optional(),
  lang: short(maxTagCharacters).optional(),
  work: z
    .boolean()
    .describe('False where the page cannot do work: none is then asked for beside a code.')
    .optional(),
});

/**
 * The schema of `POST /challenge/verify`. Texts of any length pass, for a backend hands on what its readers send: what is
 * too long for a code is a malformed one.
 */
export const verifyRequestSchema: z.ZodType<VerifyRequest> = z.object({
  token: z.string().prefault(''),
  answer: z.string().prefault('').describe('As the reader typed it, or the key that was found.'),
  workKey: z.string().describe('The key that was found beside a code.').optional(),
  article: articleSchema,
});

const toProblems = (
  issues: readonly z.core.$ZodIssue[],
  path: readonly PropertyKey[] = [],
): FieldProblem[] =>
  issues.flatMap((issue) => {
    const place = [...path, ...issue.path];
    // The last choice is the one that says what was to be.
    const tried = issue.code === 'invalid_union' ? issue.errors.at(-1) : undefined;
    if (tried) return toProblems(tried, place);
    const finding = issue.code === 'custom' ? issue.params : undefined;
    return [{ field: place.join('.'), code: 'wrong-type', ...finding }];
  });

/** What a schema found, as the `errors` of a problem; anything but a check's own finding is a wrong type. */
export const toFieldProblems = (error: z.ZodError): FieldProblem[] => toProblems(error.issues);

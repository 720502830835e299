import { createCommentDraftSchema, toFieldProblems } from '../../protocol/schemas.ts';
import type { FieldProblem } from '../../protocol/problem.ts';
import type { CommentAnswer, PrivacyNotice } from '../../protocol/types.ts';
import type { AcceptedPost } from '../post-comment.ts';
import { noticeFor } from '../privacy-notices.ts';
import { toPublishedComment } from '../published-comment.ts';
import { judgeConsents } from '../rules/consent-rule.ts';
import { publicSideOf } from '../store/stored-comment.ts';
import { isIdempotencyKey } from './idempotency-key.ts';
import { privateAnswer } from './private-answer.ts';
import { problemResponse } from './problem-response.ts';
import { readJson } from './read-json.ts';
import type { RouteOptions, ServiceContext } from './service-context.ts';

const acceptedResponse = ({ comment, status }: AcceptedPost, receipt: string): Response => {
  const { id } = comment;
  if (status === 'pending') {
    return privateAnswer({ id, status: 'pending', receipt } satisfies CommentAnswer, 202);
  }
  const published = toPublishedComment(publicSideOf(comment));
  const answer: CommentAnswer = { id, status, receipt, comment: published };
  return privateAnswer(answer, 201);
};

/** Before the code is spent: the boxes are part of the form, as the fields are. */
const consentRefusal = (
  kind: 'missing' | 'outdated',
  notice: PrivacyNotice | undefined,
): Response => {
  const details = notice && { notice };
  if (kind === 'outdated') return problemResponse('notice-changed', details);
  const errors: FieldProblem[] = [{ field: 'consents', code: 'empty' }];
  return problemResponse('invalid-fields', { errors, ...details });
};

/** `POST /`: takes a comment. */
export function postRoute(
  { settings, challenges, limits, postComment, findAuthor, notices, makeReceipt }: RouteOptions,
  maxBodyBytes: number,
): (context: ServiceContext) => Promise<Response> {
  const schema = createCommentDraftSchema(settings.limits);
  return async (context) => {
    const key = context.req.header('idempotency-key');
    if (key !== undefined && !isIdempotencyKey(key)) return problemResponse('key-malformed');
    const body = await readJson(context.req.raw, maxBodyBytes);
    if (body.kind === 'refused') return problemResponse(body.code);
    const author = await findAuthor(context.req.raw);
    const parsed = schema.safeParse({ ...body.value, ...author?.fields });
    if (!parsed.success) {
      return problemResponse('invalid-fields', { errors: toFieldProblems(parsed.error) });
    }
    const draft = parsed.data;
    const consent = judgeConsents(draft, notices);
    if (consent.kind !== 'given') {
      return consentRefusal(
        consent.kind,
        noticeFor(notices, context.req.header('accept-language')),
      );
    }
    const origin = context.req.header('origin');
    const { address } = context.env;
    const { verifiedAs } = author ?? {};
    const outcome = await postComment({ draft, key, origin, address, consent, verifiedAs });
    if (outcome.kind === 'accepted') {
      return acceptedResponse(outcome, makeReceipt(outcome.comment.id));
    }
    const { retryAfterSeconds } = outcome;
    if (!outcome.isCodeGone) {
      return problemResponse(outcome.code, retryAfterSeconds ? { retryAfterSeconds } : {});
    }
    // Nobody may write there: another code would be good for nothing.
    if (outcome.code === 'article-closed') {
      return problemResponse(outcome.code, { challenge: { kind: 'none' } });
    }
    const demand = await limits?.pressure?.countChallenge(address);
    // Along with the refusal, so that the reader waits for nothing; spoken to who listened.
    return problemResponse(outcome.code, {
      ...(outcome.errors && { errors: outcome.errors }),
      challenge: await challenges.issue({ article: draft.article, ...outcome.next, demand }),
    });
  };
}

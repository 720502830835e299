import { createCommentDraftSchema, toFieldProblems } from '../../protocol/schemas.ts';
import type { CommentAnswer } from '../../protocol/types.ts';
import type { AcceptedPost } from '../post-comment.ts';
import { toPublishedComment } from '../published-comment.ts';
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
  const published = toPublishedComment(comment);
  const answer: CommentAnswer = { id, status, receipt, comment: published };
  return privateAnswer(answer, 201);
};

/** `POST /`: takes a comment. */
export function postRoute(
  { settings, challenges, postComment, makeReceipt }: RouteOptions,
  maxBodyBytes: number,
): (context: ServiceContext) => Promise<Response> {
  const schema = createCommentDraftSchema(settings.limits);
  return async (context) => {
    const key = context.req.header('idempotency-key');
    if (key !== undefined && !isIdempotencyKey(key)) return problemResponse('key-malformed');
    const body = await readJson(context.req.raw, maxBodyBytes);
    if (body.kind === 'refused') return problemResponse(body.code);
    const parsed = schema.safeParse(body.value);
    if (!parsed.success) {
      return problemResponse('invalid-fields', { errors: toFieldProblems(parsed.error) });
    }
    const draft = parsed.data;
    const origin = context.req.header('origin');
    const outcome = await postComment({ draft, key, origin, address: context.env.address });
    if (outcome.kind === 'accepted') {
      return acceptedResponse(outcome, makeReceipt(outcome.comment.id));
    }
    if (!outcome.isCodeGone) return problemResponse(outcome.code);
    // Along with the refusal, so that the reader waits for nothing.
    return problemResponse(outcome.code, { challenge: await challenges.issue(draft.article) });
  };
}

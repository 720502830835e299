import { commentReportSchema } from '../../protocol/schemas-of-reports.ts';
import { toFieldProblems } from '../../protocol/schemas.ts';
import type { VisitorAnswer } from '../../protocol/types.ts';
import type { MarkRefusal, MarkRequest } from '../mark-comment.ts';
import type { Visitors } from '../visitor.ts';
import { readBearer, refuseBearer } from './bearer-token.ts';
import { emptyAnswer, privateAnswer } from './private-answer.ts';
import { problemResponse } from './problem-response.ts';
import { readJson } from './read-json.ts';
import type { RouteOptions, ServiceContext } from './service-context.ts';

/** What the routes of visitors work with. */
export type VisitorRouteOptions = Pick<RouteOptions, 'limits' | 'visitors' | 'markComment'>;

type Answer = (context: ServiceContext) => Promise<Response>;

/** Room for a note, six bytes a code unit where JSON escapes it. */
const maxReportBytes = 64 * 1024;

const refused = ({ code, retryAfterSeconds }: MarkRefusal): Response =>
  problemResponse(code, retryAfterSeconds === undefined ? {} : { retryAfterSeconds });

/** `POST /visitor`: a token for one browser. Asks for nothing and keeps nothing. */
export const visitorRoute =
  ({ visitors, limits }: VisitorRouteOptions): Answer =>
  async (context) => {
    const limited = await limits?.countVisitor(context.env.address);
    if (limited) return refused({ code: 'rate-limited', ...limited });
    return privateAnswer({ token: visitors.issue() } satisfies VisitorAnswer);
  };

/** Reads who wants to mark which comment; a refusal where that cannot be told. */
const readMarkRequest = (visitors: Visitors, context: ServiceContext): MarkRequest | Response => {
  const visitor = visitors.read(readBearer(context.req.raw));
  if (!visitor) return refuseBearer();
  return { comment: context.req.param('id') ?? '', visitor, address: context.env.address };
};

/** `PUT /{id}/like` with `isGiven`, else `DELETE /{id}/like`. */
export const likeRoute =
  ({ visitors, markComment }: VisitorRouteOptions, isGiven: boolean): Answer =>
  async (context) => {
    const request = readMarkRequest(visitors, context);
    if (request instanceof Response) return request;
    const refusal = await markComment.like({ ...request, isGiven });
    return refusal ? refused(refusal) : emptyAnswer();
  };

/** `POST /{id}/report`. */
export const reportRoute =
  ({ visitors, markComment }: VisitorRouteOptions): Answer =>
  async (context) => {
    const request = readMarkRequest(visitors, context);
    if (request instanceof Response) return request;
    const body = await readJson(context.req.raw, maxReportBytes);
    if (body.kind === 'refused') return problemResponse(body.code);
    const report = commentReportSchema.safeParse(body.value);
    if (!report.success) {
      return problemResponse('invalid-fields', { errors: toFieldProblems(report.error) });
    }
    const refusal = await markComment.report({ ...request, ...report.data });
    return refusal ? refused(refusal) : emptyAnswer();
  };

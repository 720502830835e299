import { challengeRequestSchema, toFieldProblems } from '../../protocol/schemas.ts';
import type { ChallengeAnswer } from '../../protocol/types.ts';
import { noticeFor } from '../privacy-notices.ts';
import { privateAnswer } from './private-answer.ts';
import { problemResponse } from './problem-response.ts';
import { readJson } from './read-json.ts';
import type { ChallengeRouteOptions, ServiceContext } from './service-context.ts';

/** `POST /challenge`: hands out a security code for one article, or none where nobody may write there now. */
export function challengeRoute(
  { challenges, acceptArticle, readState, notices, limits }: ChallengeRouteOptions,
  maxBodyBytes: number,
): (context: ServiceContext) => Promise<Response> {
  return async (context) => {
    const body = await readJson(context.req.raw, maxBodyBytes);
    if (body.kind === 'refused') return problemResponse(body.code);
    const request = challengeRequestSchema.safeParse(body.value);
    if (!request.success) {
      return problemResponse('invalid-fields', { errors: toFieldProblems(request.error) });
    }
    const { article, kind, lang, work: canWork } = request.data;
    if (!challenges.isOffered(kind)) return problemResponse('challenge-kind-refused');
    const limited = await limits?.countChallenge(context.env.address);
    if (limited) {
      return problemResponse('rate-limited', { retryAfterSeconds: limited.retryAfterSeconds });
    }
    if (!(await acceptArticle(article))) return problemResponse('article-refused');
    const demand = await limits?.pressure?.countChallenge(context.env.address);
    const notice = noticeFor(notices, lang);
    const judged = await readState(article);
    const isOpen = judged.state === 'open';
    const answer: ChallengeAnswer = {
      challenge: isOpen
        ? await challenges.issue({ article, kind, lang, demand, canWork })
        : { kind: 'none' },
      ...(isOpen && challenges.kinds.length > 0 && { kinds: challenges.kinds }),
      article: judged,
      ...(notice && { notice }),
    };
    return privateAnswer(answer);
  };
}

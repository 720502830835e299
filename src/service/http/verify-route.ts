import { toFieldProblems, verifyRequestSchema } from '../../protocol/schemas.ts';
import type { VerifyAnswer, VerifyReason } from '../../protocol/types.ts';
import type { ChallengeProblemCode } from '../../protocol/problem.ts';
import type { ChallengeAttempt, CodeCheck } from '../challenge-source.ts';
import { privateAnswer } from './private-answer.ts';
import { problemResponse } from './problem-response.ts';
import { readJson } from './read-json.ts';
import type { ServiceContext } from './service-context.ts';

/** Judges an answered code and spends it, in one step. */
export type VerifyAttempt = (attempt: ChallengeAttempt) => Promise<CodeCheck>;

const reasons: Readonly<Partial<Record<ChallengeProblemCode, VerifyReason>>> = {
  'challenge-wrong': 'wrong',
  'challenge-incomplete': 'incomplete',
  'challenge-expired': 'expired',
  'challenge-spent': 'spent',
};

/** `POST /challenge/verify`: checks a code for a backend in another language. One attempt a token, as everywhere. */
export function verifyRoute(
  verify: VerifyAttempt,
  maxBodyBytes: number,
): (context: ServiceContext) => Promise<Response> {
  return async (context) => {
    const body = await readJson(context.req.raw, maxBodyBytes);
    if (body.kind === 'refused') return problemResponse(body.code);
    const request = verifyRequestSchema.safeParse(body.value);
    if (!request.success) {
      return problemResponse('invalid-fields', { errors: toFieldProblems(request.error) });
    }
    const { article, ...solution } = request.data;
    const check = await verify({ article, challenge: solution });
    const verdict: VerifyAnswer =
      check.kind === 'passed'
        ? { passed: true }
        : { passed: false, reason: reasons[check.code] ?? 'malformed' };
    return privateAnswer(verdict);
  };
}

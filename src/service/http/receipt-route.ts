import { readBearer, refuseBearer } from './bearer-token.ts';
import { privateAnswer } from './private-answer.ts';
import { problemResponse } from './problem-response.ts';
import type { RouteOptions, ServiceContext } from './service-context.ts';

/** `GET /receipt`: what became of the sender's own comment. */
export const receiptRoute =
  (options: Pick<RouteOptions, 'readReceipt'>) =>
  async (context: ServiceContext): Promise<Response> => {
    const outcome = await options.readReceipt(readBearer(context.req.raw));
    if (outcome.kind === 'unknown') return refuseBearer();
    if (outcome.kind === 'gone') return problemResponse('not-found');
    return privateAnswer(outcome.answer);
  };

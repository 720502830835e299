import { describeError, type ServiceLog } from '../service-log.ts';
import { isDatabaseGone } from '../store/database-gone.ts';
import { problemResponse } from './problem-response.ts';

/** How long to wait for a database that is gone, in seconds: one that is started anew is often back by then. */
export const outageSeconds = 5;

/** Answers a request that failed, and logs it: a database that is gone for a while is no fault of the service. */
export function failureResponse(
  error: unknown,
  { method, log }: { readonly method: string; readonly log: ServiceLog },
): Response {
  log(`${method} failed: ${describeError(error)}`);
  return isDatabaseGone(error)
    ? problemResponse('unavailable', { retryAfterSeconds: outageSeconds })
    : problemResponse('internal-error');
}

import * as z from 'zod';
import { deskProblem } from './desk-problem.ts';

/** An answer for one editor, never kept by a cache. */
export const deskAnswer = (body: object | null, cookiesOf?: Response): Response => {
  const headers = new Headers({ 'Cache-Control': 'no-store' });
  for (const cookie of cookiesOf?.headers.getSetCookie() ?? [])
    headers.append('Set-Cookie', cookie);
  return body ? Response.json(body, { headers }) : new Response(null, { status: 204, headers });
};

const refusalSchema = z.object({ code: z.string() });

const wrongCodes: readonly string[] = ['INVALID_CODE', 'INVALID_BACKUP_CODE'];

/** How long `better-auth` locks an editor's second step after ten wrong codes, in seconds. */
const lockSeconds = 900;

/** What a refusal by `better-auth` is to the desk. Its sentences go nowhere. */
export async function refusalOf(response: Response, field: string): Promise<Response> {
  if (response.status >= 500) return deskProblem('internal-error');
  if (response.status === 429)
    return deskProblem('rate-limited', { retryAfterSeconds: lockSeconds });
  const { data } = refusalSchema.safeParse(await response.json().catch(() => undefined));
  const code = data?.code ?? '';
  if (wrongCodes.includes(code) || code === 'INVALID_PASSWORD') {
    return deskProblem('invalid-fields', { errors: [{ field, code: 'wrong' }] });
  }
  if (response.status === 409 || code === 'TOTP_ALREADY_ENABLED' || code.endsWith('_NOT_ENABLED')) {
    return deskProblem('move-refused');
  }
  return deskProblem('unauthorized');
}

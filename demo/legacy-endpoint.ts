import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { type CommentDraft, type Problem, problemSchema } from '../src/protocol/index.ts';
import type { CommentService, PagesHandler } from '../src/service/index.ts';
import { legacyPage, legacySentence, sentences } from './legacy-answers.ts';

/** As much as the service takes, written as a form: there each byte of a Vietnamese letter is three characters. */
const maxBodyBytes = 192 * 1024;

/** What the page's `__EVENTVALIDATION` says: a post without it comes from no page of this site. */
const validation = 'ykien-428';

/** The fields of an old page, by the names its server has always had for them. */
const readDraft = (fields: URLSearchParams): CommentDraft => {
  const text = (name: string): string => fields.get(name) ?? '';
  const address = text('txtDiaChi');
  const token = text('hidMa');
  return {
    article: text('hidBaiViet'),
    name: text('txtHoTen'),
    ...(address && { address }),
    email: text('txtEmail'),
    content: text('txtNoiDung'),
    ...(token && { challenge: { token, answer: text('txtMa') } }),
  };
};

const toServiceRequest = (request: Request, fields: URLSearchParams, path: string): Request => {
  const headers = new Headers({ 'content-type': 'application/json' });
  const key = fields.get('hidKhoa');
  if (key) headers.set('idempotency-key', key);
  // By these the service tells its own pages from foreign ones, and a form can be sent by any page.
  for (const name of ['origin', 'sec-fetch-site']) {
    const value = request.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  const body = JSON.stringify(readDraft(fields));
  return new Request(new URL(path, request.url), { method: 'POST', headers, body });
};

const readProblem = async (answer: Response): Promise<Problem | undefined> => {
  const parsed = problemSchema.safeParse(await answer.json().catch(() => undefined));
  return parsed.success ? parsed.data : undefined;
};

/** The service's answer as a sentence in HTML, with status 200 whatever came of it. */
const toLegacyAnswer = async (answer: Response): Promise<Response> => {
  if (answer.status === 201) return legacyPage(sentences.published);
  if (answer.status === 202) return legacyPage(sentences.pending);
  return legacyPage(legacySentence(await readProblem(answer)));
};

/**
 * The addresses an old site posts to. `/webforms/ykien` takes comments as a backend older than the contract does (N-3):
 * under its own names, answering in HTML; the security code and the comment are the service's affair, asked in the same
 * process. `/webforms.html` is posted back as a whole by each of the page's own buttons.
 * @param path Where the service takes comments.
 */
export function createLegacyEndpoint(
  service: Pick<CommentService, 'fetch'>,
  path: string,
): PagesHandler {
  const limit = bodyLimit({
    maxSize: maxBodyBytes,
    onError: () => legacyPage(sentences.tooLarge, 413),
  });
  const app = new Hono();
  app.post('/webforms/ykien', limit, async (context) => {
    const fields = new URLSearchParams(await context.req.text());
    if (fields.get('__EVENTVALIDATION') !== validation) return legacyPage(sentences.sessionOver);
    return toLegacyAnswer(await service.fetch(toServiceRequest(context.req.raw, fields, path)));
  });
  app.post('/webforms.html', limit, async (context) => {
    const fields = new URLSearchParams(await context.req.text());
    const query = new URLSearchParams({ tim: fields.get('ctl00$txtTuKhoa') ?? '' });
    return context.redirect(`/webforms.html?${query}`, 303);
  });
  const paths = new Set(app.routes.map((route) => route.path));
  return (request) =>
    request.method === 'POST' && paths.has(new URL(request.url).pathname)
      ? app.fetch(request)
      : undefined;
}

import { visitorAnswerSchema } from '../../src/protocol/index.ts';
import { readPage, type TestService } from './service-fixture.ts';

/** What of a request may be told beside the path. */
export interface VisitorRequest {
  readonly token?: string;
  readonly address?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const toInit = ({ token, address, headers }: VisitorRequest) => ({
  headers: { ...headers, ...(token !== undefined && { authorization: `Bearer ${token}` }) },
  ...(address !== undefined && { address }),
});

/** A fresh visitor's token, asked for from an address of its own unless one is given. */
export async function askVisitor(paper: TestService, address?: string): Promise<string> {
  const init = { method: 'POST', ...(address !== undefined && { address }) };
  const response = await paper.send('/visitor', init);
  return visitorAnswerSchema.parse(await response.json()).token;
}

/** Likes a comment, or takes that back. */
export const sendLike = (
  paper: TestService,
  id: string,
  request: VisitorRequest,
  method: 'PUT' | 'DELETE' = 'PUT',
): Promise<Response> => paper.send(`/${id}/like`, { method, ...toInit(request) });

/** Reports a comment; a text is sent as it stands. */
export const sendReport = (
  paper: TestService,
  id: string,
  request: VisitorRequest,
  body: unknown = { reason: 'spam' },
): Promise<Response> =>
  paper.send(`/${id}/report`, {
    method: 'POST',
    ...toInit({ ...request, headers: { 'content-type': 'application/json', ...request.headers } }),
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

let published = 0;

/** Publishes a comment without posting it, so that no time passes and no limit counts; its id. */
export async function publishComment(
  paper: Pick<TestService, 'store' | 'publish'>,
  article = 'bai-123',
): Promise<string> {
  published += 1;
  const id = `01a20c18-dcba-7000-9000-${String(published).padStart(12, '0')}`;
  const texts = { name: 'Ý', address: '', email: 'y@example.vn', content: 'Hay' };
  await paper.store.transaction(async (transaction) => {
    await transaction.saveArticle(article);
    const comment = { id, article, parent: null, texts, rawTexts: texts, signals: [] };
    await transaction.insert(comment);
  });
  await paper.publish(id);
  return id;
}

/** The likes of the only published comment of an article, as everybody sees them. */
export async function readLikes(paper: TestService, article = 'bai-123'): Promise<number> {
  const page = await readPage(await paper.send(`?article=${article}`));
  return page.comments[0]?.likes ?? -1;
}

/** Sets what the newsroom wants of an article. */
export const setArticle = (
  paper: TestService,
  state: 'closed' | 'readonly' | 'hidden',
  article = 'bai-123',
): Promise<void> =>
  paper.store.transaction((transaction) =>
    transaction.setArticle(article, { state, closesAt: null }),
  );

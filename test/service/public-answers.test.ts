import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import type { CommentAnswer, VisitorAnswer } from '../../src/protocol/index.ts';
import {
  openTestService,
  pageOrigin,
  plainDraft,
  readAnswer,
  testCode,
  testSecret,
  type TestService,
} from '../support/service-fixture.ts';

const clientAddress = '203.0.113.77';
const email = 'rieng-tu@bi-mat.example.vn';
const address = 'Số 7 ngõ Bí Mật';

/** Every member anywhere in an answer, as paths. */
const membersOf = (value: unknown, path = ''): string[] => {
  if (Array.isArray(value)) return value.flatMap((item) => membersOf(item, `${path}[]`));
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([name, member]) =>
    membersOf(member, path === '' ? name : `${path}.${name}`),
  );
};

/** The members of a body; none where there is no body. */
const bodyMembersOf = (answer: string): string[] => {
  const [body = ''] = answer.split('\n');
  return body === '' ? [] : [...new Set(membersOf(JSON.parse(body)))];
};

const within = (prefix: string, names: readonly string[]): string[] =>
  names.map((name) => `${prefix}.${name}`);

/** Every answer the public can get, by what was asked; moderation post, so that all of a comment is seen. */
async function collectAnswers(t: TestContext): Promise<ReadonlyMap<string, string>> {
  const paper: TestService = await openTestService(t, { settings: { moderation: 'post' } });
  const answers = new Map<string, string>();
  const ask = async (
    name: string,
    path: string,
    body?: unknown,
    { method = 'POST', token = '' } = {},
  ): Promise<string> => {
    const init = body === undefined ? {} : { method, body: JSON.stringify(body) };
    const headers = {
      'content-type': 'application/json',
      origin: pageOrigin,
      ...(token !== '' && { authorization: `Bearer ${token}` }),
    };
    const request = new Request(`${pageOrigin}/comments${path}`, { ...init, headers });
    const response = await paper.service.fetch(request, { address: clientAddress });
    const text = await response.text();
    answers.set(name, `${text}\n${JSON.stringify([...response.headers])}`);
    return text;
  };
  const draft = await paper.solvedDraft({ email, address });
  const { id, receipt } = JSON.parse(await ask('published', '', draft)) as CommentAnswer;
  const answering = await paper.solvedDraft({ email, address, parent: id });
  const answer = JSON.parse(await ask('answered', '', answering)) as { id: string };
  await ask('spent', '', draft);
  await ask('wrong', '', {
    ...(await paper.solvedDraft({ email, address })),
    content: `${email} ${'x'.repeat(3000)}`,
  });
  const fast = await paper.solvedDraft({ email, address });
  paper.pass(-2.5);
  const pending = JSON.parse(await ask('pending', '', fast)) as CommentAnswer;
  await ask('list', '?article=bai-123&limit=1');
  await ask('place', `/${answer.id}`);
  await ask('replies', `/${id}/replies`);
  await ask('counts', '/count?article=bai-123');
  await ask('challenge', '/challenge', { article: 'bai-123' });
  await ask('refused', '', { ...draft, email: `${email}, x@y.vn`, name: email });
  const { token } = JSON.parse(await ask('visitor', '/visitor', {})) as VisitorAnswer;
  await ask('like', `/${id}/like`, {}, { token, method: 'PUT' });
  await ask('like taken back', `/${id}/like`, {}, { token, method: 'DELETE' });
  await ask('report', `/${id}/report`, { reason: 'spam', note: email }, { token });
  await ask('second report', `/${id}/report`, { reason: 'spam', note: email }, { token });
  await ask('refused report', `/${id}/report`, { reason: email, note: 7 }, { token });
  await ask('no visitor', `/${id}/like`, {}, { token: email, method: 'PUT' });
  await ask('receipt', '/receipt', undefined, { token: receipt });
  await ask('receipt of a waiting comment', '/receipt', undefined, { token: pending.receipt });
  await ask('no receipt', '/receipt', undefined, { token: email });
  await ask('not found', `/nothing/${email}`);
  return answers;
}

describe('every public answer', () => {
  it('holds exactly the members of the contract (S30, S33)', async (t) => {
    const answers = await collectAnswers(t);
    const members = Object.fromEntries(
      [...answers].map(([name, text]) => [name, bodyMembersOf(text)]),
    );
    const comment = [
      'id',
      'parent',
      'name',
      'content',
      'publishedAt',
      'edited',
      'pinned',
      'pick',
      'staff',
      'likes',
    ];
    const picture = ['kind', 'token', 'lifetimeSeconds', 'length', 'width', 'height', 'path'];
    const problem = ['type', 'title', 'status', 'code'];
    const article = within('article', ['id', 'state', 'closesAt', 'count']);
    const replies = ['replies.count', 'replies.next'];
    const thread = [...comment, ...within('replies.items[]', comment), ...replies];
    const posted = ['id', 'status', 'receipt', ...within('comment', comment)];
    const own = ['id', 'article', 'status', ...within('comment', comment)];
    assert.deepEqual(members, {
      published: posted,
      answered: posted,
      spent: [...problem, ...within('challenge', picture)],
      wrong: [...problem, 'errors[].field', 'errors[].code', 'errors[].max', 'errors[].over'],
      pending: ['id', 'status', 'receipt'],
      list: [...article, ...within('comments[]', thread), 'next'],
      place: [...article, ...within('thread', thread), ...within('reply', comment), 'after'],
      replies: [...within('items[]', comment), 'count', 'next'],
      counts: ['counts.bai-123'],
      challenge: [...within('challenge', picture), 'kinds[]', 'article.state', 'article.closesAt'],
      refused: [...problem, 'errors[].field', 'errors[].code'],
      visitor: ['token'],
      like: [],
      'like taken back': [],
      report: [],
      'second report': problem,
      'refused report': [...problem, 'errors[].field', 'errors[].code'],
      'no visitor': problem,
      receipt: own,
      'receipt of a waiting comment': own,
      'no receipt': problem,
      'not found': problem,
    });
  });

  it('holds no email, no address, no IP, no code and no secret (L-6, S9)', async (t) => {
    const answers = await collectAnswers(t);
    assert.equal(answers.size, 22);
    for (const [name, text] of answers) {
      for (const secret of [email, 'rieng-tu', 'Bí Mật', clientAddress, testCode, testSecret]) {
        assert.ok(!text.includes(secret), `${name} holds ${secret}`);
      }
    }
  });

  it('hides the code also from who decodes the token (S9)', async (t) => {
    const paper = await openTestService(t);
    const { token } = await paper.askChallenge();
    assert.ok(!Buffer.from(token, 'base64url').toString('latin1').includes(testCode));
  });

  it('tells nobody whether an email has written before (S34)', async (t) => {
    const paper = await openTestService(t);
    const first = await readAnswer(await paper.post());
    const second = await readAnswer(await paper.post());
    assert.deepEqual(Object.keys(first), Object.keys(second));
    assert.equal(first.status, second.status);
    assert.equal((await paper.send(`?email=${plainDraft.email}`)).status, 400);
  });
});

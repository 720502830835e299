import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { challengeAnswerSchema, type CommentDraft } from '../../src/protocol/index.ts';
import { limitBudgets } from '../../src/service/index.ts';
import {
  countComments,
  makeTemporaryFolder,
  openTestService,
  pictureOf,
  plainDraft,
  readAnswer,
  readProblem,
  testCode,
  type TestService,
} from '../support/service-fixture.ts';

const json = { 'content-type': 'application/json' };

interface Sending {
  readonly address?: string;
  readonly headers?: Record<string, string>;
}

/** A reader with an address of its own. */
const sendJson = (
  paper: TestService,
  path: string,
  body: object,
  { address = '203.0.113.7', headers }: Sending = {},
): Promise<Response> =>
  paper.send(path, {
    method: 'POST',
    headers: { ...json, ...headers },
    body: JSON.stringify(body),
    address,
  });

const askChallenge = (paper: TestService, sending?: Sending): Promise<Response> =>
  sendJson(paper, '/challenge', { article: plainDraft.article }, sending);

const draftOf = async (
  paper: TestService,
  changes: Partial<CommentDraft> = {},
  sending?: Sending,
): Promise<CommentDraft> => {
  const article = changes.article ?? plainDraft.article;
  const response = await sendJson(paper, '/challenge', { article }, sending);
  const { token } = pictureOf(challengeAnswerSchema.parse(await response.json()));
  return { ...plainDraft, challenge: { token, answer: testCode }, ...changes };
};

/** Asks for a code by a line of its own, as its line's challenges are not what most tests count. */
const post = async (
  paper: TestService,
  changes: Partial<CommentDraft> = {},
  sending: Sending = {},
): Promise<Response> => {
  const draft = await draftOf(paper, changes, { address: '192.0.2.1' });
  return sendJson(paper, '', draft, sending);
};

/** Posts that need no code: what is counted before it. */
const openCodeless = (t: TestContext, options = {}): Promise<TestService> =>
  openTestService(t, { limitsIn: 'memory', settings: { challenges: 'none' }, ...options });

/** Sends one after the other until one is limited; how many were not. */
const countUntilLimited = async (
  most: number,
  send: (index: number) => Promise<Response>,
): Promise<number> => {
  for (let index = 0; index < most; index += 1) {
    // oxlint-disable-next-line no-await-in-loop
    if ((await send(index)).status === 429) return index;
  }
  return most;
};

/** A different reader each time, of the same line. */
const another = (index: number): Partial<CommentDraft> => ({
  email: `reader-${index}@example.vn`,
  article: `bai-${index}`,
});

const { challengesOfLine, postsOfLine, email, emailFromSite, article, articleFromSite } =
  limitBudgets;

for (const limitsIn of ['memory', 'a SQLite file'] as const) {
  describe(`limits counted in ${limitsIn} (M-14)`, () => {
    const open = (t: TestContext, options = {}): Promise<TestService> =>
      openTestService(t, { limitsIn, settings: { challenges: 'none' }, ...options });

    it('end with their window, and say in header and body how long that is (S44)', async (t) => {
      const paper = await open(t);
      const taken = await countUntilLimited(1000, () => askChallenge(paper));
      assert.equal(taken, challengesOfLine.points);
      paper.pass(200);
      const response = await askChallenge(paper);
      assert.equal(response.headers.get('retry-after'), '400');
      const problem = await readProblem(response);
      assert.equal(problem.code, 'rate-limited');
      assert.equal(problem.retryAfterSeconds, 400);
      paper.pass(399);
      assert.equal((await askChallenge(paper)).status, 429);
      paper.pass(1);
      assert.equal((await askChallenge(paper)).status, 200);
    });

    it('count posts by line, whatever their readers and articles', async (t) => {
      const paper = await open(t);
      const taken = await countUntilLimited(100, (index) =>
        sendJson(paper, '', { ...plainDraft, ...another(index) }),
      );
      assert.equal(taken, postsOfLine.points);
      assert.equal(await countComments(paper), postsOfLine.points);
    });

    it('are not passed by many requests at once (rule 12)', async (t) => {
      const paper = await open(t);
      const posts = Array.from({ length: 100 }, (_, index) =>
        sendJson(paper, '', { ...plainDraft, ...another(index) }),
      );
      const statuses = (await Promise.all(posts)).map(({ status }) => status);
      assert.equal(statuses.filter((status) => status === 202).length, postsOfLine.points);
      assert.equal(await countComments(paper), postsOfLine.points);
    });

    it('count a failure twice', async (t) => {
      const paper = await open(t, { settings: {} });
      const guess = async (index: number): Promise<Response> => {
        const { challenge } = await draftOf(paper, another(index), { address: '192.0.2.1' });
        const wrong = { ...challenge, answer: '000000' };
        return sendJson(paper, '', { ...plainDraft, ...another(index), challenge: wrong });
      };
      assert.equal(await countUntilLimited(100, guess), postsOfLine.points / 2);
    });

    it('do not count a repetition, and answer it where nothing else is taken', async (t) => {
      const paper = await open(t);
      const headers = { 'idempotency-key': 'k' };
      const first = await sendJson(paper, '', plainDraft, { headers });
      const { id } = await readAnswer(first);
      for (let repeated = 0; repeated < 100; repeated += 1) {
        // oxlint-disable-next-line no-await-in-loop
        const again = await sendJson(paper, '', plainDraft, { headers });
        assert.equal(again.status, 202);
      }
      const taken = await countUntilLimited(100, (index) =>
        sendJson(paper, '', { ...plainDraft, ...another(index) }),
      );
      assert.equal(taken, postsOfLine.points - 1);
      const last = await sendJson(paper, '', plainDraft, { headers });
      assert.equal((await readAnswer(last)).id, id);
      const other = await sendJson(paper, '', { ...plainDraft, content: 'Khác.' }, { headers });
      assert.equal(other.status, 429);
    });

    it('do not stop others when one client floods (S43)', async (t) => {
      const paper = await open(t);
      const flood = Array.from({ length: 400 }, (_, index) =>
        sendJson(paper, '', plainDraft, { address: `2001:db8:bad:${index % 50}::${index}` }),
      );
      const floodingChallenges = Array.from({ length: 400 }, () =>
        askChallenge(paper, { address: '2001:db8:bad::1' }),
      );
      await Promise.all([...flood, ...floodingChallenges]);
      for (const address of ['203.0.113.7', '2001:db8:900d::1']) {
        // oxlint-disable-next-line no-await-in-loop
        assert.equal((await askChallenge(paper, { address })).status, 200);
        // oxlint-disable-next-line no-await-in-loop
        const response = await sendJson(paper, '', plainDraft, { address });
        assert.equal(response.status, 202, `the same article, and even the same email: ${address}`);
      }
    });
  });
}

describe('limits', () => {
  it('let two browsers behind one address both succeed (S5)', async (t) => {
    const paper = await openTestService(t, { limitsIn: 'memory' });
    const drafts = [await draftOf(paper), await draftOf(paper, { email: 'an@example.vn' })];
    paper.pass(3);
    for (const draft of drafts) {
      // oxlint-disable-next-line no-await-in-loop
      assert.equal((await sendJson(paper, '', draft)).status, 202);
    }
  });

  it('are shared by all processes on one SQLite file', async (t) => {
    const folder = makeTemporaryFolder(t);
    const options = { limitsIn: 'a SQLite file', folder } as const;
    const papers = [await openTestService(t, options), await openTestService(t, options)] as const;
    const taken = await countUntilLimited(1000, (index) => askChallenge(papers[index % 2 ? 1 : 0]));
    assert.equal(taken, challengesOfLine.points);
    for (const paper of papers) {
      // oxlint-disable-next-line no-await-in-loop
      assert.equal((await askChallenge(paper)).status, 429);
    }
  });

  it('keep addresses and emails in no file, and one address under another hash each day (L-7)', async (t) => {
    const folder = makeTemporaryFolder(t);
    const paper = await openCodeless(t, { limitsIn: 'a SQLite file', folder });
    await sendJson(paper, '', plainDraft);
    paper.pass(86_400);
    await sendJson(paper, '', plainDraft);
    const file = join(folder, 'comments.sqlite.limits');
    const written = ['', '-wal'].map((end) => readFileSync(file + end, 'latin1')).join('');
    const keys = [...written.matchAll(/postsOfLine:\d+:([\w-]{22})/g)].map(([, hash]) => hash);
    assert.equal(new Set(keys).size, 2);
    for (const text of ['203.0.113', plainDraft.email, plainDraft.article, '2001:db8']) {
      assert.ok(!written.includes(text), text);
    }
  });

  it('count one email from one site, and leave its owner elsewhere as much again', async (t) => {
    const paper = await openCodeless(t);
    const postAs = (address: string, spelling = plainDraft.email) =>
      countUntilLimited(100, (index) =>
        sendJson(
          paper,
          '',
          { ...plainDraft, email: spelling, article: `bai-${index}` },
          { address },
        ),
      );
    assert.equal(await postAs('203.0.113.7'), emailFromSite.points);
    assert.equal(await postAs('203.0.113.8', plainDraft.email.toUpperCase()), 0);
    assert.equal(await postAs('198.51.100.1'), email.points - emailFromSite.points);
    assert.equal(await postAs('192.0.2.1'), 0);
    paper.pass(3600);
    assert.equal(await postAs('192.0.2.1'), emailFromSite.points);
  });

  it('give one site a share of an article, so that it takes many sites to close one (S43)', async (t) => {
    const paper = await openCodeless(t);
    let readers = 0;
    const postFrom = (site: number) =>
      countUntilLimited(1000, (index) => {
        readers += 1;
        const draft = { ...plainDraft, email: `reader-${readers}@example.vn` };
        return sendJson(paper, '', draft, { address: `10.0.${site}.${index % 250}` });
      });
    const sites = article.points / articleFromSite.points;
    for (let site = 0; site < sites; site += 1) {
      // oxlint-disable-next-line no-await-in-loop
      assert.equal(await postFrom(site), articleFromSite.points);
    }
    assert.equal(await postFrom(sites), 0);
    const elsewhere = { ...plainDraft, article: 'bai-124', email: 'new@example.vn' };
    assert.equal((await sendJson(paper, '', elsewhere)).status, 202);
    paper.pass(3600);
    assert.equal(await postFrom(sites), articleFromSite.points);
  });

  it('count for an email and an article only what was taken in', async (t) => {
    const paper = await openTestService(t, { limitsIn: 'memory' });
    const challenge = { token: 'x'.repeat(96), answer: '0' };
    for (let index = 0; index < email.points; index += 1) {
      const address = `10.0.${index}.1`;
      // oxlint-disable-next-line no-await-in-loop
      const response = await sendJson(paper, '', { ...plainDraft, challenge }, { address });
      // oxlint-disable-next-line no-await-in-loop
      assert.equal((await readProblem(response)).code, 'challenge-malformed');
    }
    assert.equal((await post(paper)).status, 202);
  });

  it('do not count a code that expired as a failure', async (t) => {
    const paper = await openTestService(t, { limitsIn: 'memory' });
    const drafts: CommentDraft[] = [];
    for (let index = 0; index < 40; index += 1) {
      // oxlint-disable-next-line no-await-in-loop
      drafts.push(await draftOf(paper, another(index)));
    }
    paper.pass(1801);
    const taken = await countUntilLimited(drafts.length, (index) =>
      sendJson(paper, '', drafts[index]!),
    );
    assert.equal(taken, drafts.length);
  });

  it('give back a post that the service itself broke off', async (t) => {
    let isBroken = true;
    const paper = await openCodeless(t, {
      acceptArticle: () => {
        if (isBroken) throw new Error('the site is down');
        return true;
      },
    });
    const send = (index: number) => sendJson(paper, '', { ...plainDraft, ...another(index) });
    assert.equal(await countUntilLimited(postsOfLine.points, send), postsOfLine.points);
    isBroken = false;
    assert.equal((await send(0)).status, 202);
  });

  it('are not spent by preflights, reads and what the schema refuses', async (t) => {
    const paper = await openCodeless(t);
    for (let index = 0; index < challengesOfLine.points; index += 1) {
      const address = '203.0.113.7';
      // oxlint-disable-next-line no-await-in-loop
      await Promise.all([
        paper.send('/challenge', { method: 'OPTIONS', address }),
        paper.send('', { method: 'OPTIONS', address }),
        paper.send('?article=bai-123', { address }),
        paper.send('/challenge', { address }),
        sendJson(paper, '', { ...plainDraft, name: '' }),
      ]);
    }
    assert.equal((await askChallenge(paper)).status, 200);
    assert.equal((await sendJson(paper, '', plainDraft)).status, 202);
  });

  it('are none where they are off', async (t) => {
    const paper = await openTestService(t, { settings: { challenges: 'none' } });
    const posts = Array.from({ length: 500 }, () => sendJson(paper, '', plainDraft));
    const statuses = new Set((await Promise.all(posts)).map(({ status }) => status));
    assert.deepEqual(statuses, new Set([202]));
    assert.equal(await countUntilLimited(500, () => askChallenge(paper)), 500);
  });

  it('go by the socket, whatever X-Forwarded-For and Forwarded say (S36)', async (t) => {
    const paper = await openCodeless(t);
    const taken = await countUntilLimited(100, (index) =>
      sendJson(
        paper,
        '',
        { ...plainDraft, ...another(index) },
        {
          headers: { 'x-forwarded-for': `198.51.100.${index}`, forwarded: `for=192.0.2.${index}` },
        },
      ),
    );
    assert.equal(taken, postsOfLine.points);
  });

  it('tell readers behind a named proxy apart, and none by what it passes on (S36)', async (t) => {
    const settings = { challenges: 'none', trustProxies: '203.0.113.0/24' };
    const paper = await openCodeless(t, { settings });
    const postFrom = (reader: string) =>
      countUntilLimited(100, (index) =>
        sendJson(
          paper,
          '',
          { ...plainDraft, ...another(index) },
          {
            headers: { 'x-forwarded-for': `192.0.2.${index}, ${reader}` },
          },
        ),
      );
    assert.equal(await postFrom('198.51.100.1'), postsOfLine.points);
    assert.equal(await postFrom('198.51.100.2'), postsOfLine.points);
  });
});

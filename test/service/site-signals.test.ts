import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, it, type TestContext } from 'node:test';
import type { FindSiteSignals, JudgedDraft, SiteSignal } from '../../src/service/index.ts';
import { openTestService, plainDraft, type TestService } from '../support/service-fixture.ts';

const found: SiteSignal = { code: 'site:words', severity: 'hold', field: 'content', offsets: [] };
const never: FindSiteSignals = () => new Promise(() => {});

const open = (
  t: TestContext,
  signals: readonly FindSiteSignals[],
  signalTimeoutMs?: number,
): Promise<TestService> =>
  openTestService(t, {
    settings: { moderation: 'post' },
    signals,
    ...(signalTimeoutMs && { signalTimeoutMs }),
    address: '203.0.113.7',
  });

const codesOf = async ({ store }: TestService): Promise<readonly string[] | undefined> =>
  (await store.listComments({ limit: 1 }))[0]?.signals.map(({ code }) => code);

describe("A site's own signals", () => {
  it('are kept with the comment and do what their severity says', async (t) => {
    const paper = await open(t, [async () => [found], () => [{ ...found, code: 'site:b' }]]);
    assert.equal((await paper.post()).status, 202);
    assert.deepEqual(await codesOf(paper), ['site:words', 'site:b']);
    const gentle = await open(t, [() => [{ ...found, severity: 'note' }]]);
    assert.equal((await gentle.post()).status, 201);
  });

  it('are looked for in the normalised texts; neither the code nor the trap is shown', async (t) => {
    const drafts: JudgedDraft[] = [];
    const paper = await open(t, [
      (draft, { address }) => {
        assert.equal(address, '203.0.113.7');
        drafts.push(draft);
        return [];
      },
    ]);
    await paper.post({ content: ' Hay\r\nquá ', trap: 'x' });
    const { article, name, address = '', email } = plainDraft;
    const parts = { article, page: undefined, parent: undefined };
    assert.deepEqual(drafts, [{ ...parts, name, address, email, content: 'Hay\nquá' }]);
  });

  it('hold nothing up when they fail; the log says so without a word of the comment', async (t) => {
    const failing: FindSiteSignals = ({ content, email }) => {
      throw new Error(`${content} ${email}`);
    };
    const paper = await open(t, [
      failing,
      async (draft) => failing(draft, {} as never),
      () => [found],
    ]);
    assert.equal((await paper.post()).status, 202);
    assert.deepEqual(await codesOf(paper), ['site:words']);
    assert.equal(paper.logged.length, 2);
    for (const line of paper.logged) {
      assert.match(line, /^Signals [12] of the site failed: Error/);
      assert.ok(!line.includes(plainDraft.email) && !line.includes(plainDraft.content));
    }
  });

  it('are left out when they are late, and told that nobody waits', async (t) => {
    let isTold = false;
    const late: FindSiteSignals = (draft, context) => {
      context.signal.addEventListener('abort', () => (isTold = true));
      return never(draft, context);
    };
    const paper = await open(t, [late], 20);
    assert.equal((await paper.post()).status, 201);
    assert.deepEqual(paper.logged, ['Signals 1 of the site: no answer within 20 ms']);
    assert.equal(isTold, true);
  });

  it('may not call themselves by a name of the service, nor be anything else', async (t) => {
    const odd = [{ ...found, code: 'trap' }, null, 'x', { code: 'site:a' }, found];
    const paper = await open(t, [() => odd as never]);
    assert.equal((await paper.post()).status, 202);
    assert.deepEqual(await codesOf(paper), ['site:words']);
    assert.deepEqual(paper.logged, ['Signals 1 of the site: some are none']);
  });

  it('are not asked about a comment without a code, and change no answer without a solved one', async (t) => {
    let asked = 0;
    const paper = await open(t, [
      () => {
        asked += 1;
        return [found];
      },
    ]);
    assert.equal((await paper.postJson('', plainDraft)).status, 422);
    assert.equal(asked, 0);
    const { token } = await paper.askChallenge();
    const wrong = { ...plainDraft, challenge: { token, answer: '000000' } };
    assert.equal((await paper.postJson('', wrong)).status, 422);
    assert.equal(await codesOf(paper), undefined);
  });

  it('make no other post wait', async (t) => {
    const { promise: gate, resolve: release } = Promise.withResolvers<void>();
    const slowly: FindSiteSignals = async ({ content }) => {
      if (content === 'Chậm') await gate;
      return [];
    };
    const paper = await open(t, [slowly], 10_000);
    const slow = paper.post({ content: 'Chậm' });
    assert.equal((await paper.post({ content: 'Nhanh', email: 'a@example.vn' })).status, 201);
    release();
    assert.equal((await slow).status, 201);
  });
});

describe('The example of Akismet', () => {
  interface Verdict {
    readonly text: string;
    readonly tip?: string;
  }

  /** A finder that asks a server of the test's own, and what that server was asked. */
  const play = async (t: TestContext, { text, tip }: Verdict) => {
    const bodies: URLSearchParams[] = [];
    const server = createServer((request, response) => {
      let body = '';
      request.on('data', (part) => (body += String(part)));
      request.on('end', () => {
        bodies.push(new URLSearchParams(body));
        response.writeHead(200, tip ? { 'x-akismet-pro-tip': tip } : {}).end(text);
      });
    }).listen(0, '127.0.0.1');
    t.after(() => server.close());
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const file = new URL('../../demo/examples/akismet/akismet.js', import.meta.url);
    const { createAkismetSignals } = (await import(file.href)) as {
      createAkismetSignals: (options: object) => FindSiteSignals;
    };
    const endpoint = `http://127.0.0.1:${port}/`;
    const finder = createAkismetSignals({ key: 'k', site: 'https://paper.test/', endpoint });
    return { finder, bodies };
  };

  for (const [verdict, codes, severity] of [
    [{ text: 'false' }, [], undefined],
    [{ text: 'true' }, ['site:akismet'], 'hold'],
    [{ text: 'true', tip: 'discard' }, ['site:akismet'], 'junk'],
  ] as const) {
    it(`takes ${JSON.stringify(verdict)} for ${severity ?? 'nothing'}`, async (t) => {
      const { finder, bodies } = await play(t, verdict);
      const paper = await open(t, [finder], 10_000);
      await paper.post();
      const [comment] = await paper.store.listComments({ limit: 1 });
      assert.deepEqual(await codesOf(paper), codes);
      assert.equal(comment?.signals[0]?.severity, severity);
      assert.equal(bodies[0]?.get('user_ip'), '203.0.113.7');
      assert.equal(bodies[0]?.get('comment_content'), plainDraft.content);
      assert.deepEqual(paper.logged, []);
    });
  }

  it('goes on without a verdict', async (t) => {
    const { finder } = await play(t, { text: 'invalid' });
    const paper = await open(t, [finder], 10_000);
    assert.equal((await paper.post()).status, 201);
    assert.match(paper.logged[0] ?? '', /^Signals 1 of the site failed/);
  });
});

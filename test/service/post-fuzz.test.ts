import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import {
  createCommentDraftSchema,
  defaultFieldLimits,
  normalizeField,
} from '../../src/protocol/index.ts';
import type { StoredComment } from '../../src/service/index.ts';
import {
  openTestService,
  pageOrigin,
  plainDraft,
  readAnswer,
  readPage,
  readProblem,
  testCode,
  type TestService,
} from '../support/service-fixture.ts';
import { anyText } from '../text/any-text.ts';
import { hostileTexts } from '../text/hostile-text.ts';

const schema = createCommentDraftSchema(defaultFieldLimits);

const hostileText: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom(...Object.values(hostileTexts)), fc.integer({ min: 1, max: 4000 }))
  .map(([make, length]) => make(length));

/** Mostly what may be sent, else any text, a text made to be slow on, or no text at all. */
const valueLike = (...valid: readonly unknown[]): fc.Arbitrary<unknown> =>
  fc.oneof(
    { weight: 24, arbitrary: fc.constantFrom(...valid) },
    { weight: 3, arbitrary: anyText },
    { weight: 1, arbitrary: hostileText },
    { weight: 1, arbitrary: fc.jsonValue({ depthSize: 'small' }) },
  );

const anyPage = fc.oneof(
  fc.constant({ url: `${pageOrigin}/bai-123`, title: 'Bài' }),
  fc.record(
    {
      url: valueLike(
        `${pageOrigin}/bai-123`,
        'http://127.0.0.1/',
        'javascript:alert(1)',
        'http://[',
      ),
      title: valueLike('Bài', '</script>\u2028', ''),
    },
    { requiredKeys: [] },
  ),
  fc.jsonValue({ depthSize: 'small' }),
);

const anyChallenge = fc.oneof(
  fc.constant({ token: 'x'.repeat(100), answer: testCode }),
  fc.record(
    { token: valueLike('', 'x'.repeat(100)), answer: valueLike(testCode, '', 'ăê') },
    { requiredKeys: [] },
  ),
  fc.jsonValue({ depthSize: 'small' }),
);

const unknownMembers = fc.dictionary(
  fc.oneof(
    fc.constantFrom('__proto__', 'constructor', 'toString', 'status', 'trap', 'id'),
    anyText,
  ),
  fc.jsonValue({ depthSize: 'small' }),
  { maxKeys: 2, noNullPrototype: false },
);

const draftMembers = {
  article: valueLike('bai-123', 'https://paper.test/a?b=c', 'x'.repeat(512)),
  name: valueLike('Nguyễn Thị Bình', 'Bạn đọc 68', ' Nguye\u0302\u0303n '),
  address: valueLike('Phường Bến Thành', ''),
  email: valueLike('binh@example.vn', ' Binh＠Example.VN'),
  content: valueLike('Bài viết rất hay.', 'a\r\n\r\n\r\n\r\nb', '👨‍👩‍👧‍👦', 'x'.repeat(2000)),
  page: anyPage,
  challenge: anyChallenge,
  parent: valueLike('01a20c18-dcba-7000-8000-000000000001', ''),
};

/** Each draft leaves out some of what may be left out, or has an odd value or two. */
const anyDraft: fc.Arbitrary<string> = fc
  .tuple(
    fc.record(draftMembers, { requiredKeys: ['article', 'name', 'email', 'content'] }),
    unknownMembers,
    fc.subarray(['parent', 'page', 'challenge', 'address'] as const),
  )
  .map(([draft, unknown, left]) => {
    const kept = Object.entries(draft).filter(([name]) => !left.some((one) => one === name));
    return JSON.stringify({ ...unknown, ...Object.fromEntries(kept) });
  });

/** JSON that was cut, doubled or mistyped on its way, and bytes of any kind. */
const anyBody: fc.Arbitrary<string | Uint8Array<ArrayBuffer>> = fc.oneof(
  fc
    .tuple(anyDraft, fc.nat(), fc.constantFrom('', '\u0000', '"', '{', '\\', '\\u0000', '\ud800'))
    .map(([json, at, put]) => json.slice(0, at % json.length) + put + json.slice(at % json.length)),
  fc.tuple(anyDraft, fc.nat()).map(([json, end]) => json.slice(0, end % json.length)),
  fc.tuple(anyDraft, anyDraft).map(([one, two]) => `${one.slice(0, -1)},${two.slice(1)}`),
  fc.json(),
  fc.uint8Array({ maxLength: 200 }).map((bytes) => new Uint8Array(bytes)),
);

/** What `Headers` take: all of Latin-1 but NUL and line breaks. */
const headerText = fc.string({
  unit: fc
    .integer({ min: 1, max: 0xff })
    .filter((unit) => unit !== 10 && unit !== 13)
    .map((unit) => String.fromCharCode(unit)),
  maxLength: 300,
});

const anyHeaders: fc.Arbitrary<Record<string, string>> = fc.record(
  {
    'idempotency-key': fc.oneof(headerText, fc.constantFrom('k', 'x'.repeat(255))),
    origin: fc.constantFrom(pageOrigin, 'null', '', 'https://evil.example', '://'),
    'content-type': fc.constantFrom('application/json', 'application/json;charset=utf-8', 'text/x'),
    'content-length': fc.constantFrom('0', '-1', 'x', '10', '99999999999999999999'),
  },
  { requiredKeys: [] },
);

/** What the schema forbids is not stored: neither as typed nor as normalised (T-3). */
const assertStoredWell = ({ article, parent, texts, rawTexts }: StoredComment): void => {
  for (const kept of [texts, rawTexts]) {
    const parsed = schema.safeParse({ article, ...kept, parent: parent ?? undefined });
    assert.ok(parsed.success, JSON.stringify(kept));
  }
  for (const field of ['name', 'address', 'email', 'content'] as const) {
    assert.equal(texts[field], normalizeField[field](rawTexts[field]));
    assert.doesNotMatch(texts[field], /[^\P{Cc}\n\t]|\p{Cs}/u);
  }
};

/** Sends a body; whether it was taken. Any answer but a 2xx or a 4xx of the contract is an error. */
const isTaken = async (
  paper: TestService,
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = {},
): Promise<boolean> => {
  const response = await paper.send('', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
  assert.deepEqual(paper.logged, []);
  if (response.ok) {
    await readAnswer(response);
    return true;
  }
  assert.ok(response.status >= 400 && response.status < 500, String(response.status));
  const problem = JSON.stringify(await readProblem(response));
  assert.doesNotMatch(problem, /node_modules|\.[jt]s\b|Error\b|\/tmp|sqlite/i);
  return false;
};

describe('POST / and any body at all', () => {
  it('is answered with 2xx or 4xx, and stores only what the schema allows', async (t) => {
    const paper = await openTestService(t, {
      settings: { challenges: 'none', moderation: 'post' },
    });
    let taken = 0;
    await fc.assert(
      fc.asyncProperty(anyDraft, async (body) => {
        if (!(await isTaken(paper, body, { origin: pageOrigin }))) return;
        taken += 1;
        const [stored] = await paper.store.listComments({ limit: 1 });
        assert.ok(stored);
        assertStoredWell(stored);
        const query = new URLSearchParams({ article: stored.article, limit: '1' });
        const { comments } = await readPage(await paper.send(`?${query}`));
        // A signal may keep it for the newsroom.
        const isListed = comments[0]?.id === stored.id;
        assert.equal(isListed, stored.status === 'published');
        if (isListed) assert.equal(comments[0]?.content, stored.texts.content);
      }),
      { numRuns: 400 },
    );
    assert.equal((await paper.store.listComments({ limit: 1000 })).length, taken);
    // Or the fuzzing has seen refusals only.
    assert.ok(taken > 20, String(taken));
  });

  it('is answered with 2xx or 4xx also when it is no draft and the headers are odd', async (t) => {
    const paper = await openTestService(t, { settings: { challenges: 'none' } });
    await fc.assert(
      fc.asyncProperty(anyBody, anyHeaders, async (body, headers) => {
        await isTaken(paper, body, headers);
      }),
      { numRuns: 400 },
    );
    const stored = await paper.store.listComments({ limit: 1000 });
    for (const comment of stored) assertStoredWell(comment);
  });

  it('stores nothing without a solved code, whatever stands in its place', async (t) => {
    const paper = await openTestService(t);
    const { token } = await paper.askChallenge();
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          anyChallenge,
          // A token of ours with one character changed.
          fc.nat(token.length - 1).map((at) => ({
            token: token.slice(0, at) + (token[at] === 'A' ? 'B' : 'A') + token.slice(at + 1),
            answer: testCode,
          })),
        ),
        async (challenge) => {
          const body = JSON.stringify({ ...plainDraft, challenge });
          assert.equal(await isTaken(paper, body), false);
        },
      ),
      { numRuns: 100 },
    );
    assert.deepEqual(await paper.store.listComments({ limit: 1 }), []);
  });
});

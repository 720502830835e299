import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { normalizeField } from '../../src/protocol/index.ts';
import {
  countComments,
  openTestService,
  pageOrigin,
  plainDraft,
  readAnswer,
  readPage,
  readProblem,
  type TestService,
} from '../support/service-fixture.ts';
import { hostileTexts } from '../text/hostile-text.ts';

const openForAll = (t: TestContext): Promise<TestService> =>
  openTestService(t, { settings: { challenges: 'none', moderation: 'post' } });

/** Asserts a refusal that tells nothing of the inside (S19), and that nothing was stored. */
const assertRefused = async (
  paper: TestService,
  response: Response,
  code: string,
  field?: string,
): Promise<void> => {
  const text = await response.clone().text();
  assert.doesNotMatch(text, /node_modules|\.[jt]s\b|Error\b|\/tmp|sqlite|ZodError/i);
  const problem = await readProblem(response);
  assert.equal(problem.code, code);
  if (field !== undefined) assert.equal(problem.errors?.[0]?.field, field);
  assert.equal(await countComments(paper), 0);
  assert.deepEqual(paper.logged, []);
};

describe('POST / and wrong types', () => {
  const page = { url: `${pageOrigin}/bai-123`, title: 'Bài' };
  const challenge = { token: 'x', answer: '1' };
  const members: Readonly<Record<string, (value: unknown) => object>> = {
    article: (value) => ({ article: value }),
    name: (value) => ({ name: value }),
    address: (value) => ({ address: value }),
    email: (value) => ({ email: value }),
    content: (value) => ({ content: value }),
    parent: (value) => ({ parent: value }),
    page: (value) => ({ page: value }),
    'page.url': (value) => ({ page: { ...page, url: value } }),
    'page.title': (value) => ({ page: { ...page, title: value } }),
    challenge: (value) => ({ challenge: value }),
    'challenge.token': (value) => ({ challenge: { ...challenge, token: value } }),
    'challenge.answer': (value) => ({ challenge: { ...challenge, answer: value } }),
  };
  const values = [7, -0.5, true, null, ['x'], [], { toString: 'x' }];
  for (const [field, change] of Object.entries(members)) {
    it(`refuses a ${field} that is no text, and spends no code on it`, async (t) => {
      const paper = await openTestService(t);
      const draft = await paper.solvedDraft();
      for (const value of values) {
        const response = await paper.postJson('', { ...draft, ...change(value) });
        await assertRefused(paper, response.clone(), 'invalid-fields');
        const { errors = [] } = await readProblem(response);
        assert.notEqual(errors.length, 0);
        for (const error of errors) assert.ok(error.field.startsWith(field), error.field);
      }
      assert.equal((await paper.postJson('', draft)).status, 202);
    });
  }

  for (const field of ['article', 'name', 'email', 'content'] as const) {
    it(`counts a missing ${field} as empty`, async (t) => {
      const paper = await openForAll(t);
      const response = await paper.postJson('', { ...plainDraft, [field]: undefined });
      await assertRefused(paper, response, 'invalid-fields', field);
    });
  }

  const parents = [
    '',
    'x',
    '../1',
    "' or 1=1 --",
    '01a20c18-dcba-7000-8000-00000000000',
    '0'.repeat(36),
  ];
  for (const parent of parents) {
    it(`refuses ${JSON.stringify(parent)} as a parent (S35)`, async (t) => {
      const paper = await openForAll(t);
      const response = await paper.postJson('', { ...plainDraft, parent });
      await assertRefused(paper, response, 'invalid-fields', 'parent');
    });
  }
});

describe('POST / and the length of texts', () => {
  it('takes a comment of the shortest and of the longest length, in NFC and in NFD', async (t) => {
    const settings = { challenges: 'none', minContentGraphemes: 3, maxContentGraphemes: 40 };
    const paper = await openTestService(t, { settings });
    for (const length of [2, 3, 40, 41]) {
      for (const form of ['NFC', 'NFD']) {
        const content = 'ệ'.repeat(length).normalize(form);
        const { status } = await paper.postJson('', { ...plainDraft, content });
        assert.equal(status, length === 3 || length === 40 ? 202 : 422, `${length} in ${form}`);
      }
    }
  });

  it('says by how much a text is too long, or how long it has to be', async (t) => {
    const paper = await openTestService(t, {
      settings: { challenges: 'none', minContentGraphemes: 10 },
    });
    const long = { ...plainDraft, name: 'a'.repeat(101), content: 'Hay' };
    const { errors } = await readProblem(await paper.postJson('', long));
    assert.deepEqual(errors, [
      { field: 'name', code: 'too-long', max: 100, over: 1 },
      { field: 'content', code: 'too-short', min: 10 },
    ]);
  });
});

describe('POST / and odd JSON', () => {
  const json = JSON.stringify(plainDraft);

  it('takes the last of two members of one name', async (t) => {
    const paper = await openForAll(t);
    const twice = json.replace('{', '{"name":7,"content":"Trước","article":"other","email":null,');
    const { comment } = await readAnswer(await paper.postJson('', twice));
    assert.equal(comment?.name, plainDraft.name);
    assert.equal(comment?.content, plainDraft.content);
    const last = json.replace(/\}$/, ',"content":"Sau cùng"}');
    assert.equal((await readAnswer(await paper.postJson('', last))).comment?.content, 'Sau cùng');
    const [stored] = await paper.store.listComments({ limit: 1 });
    assert.equal(stored?.article, plainDraft.article);
  });

  for (const name of ['__proto__', 'constructor', 'prototype']) {
    it(`drops ${name} like every member it does not know, and merges it nowhere`, async (t) => {
      const paper = await openForAll(t);
      const { name: _name, ...nameless } = plainDraft;
      const hidden = JSON.stringify(nameless).replace(
        '{',
        `{"${name}":{"name":"Ẩn","polluted":1,"prototype":{"polluted":1}},`,
      );
      await assertRefused(paper, await paper.postJson('', hidden), 'invalid-fields', 'name');
      const page = `{"url":"${pageOrigin}/","title":"Bài","${name}":{"url":"http://evil.example/"}}`;
      const whole = json.replace('{', `{"${name}":{"polluted":1},"page":${page},`);
      const response = await paper.postJson('', whole, { origin: pageOrigin });
      assert.equal(response.status, 201);
      assert.deepEqual(await paper.store.findArticlePage(plainDraft.article), {
        url: `${pageOrigin}/`,
        title: 'Bài',
      });
      assert.equal(Reflect.get({}, 'polluted'), undefined);
      assert.equal(Reflect.get(Object, 'polluted'), undefined);
    });
  }

  const [before = '', after = ''] = json.split(plainDraft.content);
  const around = (...bytes: readonly number[]): Uint8Array<ArrayBuffer> =>
    new Uint8Array([...Buffer.from(before), ...bytes, ...Buffer.from(after)]);
  const bodies: Readonly<Record<string, string | Uint8Array<ArrayBuffer>>> = {
    'an empty body': '',
    'no JSON': json.slice(0, -1),
    'something after it': `${json}{}`,
    'a comment in it': `/**/${json}`,
    'single quotes': json.replaceAll('"', "'"),
    'a line break in a text': json.replace('Bài viết', 'Bài\nviết'),
    'an array of it': `[${json}]`,
    'a text of it': JSON.stringify(json),
    'an object in 33 levels': json.replace('{', `{"x":${'['.repeat(32)}${']'.repeat(32)},`),
    'brackets to the end of the room': '['.repeat(65_536),
    'a byte of Latin-1': around(0xe9),
    'an overlong NUL': around(0xc0, 0x80),
    'a surrogate in three bytes': around(0xed, 0xa0, 0x80),
    'a code point beyond the last': around(0xf4, 0x90, 0x80, 0x80),
    'a letter cut off': around(0xe1, 0xbb),
    'UTF-16': new Uint8Array(Buffer.from(json, 'utf16le')),
  };
  for (const [what, body] of Object.entries(bodies)) {
    it(`refuses ${what} with 400`, async (t) => {
      const paper = await openForAll(t);
      const headers = { 'content-type': 'application/json' };
      const response = await paper.send('', { method: 'POST', headers, body });
      assert.equal(response.status, 400);
      await assertRefused(paper, response, 'not-json');
    });
  }

  it('takes 32 levels, of which it knows two', async (t) => {
    const paper = await openForAll(t);
    const nested = json.replace('{', `{"x":${'['.repeat(31)}${']'.repeat(31)},`);
    assert.equal((await paper.postJson('', nested)).status, 201);
  });

  const simpleTypes = ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data'];
  for (const type of simpleTypes) {
    it(`refuses a comment sent as ${type}, which a foreign page may send unasked (S12)`, async (t) => {
      const paper = await openForAll(t);
      const own = await paper.postJson('', plainDraft, { 'content-type': type });
      await assertRefused(paper, own, 'unsupported-media-type');
      const origin = 'https://evil.example';
      const foreign = await paper.postJson('', plainDraft, { 'content-type': type, origin });
      await assertRefused(paper, foreign, 'origin-refused');
    });
  }
});

describe('POST / and hostile texts', () => {
  const texts = {
    'an attribute that breaks out': `' onmouseover='alert(1)`,
    'an element': '"><img src=x onerror=alert(1)>',
    'the end of a text area': '</textarea><script>alert(1)</script>',
    'the end of a script': '</script><!--<script>]]>',
    'a style': '<style>*{position:fixed}</style><p style="position:fixed;inset:0">',
    'a link': '[x](javascript:alert(1)) javascript:alert(1) data:text/html,x',
    'a dotted I in a tag': '<scrİpt>alert(1)</scrİpt>',
    'a tag of full width': '＜script＞alert(1)＜/script＞',
    'a query': "'; drop table comments; --",
    'a template': '${7*7} {{7*7}} <%= 7*7 %> %s %n',
    'a path': '../../etc/passwd \\\\host\\share %2e%2e%2f',
    'line separators': 'a\u2028b\u2029c\u0085d',
    'a text turned round': 'a\u202Eevil\u202C\u2066b\u2069',
    'zero width': 'a\u200B\u200Db\uFEFF',
    'an escape sequence': 'a\u001B[31m\u0007\u0000b',
    'lone surrogates': 'a\uD800b\uDC00c',
    'a decomposed letter': 'Tie\u0302\u0301ng Vie\u0323\u0302t',
  };

  for (const [what, text] of Object.entries(texts)) {
    it(`keeps ${what} as a text, normalised (S10, S24, S31, S38, T-3)`, async (t) => {
      const paper = await openForAll(t);
      const page = { url: `${pageOrigin}/bai-123`, title: text };
      const draft = { ...plainDraft, address: text, content: text, page };
      const answer = await readAnswer(await paper.postJson('', draft, { origin: pageOrigin }));
      const expected = normalizeField.content(text);
      assert.doesNotMatch(
        expected,
        /[^\P{Cc}\n\t]|[\u200B\uFEFF\u202A-\u202E\u2066-\u2069]|\p{Cs}/u,
      );
      assert.equal(answer.comment?.content, expected);
      const { comments } = await readPage(await paper.send('?article=bai-123'));
      assert.deepEqual(comments, [answer.comment]);
      const [stored] = await paper.store.listComments({ limit: 1 });
      const { name, email } = plainDraft;
      assert.deepEqual(stored?.rawTexts, { name, email, address: text, content: text });
      assert.equal(stored?.texts.address, normalizeField.address(text));
      const kept = await paper.store.findArticlePage('bai-123');
      assert.equal(kept?.title, normalizeField.address(text));
    });
  }

  const emails = [
    'a@b.vn, c@d.vn',
    'a@b.vn;c@d.vn',
    'a@b.vn\r\nBcc: c@d.vn',
    'a@b.vn\nc@d.vn',
    'A <a@b.vn>',
    'group: a@b.vn;',
    '"a b"@b.vn',
    '(comment)a@b.vn',
    'a@b.vn\u0000@c.vn',
    '@a.vn,@b.vn:c@d.vn',
    `${':;'.repeat(100)}@b.vn`,
  ];
  for (const email of emails) {
    it(`refuses ${JSON.stringify(email).slice(0, 40)} as an email (S29)`, async (t) => {
      const paper = await openForAll(t);
      const response = await paper.postJson('', { ...plainDraft, email });
      await assertRefused(paper, response, 'invalid-fields', 'email');
    });
  }

  for (const field of ['name', 'address', 'email', 'content'] as const) {
    it(`answers every text made to be slow on as the ${field} (S26)`, async (t) => {
      const paper = await openForAll(t);
      for (const [what, make] of Object.entries(hostileTexts)) {
        const draft = { ...plainDraft, [field]: make(8192) };
        const { status } = await paper.postJson('', draft);
        assert.ok([201, 413, 422].includes(status), `${what}: ${status}`);
      }
      assert.deepEqual(paper.logged, []);
    });
  }
});

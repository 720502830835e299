import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  challengeRequestSchema,
  type CommentDraft,
  createCommentDraftSchema,
  defaultFieldLimits,
  type FieldLimits,
  fieldChecks,
  type FieldProblem,
  toFieldProblems,
} from '../../src/protocol/index.ts';

const draft: CommentDraft = {
  article: 'bai-123',
  page: { url: 'https://paper.vn/bai-123', title: 'Bài' },
  name: 'Nguyễn Thị Bình',
  address: 'Huế',
  email: 'binh@example.vn',
  content: 'Hay.',
  parent: '01a20c18-dcba-7000-8000-000000000001',
  challenge: { token: 'abc', answer: '123456' },
};

const problemsOf = (value: unknown, limits: Partial<FieldLimits> = {}): FieldProblem[] => {
  const schema = createCommentDraftSchema({ ...defaultFieldLimits, ...limits });
  const result = schema.safeParse(value);
  return result.success ? [] : toFieldProblems(result.error);
};

/** The draft with one member replaced, by its path. */
const draftWith = (path: string, value: unknown): unknown => {
  const [first = '', second] = path.split('.');
  const member =
    second === undefined ? value : { ...Object(Reflect.get(draft, first)), [second]: value };
  return { ...draft, [first]: member };
};

describe('createCommentDraftSchema', () => {
  const schema = createCommentDraftSchema(defaultFieldLimits);

  it('takes a whole draft, every text as it was typed', () => {
    const typed = { ...draft, name: ' Nguye\u0302\u0303n\u0000', content: 'a\r\n\ud800 ' };
    assert.deepEqual(schema.parse(typed), typed);
  });

  it('takes a draft with only what is required', () => {
    const { article, name, email, content } = draft;
    assert.deepEqual(problemsOf({ article, name, email, content }), []);
  });

  it('drops members it does not know, at every depth', () => {
    const parsed = schema.parse({ ...draft, x: 1, challenge: { token: 'a', answer: '1', x: 1 } });
    assert.deepEqual(parsed, { ...draft, challenge: { token: 'a', answer: '1' } });
  });

  const texts = [
    'article',
    'name',
    'address',
    'email',
    'content',
    'parent',
    'page.url',
    'page.title',
    'challenge.token',
    'challenge.answer',
  ];
  for (const field of texts) {
    for (const value of [7, true, null, [], {}, ['x']]) {
      it(`refuses ${JSON.stringify(value)} as ${field}`, () => {
        assert.deepEqual(problemsOf(draftWith(field, value)), [{ field, code: 'wrong-type' }]);
      });
    }
  }
  for (const field of ['page', 'challenge']) {
    for (const value of [7, null, 'x', []]) {
      it(`refuses ${JSON.stringify(value)} as ${field}`, () => {
        const problems = problemsOf(draftWith(field, value));
        assert.deepEqual(problems[0], { field, code: 'wrong-type' });
      });
    }
  }

  for (const field of ['article', 'name', 'email', 'content', 'challenge.answer']) {
    it(`counts a missing ${field} as empty`, () => {
      assert.deepEqual(problemsOf(draftWith(field, undefined)), [{ field, code: 'empty' }]);
    });
  }

  it('names every refused field at once, with the numbers its message needs', () => {
    const body = {
      ...draft,
      name: 'x'.repeat(103),
      email: 'binh@bình.vn',
      content: 'ế'.repeat(2005),
    };
    assert.deepEqual(problemsOf(body), [
      { field: 'name', code: 'too-long', max: 100, over: 3 },
      { field: 'email', code: 'accents' },
      { field: 'content', code: 'too-long', max: 2000, over: 5 },
    ]);
    assert.deepEqual(problemsOf({ ...draft, content: 'ừ' }, { minContentGraphemes: 10 }), [
      { field: 'content', code: 'too-short', min: 10 },
    ]);
  });

  it('says of each field what the table of checks says', () => {
    const samples = [
      '',
      ' ',
      'Ý',
      '123',
      '...',
      'a@b',
      'a@b.vn, c@d.vn',
      'x'.repeat(300),
      'www.evil.vn',
      'v̼i̼ệ̼t̼ v̼i̼ệ̼t̼',
      '12345x',
      '１２３',
    ];
    for (const field of ['name', 'address', 'email', 'content', 'challenge.answer'] as const) {
      for (const sample of samples.filter(
        ({ length }) => field !== 'challenge.answer' || length <= 64,
      )) {
        const finding = fieldChecks[field](sample, defaultFieldLimits);
        const expected = finding ? [{ field, ...finding }] : [];
        assert.deepEqual(problemsOf(draftWith(field, sample)), expected, `${field}: ${sample}`);
      }
    }
  });

  it('counts graphemes and not bytes, the same in NFC and NFD (T-4)', () => {
    const content = 'Tiếng Việt '.repeat(200).slice(0, 2000);
    assert.deepEqual(problemsOf({ ...draft, content: content.normalize('NFC') }), []);
    assert.deepEqual(problemsOf({ ...draft, content: content.normalize('NFD') }), []);
  });

  it('caps the bytes at sixteen for each grapheme of the limit (T-4)', () => {
    const limits = { maxContentGraphemes: 10 };
    const family = '👨‍👩‍👧‍👦';
    assert.deepEqual(problemsOf({ ...draft, content: family.repeat(6) }, limits), []);
    assert.deepEqual(problemsOf({ ...draft, content: family.repeat(7) }, limits), [
      { field: 'content', code: 'too-long', max: 10, over: 1 },
    ]);
    const padded = `Hay${'\u200b'.repeat(60)}`;
    assert.deepEqual(problemsOf({ ...draft, content: padded }, limits), [
      { field: 'content', code: 'too-long', max: 10, over: 2 },
    ]);
  });

  it('drops fields the site does not ask for, whatever they hold', () => {
    const off = createCommentDraftSchema({
      ...defaultFieldLimits,
      name: 'off',
      address: 'off',
      email: 'off',
    });
    const parsed = off.parse({
      article: 'a',
      content: 'Hay',
      name: 7,
      address: 'x'.repeat(999),
      email: null,
    });
    assert.deepEqual(parsed, { article: 'a', content: 'Hay', name: '', address: '', email: '' });
    assert.deepEqual(off.parse({ article: 'a', content: 'Hay' }), parsed);
  });

  it('takes optional fields empty and required ones filled', () => {
    const empty = { ...draft, name: '', address: '', email: '' };
    assert.deepEqual(problemsOf(empty, { name: 'optional', email: 'optional' }), []);
    assert.deepEqual(problemsOf(empty, { address: 'required' }), [
      { field: 'name', code: 'empty' },
      { field: 'address', code: 'empty' },
      { field: 'email', code: 'empty' },
    ]);
  });

  it('takes pages of the web only, and short ones (S23)', () => {
    for (const url of ['http://paper.vn/', 'https://paper.vn/ä?x#y']) {
      assert.deepEqual(problemsOf(draftWith('page.url', url)), []);
    }
    for (const url of [
      'javascript:alert(1)',
      'data:text/html,x',
      'file:///etc/passwd',
      '/bai',
      '',
      ' ',
    ]) {
      assert.deepEqual(problemsOf(draftWith('page.url', url)), [
        { field: 'page.url', code: 'format' },
      ]);
    }
    assert.deepEqual(problemsOf(draftWith('page.url', `https://paper.vn/${'x'.repeat(2040)}`)), [
      { field: 'page.url', code: 'too-long', max: 2048, over: 9 },
    ]);
    assert.deepEqual(problemsOf(draftWith('page.title', 'x'.repeat(301))), [
      { field: 'page.title', code: 'too-long', max: 300, over: 1 },
    ]);
  });

  it('takes a UUID as parent and short tokens and answers only', () => {
    for (const parent of ['', '1', 'x'.repeat(36), "' or 1=1"]) {
      assert.deepEqual(problemsOf(draftWith('parent', parent)), [
        { field: 'parent', code: 'format' },
      ]);
    }
    assert.deepEqual(problemsOf(draftWith('challenge.token', 'x'.repeat(513))), [
      { field: 'challenge.token', code: 'too-long', max: 512, over: 1 },
    ]);
    assert.deepEqual(problemsOf(draftWith('challenge.answer', '1'.repeat(65))), [
      { field: 'challenge.answer', code: 'too-long', max: 64, over: 1 },
    ]);
  });

  it('refuses address lists and line breaks in an email (S29)', () => {
    for (const email of [
      'a@b.vn, c@d.vn',
      'a@b.vn;c@d.vn',
      'x:a@b.vn;',
      '<a@b.vn>',
      'a@b.vn\r\nBcc: c@d.vn',
      '"a b"@b.vn',
    ]) {
      const [problem] = problemsOf({ ...draft, email });
      assert.equal(problem?.field, 'email', email);
    }
  });
});

describe('challengeRequestSchema', () => {
  it('takes an article, and a wish of any kind', () => {
    const request = { article: 'bai-1', kind: 'telepathy', lang: 'vi-VN' };
    assert.deepEqual(challengeRequestSchema.parse({ ...request, x: 1 }), request);
  });

  it('takes an article of 512 characters and no longer one', () => {
    assert.ok(challengeRequestSchema.safeParse({ article: 'x'.repeat(512) }).success);
    const result = challengeRequestSchema.safeParse({ article: 'x'.repeat(513) });
    assert.deepEqual(result.error && toFieldProblems(result.error), [
      { field: 'article', code: 'too-long', max: 512, over: 1 },
    ]);
  });
});

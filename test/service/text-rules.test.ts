import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import type { FieldProblem } from '../../src/protocol/index.ts';
import type { SettingValues } from '../../src/service/index.ts';
import { countComments, openTestService, readProblem } from '../support/service-fixture.ts';

const unaccented = 'Toi khong dong y voi y kien cua tac gia ve viec tang gia dien';

/** What a service says of a text: the problems of its fields, or the status where there are none. */
async function judge(
  t: TestContext,
  content: string,
  settings: SettingValues = {},
): Promise<readonly FieldProblem[] | number> {
  const paper = await openTestService(t, { settings });
  const response = await paper.post({ content });
  if (response.status < 300) return response.status;
  const { code, status, errors = [], challenge } = await readProblem(response);
  assert.deepEqual([code, status, challenge?.kind], ['invalid-fields', 422, 'picture']);
  assert.equal(await countComments(paper), 0);
  return errors;
}

describe('More links than a site allows (T-16)', () => {
  it('are refused at the text, with the limit and the next code', async (t) => {
    assert.deepEqual(await judge(t, 'bao.com, tin.com và https://c.vn'), [
      { field: 'content', code: 'too-many-links', max: 2 },
    ]);
    assert.equal(await judge(t, 'bao.com và https://c.vn'), 202);
  });

  it('are as many as it says', async (t) => {
    assert.deepEqual(await judge(t, 'https://c.vn', { maxLinks: 0 }), [
      { field: 'content', code: 'too-many-links', max: 0 },
    ]);
    assert.equal(await judge(t, 'bao.com tin.com hay.com', { maxLinks: 3 }), 202);
  });
});

describe('Missing accents (T-10)', () => {
  it('are refused where the site insists on them, and only there', async (t) => {
    assert.deepEqual(await judge(t, unaccented, { accents: 'require' }), [
      { field: 'content', code: 'no-accents' },
    ]);
    assert.equal(await judge(t, unaccented, { accents: 'hold' }), 202);
  });

  it('are none in another language', async (t) => {
    const english = 'I do not agree with the author of this article about the price of gas.';
    assert.equal(await judge(t, english, { accents: 'require' }), 202);
  });
});

describe('What is refused in a text', () => {
  it('is not told without a solved code', async (t) => {
    const paper = await openTestService(t);
    const draft = await paper.solvedDraft({ content: 'bao.com, tin.com và https://c.vn' });
    const wrong = { ...draft, challenge: { ...draft.challenge, answer: '000000' } };
    const { code, errors } = await readProblem(await paper.postJson('', wrong));
    assert.equal(code, 'challenge-wrong');
    assert.equal(errors, undefined);
  });

  it('is told on the page without script too', async (t) => {
    const paper = await openTestService(t, { settings: { challenges: 'none' } });
    const body = new URLSearchParams({
      article: 'bai-123',
      name: 'Ý',
      email: 'y@example.vn',
      content: 'bao.com, tin.com và https://c.vn',
    });
    const response = await paper.send('/page', { method: 'POST', body });
    assert.equal(response.status, 422);
    assert.match(await response.text(), /Ý kiến chỉ được có tối đa 2 đường dẫn/);
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { serveComments } from '../../src/service/index.ts';
import { countComments, openTestService, readAnswer } from '../support/service-fixture.ts';

/** Two halves of one wait. */
const createGate = (): { readonly passed: Promise<void>; open(): void } => {
  let open = (): void => {};
  const passed = new Promise<void>((resolve) => (open = resolve));
  return { passed, open: () => open() };
};

describe('an answer that never arrived', () => {
  it('is given to the same post with the same key: one comment', async (t) => {
    const stored = createGate();
    const answered = createGate();
    const paper = await openTestService(t, {
      wrapStore: (store) => ({
        ...store,
        async transaction(work) {
          const done = await store.transaction(work);
          stored.open();
          await answered.passed;
          return done;
        },
      }),
    });
    const server = await serveComments({
      service: paper.service,
      settings: { port: 0, host: '127.0.0.1', path: '/comments' },
    });
    t.after(() => server.close());
    const draft = await paper.solvedDraft();
    const post = (signal?: AbortSignal): Promise<Response> =>
      fetch(`${server.url}/comments`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': 'the-first-attempt' },
        body: JSON.stringify(draft),
        ...(signal && { signal }),
      });

    const reader = new AbortController();
    const first = post(reader.signal);
    await stored.passed;
    reader.abort();
    await assert.rejects(first, { name: 'AbortError' });
    answered.open();
    const [kept] = await paper.store.listComments({ limit: 2 });

    const again = await post();
    assert.equal(again.status, 202);
    assert.equal((await readAnswer(again)).id, kept?.id);
    assert.equal(await countComments(paper), 1);
    assert.deepEqual(paper.logged, []);
  });
});

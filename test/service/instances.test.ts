import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import {
  challengeAnswerSchema,
  type CommentDraft,
  visitorAnswerSchema,
} from '../../src/protocol/index.ts';
import { decide } from '../../src/service/desk/decide.ts';
import { editText } from '../../src/service/desk/edit-comment.ts';
import {
  type CommentService,
  openCommentService,
  openStore,
  readSettings,
  type SettingValues,
} from '../../src/service/index.ts';
import { limitBudgets } from '../../src/service/limits/limit-budgets.ts';
import { verifyChain } from '../../src/service/store/audit-log.ts';
import { createDatabase, postgresUrl } from '../support/postgres-server.ts';
import { recordLog } from '../support/private/record.ts';
import { createMigratedDatabase } from '../support/test-database.ts';
import {
  endpoint,
  makeTemporaryFolder,
  pictureOf,
  plainDraft,
  readAnswer,
  readPage,
  readProblem,
  testCode,
  testSecret,
} from '../support/service-fixture.ts';

const skip = postgresUrl === undefined && 'PostgreSQL is not here (postgresql; DATABASE_URL)';
const instanceCount = 3;

/** One of several services on one database. */
interface Instance {
  send(path: string, init?: RequestInit, address?: string): Promise<Response>;
  postJson(path: string, body: object, headers?: Record<string, string>): Promise<Response>;
  solve(): Promise<CommentDraft>;
}

const toInstance = (service: CommentService): Instance => {
  const send: Instance['send'] = (path, init, address = '203.0.113.7') =>
    service.fetch(new Request(`${endpoint}${path}`, init), { address });
  const postJson: Instance['postJson'] = (path, body, headers) =>
    send(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
  return {
    send,
    postJson,
    async solve() {
      const response = await postJson('/challenge', { article: plainDraft.article });
      const { token } = pictureOf(challengeAnswerSchema.parse(await response.json()));
      return { ...plainDraft, challenge: { token, answer: testCode } };
    },
  };
};

/** Three services that start at the same moment on one database; each has what one process would have. */
const openInstances = async (
  t: TestContext,
  values: SettingValues = {},
  makeDatabase = createMigratedDatabase,
) => {
  const database = await makeDatabase();
  const folder = makeTemporaryFolder(t);
  const settings = readSettings({
    database: database.url,
    data: folder,
    secret: testSecret,
    ...values,
  });
  const opened = await Promise.all(
    Array.from({ length: instanceCount }, () =>
      openCommentService(settings, { production: true, newCode: () => testCode, log: recordLog }),
    ),
  );
  const store = await openStore(database.url);
  t.after(async () => {
    await Promise.all([...opened, store].map((one) => one.close()));
    await database.drop();
  });
  return { instances: opened.map(toInstance), store, database };
};

const statusesOf = (responses: readonly Response[]): readonly number[] =>
  responses.map(({ status }) => status).toSorted((one, other) => one - other);

describe('several instances on one PostgreSQL', { skip }, () => {
  it('start at the same moment on an empty database', async (t) => {
    const { instances } = await openInstances(t, {}, () => createDatabase());
    for (const one of instances) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      assert.equal((await one.send('?article=bai-123')).status, 200);
    }
  });

  it('start again on tables that a later version has added to, as while one after the other is updated', async (t) => {
    const { instances, database } = await openInstances(t, { challenges: 'none' });
    await database.execute(
      "insert into kysely_migration values ('9999-later', '2027-01-01T00:00:00.000Z')",
    );
    const earlier = await openStore(database.url);
    t.after(() => earlier.close());
    const { id } = await readAnswer(await instances[0]!.postJson('', plainDraft));
    assert.equal((await earlier.find(id))?.id, id);
  });

  it('take the code that another one has handed out, once, however many are asked at once (S5)', async (t) => {
    // Five wrong tries a round would soon be too many.
    const { instances, store } = await openInstances(t, { limits: 'off' });
    const [first] = instances;
    assert.ok(first);
    for (let round = 1; round <= 5; round += 1) {
      // oxlint-disable-next-line no-await-in-loop -- one round after the other
      const solved: CommentDraft = await first.solve();
      const draft = { ...solved, content: `Ý kiến lần ${round}, rất hay.` };
      // oxlint-disable-next-line no-await-in-loop
      const responses = await Promise.all(
        [...instances, ...instances].map((one) => one.postJson('', draft)),
      );
      assert.deepEqual(statusesOf(responses), [202, 422, 422, 422, 422, 422]);
      // oxlint-disable-next-line no-await-in-loop
      assert.equal((await store.listComments({ limit: 100 })).length, round);
    }
  });

  it('keep a comment sent to all of them under one key once, and give each sender the same answer (T-2, S6)', async (t) => {
    const { instances, store } = await openInstances(t, { challenges: 'none' });
    const headers = { 'idempotency-key': 'one-key-of-a-form' };
    const responses = await Promise.all(
      [...instances, ...instances].map((one) => one.postJson('', plainDraft, headers)),
    );
    const answers = await Promise.all(responses.map(readAnswer));
    assert.equal(new Set(answers.map(({ id }) => id)).size, 1);
    assert.equal((await store.listComments({ limit: 100 })).length, 1);
    const [one] = instances;
    const other = await one!.postJson('', { ...plainDraft, content: 'Ý kiến khác.' }, headers);
    assert.equal((await readProblem(other)).code, 'key-reused');
  });

  it('count a like once, and show what another one has published', async (t) => {
    const { instances, store } = await openInstances(t, { challenges: 'none' });
    const [first, ...others] = instances;
    assert.ok(first);
    const read = async (one: Instance) =>
      (await readPage(await one.send('?article=bai-123'))).comments;
    assert.deepEqual(await Promise.all(instances.map(read)), [[], [], []]);
    const { id } = await readAnswer(await first.postJson('', plainDraft));
    await store.transaction((transaction) =>
      transaction.changeStatus({ id, to: 'published', who: 'test' }),
    );
    const visitor = await first.send('/visitor', { method: 'POST' });
    const { token } = visitorAnswerSchema.parse(await visitor.json());
    const init = { method: 'PUT', headers: { authorization: `Bearer ${token}` } };
    await Promise.all([...instances, ...others].map((one) => one.send(`/${id}/like`, init)));
    const lists = await Promise.all(instances.map(read));
    assert.deepEqual(
      lists.map((comments) => comments.map((comment) => [comment.id, comment.likes])),
      [[[id, 1]], [[id, 1]], [[id, 1]]],
    );
  });

  it('share the limits: who asks them in turn gets no more than who asks one (S43)', async (t) => {
    const { instances } = await openInstances(t);
    const { points } = limitBudgets.visitorsOfLine;
    const ask = (index: number): Promise<Response> =>
      instances[index % instanceCount]!.send('/visitor', { method: 'POST' }, '198.51.100.9');
    const responses = await Promise.all(
      Array.from({ length: points + 9 }, (_, index) => ask(index)),
    );
    const taken = responses.filter(({ status }) => status === 200);
    assert.equal(taken.length, points);
    assert.equal((await ask(0)).status, 429);
    const elsewhere = await instances[1]!.send('/visitor', { method: 'POST' }, '192.0.2.1');
    assert.equal(elsewhere.status, 200);
  });

  it('let one of two editors decide who decide at once, and tell the other (M-4)', async (t) => {
    const { instances, store, database } = await openInstances(t, { challenges: 'none' });
    const other = await openStore(database.url);
    t.after(() => other.close());
    const actors = [
      { who: 'Lê Thị Hoa', editor: 'e-1' },
      { who: 'Trần Văn Ba', editor: 'e-2' },
    ] as const;
    for (let round = 1; round <= 8; round += 1) {
      const draft = {
        ...plainDraft,
        content: `Ý kiến thứ ${round}.`,
        email: `b${round}@example.vn`,
      };
      // oxlint-disable-next-line no-await-in-loop -- one round after the other
      const { id } = await readAnswer(await instances[0]!.postJson('', draft));
      const seen = { id, version: 0 };
      const limits = readSettings().limits;
      // oxlint-disable-next-line no-await-in-loop
      const outcomes = await Promise.all([
        decide(store, seen, { decision: 'publish' }, actors[0]),
        round % 2 === 0
          ? decide(other, seen, { decision: 'reject', reason: 'offtopic' }, actors[1])
          : editText(other, seen, { content: 'Bản của tòa soạn.' }, { actor: actors[1], limits }),
      ]);
      assert.deepEqual(outcomes.map(({ kind }) => kind).toSorted(), ['conflict', 'done']);
    }
    assert.equal((await verifyChain(store.readAudit())).kind, 'whole');
  });

  it('chain what they all write at once into one audit log (L-12)', async (t) => {
    const { instances, store, database } = await openInstances(t, { challenges: 'none' });
    const other = await openStore(database.url);
    t.after(() => other.close());
    const ids = await Promise.all(
      Array.from({ length: 30 }, async (_, index) => {
        const draft = { ...plainDraft, content: `Ý kiến ${index}.`, email: `c${index}@example.vn` };
        const one = instances[index % instanceCount]!;
        return (await readAnswer(await one.postJson('', draft))).id;
      }),
    );
    await Promise.all(
      ids.map((id, index) =>
        (index % 2 === 0 ? store : other).transaction((transaction) =>
          transaction.changeStatus({ id, to: 'published', who: 'test' }),
        ),
      ),
    );
    assert.partialDeepStrictEqual(await verifyChain(store.readAudit()), {
      kind: 'whole',
      entries: 30,
    });
    const { article } = await readPage(await instances[0]!.send('?article=bai-123'));
    assert.equal(article.count, 30);
  });
});

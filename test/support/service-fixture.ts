import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { createSecurityCode } from '../../src/captcha/index.ts';
import {
  type ChallengeAnswer,
  challengeAnswerSchema,
  type CommentAnswer,
  commentAnswerSchema,
  type CommentDraft,
  type CommentPage,
  commentPageSchema,
  type PictureChallenge,
  type Problem,
  problemSchema,
} from '../../src/protocol/index.ts';
import {
  type CommentService,
  type CommentServiceOptions,
  type CommentStore,
  createCommentService,
  openRateLimits,
  openStore,
  type RateLimits,
  readPrivacyNotices,
  readWordLists,
  readSettings,
  type SettingValues,
  type StoreTransaction,
} from '../../src/service/index.ts';
import { codeKinds } from '../../src/service/code-kinds.ts';
import { recordLog, recordValue } from './private/record.ts';
import { openTestDatabase } from './test-database.ts';

/** A secret of the right length for tests. */
export const testSecret = 'a secret for tests of more than 32 bytes';
/** The code of every picture that a test service hands out. */
export const testCode = '135790';
/** The origin test pages are on; the service has the same host. */
export const pageOrigin = 'http://paper.test';
/** Where test services take comments. */
export const endpoint = `${pageOrigin}/comments`;

/** A folder that is removed after the test. */
export function makeTemporaryFolder(t: Pick<TestContext, 'after'>): string {
  const folder = mkdtempSync(join(tmpdir(), 'reader-comments-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Lets everything through; for tests that put something in its place. */
export const noLimits = {
  countChallenge: async () => undefined,
  countVisitor: async () => undefined,
  countLike: async () => undefined,
  countReport: async () => undefined,
  countSignIn: async () => undefined,
  countPost: async () => ({ kind: 'counted', settle: async () => {} }) as const,
  close: () => {},
} satisfies RateLimits;

/** What a test may change of the service it asks for. */
export interface TestServiceOptions extends Partial<
  Pick<
    CommentServiceOptions,
    'acceptArticle' | 'limits' | 'secret' | 'signals' | 'signalTimeoutMs' | 'verifyAuthor'
  >
> {
  readonly settings?: SettingValues;
  /** Where limits are counted, by the clock of the test. Default there are none. */
  readonly limitsIn?: 'memory' | 'a SQLite file' | undefined;
  /** Address of the sender of every request, unless told otherwise. Default unknown. */
  readonly address?: string;
  /** Where the database is kept. Default a folder of the test's own. */
  readonly folder?: string;
  /** Stands between the service and its store. */
  readonly wrapStore?: (store: CommentStore) => CommentStore;
}

/** A service on a SQLite file, with a clock that stands still until it is moved. */
export interface TestService {
  readonly service: CommentService;
  readonly store: CommentStore;
  readonly logged: readonly string[];
  /** Lets time pass. */
  pass(seconds: number): void;
  /** `duplex`: Node's demand for bodies that are streams; `address`: of the sender. */
  send(path: string, init?: RequestInit & { duplex?: 'half'; address?: string }): Promise<Response>;
  postJson(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>;
  /** A fresh picture; three seconds pass, as for a quick reader. */
  askChallenge(article?: string): Promise<PictureChallenge>;
  /** A draft with a solved code. */
  solvedDraft(changes?: Partial<CommentDraft>): Promise<CommentDraft>;
  /** Posts a draft with a solved code. */
  post(changes?: Partial<CommentDraft>, headers?: Record<string, string>): Promise<Response>;
  publish(id: string): Promise<void>;
}

/** Changes what a store's transactions do, for {@link TestServiceOptions.wrapStore}. */
export const wrapTransactions =
  (change: (transaction: StoreTransaction) => Partial<StoreTransaction>) =>
  (store: CommentStore): CommentStore => ({
    ...store,
    transaction: (work) =>
      store.transaction((transaction) => work({ ...transaction, ...change(transaction) })),
  });

/** How many comments are stored, up to 100. */
export const countComments = async ({ store }: Pick<TestService, 'store'>): Promise<number> =>
  (await store.listComments({ limit: 100 })).length;

/** What readers type, already normalised. */
export const plainDraft: CommentDraft = {
  article: 'bai-123',
  name: 'Nguyễn Thị Bình',
  address: 'Phường Bến Thành',
  email: 'binh@example.vn',
  content: 'Bài viết rất hay.',
};

/** Reads an answer by its strict schema, so that every test refuses a member that is not in the contract (S33). */
export const readAnswer = async (response: Response): Promise<CommentAnswer> =>
  commentAnswerSchema.parse(await response.json());

/** The same for a page of the list. */
export const readPage = async (response: Response): Promise<CommentPage> =>
  commentPageSchema.parse(await response.json());

/** The same for a refusal, whose status and type are checked too. */
export const readProblem = async (response: Response): Promise<Problem> => {
  const problem = problemSchema.parse(await response.json());
  assert.equal(response.headers.get('content-type'), 'application/problem+json');
  assert.equal(problem.status, response.status);
  return problem;
};

/** The picture in an answer that must hold one. */
export function pictureOf(answer: Partial<Pick<ChallengeAnswer, 'challenge'>>): PictureChallenge {
  if (answer.challenge?.kind !== 'picture') throw new Error('the challenge is no picture');
  return answer.challenge;
}

/** Opens a service for one test; closed and removed after it. */
export async function openTestService(
  t: Pick<TestContext, 'after'>,
  options: TestServiceOptions = {},
): Promise<TestService> {
  let nowMs = Date.parse('2026-11-24T05:00:00Z');
  const now = (): number => nowMs;
  const logged: string[] = [];
  const folder = options.folder ?? makeTemporaryFolder(t);
  const file = join(folder, 'comments.sqlite');
  const database =
    options.folder === undefined ? await openTestDatabase(t, folder) : `sqlite:${file}`;
  const store = await openStore(database, { now });
  const used = options.wrapStore?.(store) ?? store;
  const settings = readSettings(options.settings);
  const { acceptArticle, limitsIn, address: usualAddress, secret = testSecret } = options;
  const captcha = createSecurityCode({
    secret,
    spent: { spend: () => Promise.reject(new Error('a post spends in its transaction')) },
    newCode: () => testCode,
    ...(settings.challenges.length > 0 && { kinds: codeKinds(settings.challenges) }),
    difficulty: settings.workDifficulty,
    now,
  });
  const limits = limitsIn
    ? await openRateLimits({
        secret,
        file: limitsIn === 'memory' ? undefined : `${file}.limits`,
        wavePosts: settings.wavePosts,
        now,
      })
    : options.limits;
  const service = createCommentService({
    store: used,
    settings,
    secret,
    now,
    log(line) {
      logged.push(line);
      recordLog(line);
    },
    captcha: settings.challenges.length > 0 ? captcha : undefined,
    notices: readPrivacyNotices(settings),
    words: readWordLists(settings),
    ...(acceptArticle && { acceptArticle }),
    ...(options.verifyAuthor && { verifyAuthor: options.verifyAuthor }),
    ...(options.signals && { signals: options.signals }),
    ...(options.signalTimeoutMs && { signalTimeoutMs: options.signalTimeoutMs }),
    limits,
  });
  t.after(() => service.close());

  const send: TestService['send'] = (path, { address = usualAddress, ...init } = {}) => {
    const request = new Request(`${endpoint}${path}`, init);
    if (address === undefined) return service.fetch(request);
    recordValue(address);
    return service.fetch(request, { address });
  };
  const postJson: TestService['postJson'] = (path, body, headers) =>
    send(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  const askChallenge: TestService['askChallenge'] = async (article = plainDraft.article) => {
    const response = await postJson('/challenge', { article });
    const challenge = pictureOf(challengeAnswerSchema.parse(await response.json()));
    nowMs += 3000;
    return challenge;
  };
  const solvedDraft: TestService['solvedDraft'] = async (changes = {}) => {
    const { token } = await askChallenge(changes.article);
    return { ...plainDraft, challenge: { token, answer: testCode }, ...changes };
  };
  return {
    service,
    store,
    logged,
    pass: (seconds) => void (nowMs += seconds * 1000),
    send,
    postJson,
    askChallenge,
    solvedDraft,
    post: async (changes, headers) => postJson('', await solvedDraft(changes), headers),
    publish: async (id) => {
      await store.transaction((transaction) =>
        transaction.changeStatus({ id, to: 'published', who: 'test' }),
      );
    },
  };
}

/**
 * A wave of junk from 200 networks at three instances behind nginx over one PostgreSQL, limits on, while twenty honest
 * readers read, ask for a code and send their comments to the same articles. Networks are addresses on the loopback, which
 * Linux gives to whoever asks: 127.0.1.x to 127.0.200.x send junk, 127.1.1.1 to 127.1.20.1 read. Of the junk four in ten
 * come without a code, five with a wrong one, one with a solved one. Prints what became of each kind and how long readers
 * waited. Exit code 1 when a reader was not accepted, or a comment of theirs took longer than two seconds.
 * Run: `npm run build && node test/bench/junk-wave.ts [--junk 50000] [--seconds 600]`.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { CommentDraft } from '../../src/protocol/index.ts';
import { startTopology } from '../support/topology.ts';
import { quantile } from './figures/statistics.ts';
import { createHttpClient } from './support/http-client.ts';
import { createSolvedDrafts } from './support/solved-drafts.ts';
import { builtProgram } from './support/started-program.ts';
import { withGround } from './support/with-ground.ts';
import { withTemporaryFolder } from './support/temporary-folder.ts';

const { values } = parseArgs({
  options: {
    junk: { type: 'string', default: '50000' },
    seconds: { type: 'string', default: '600' },
  },
});
const junk = Number(values.junk);
const seconds = Number(values.seconds);
const networks = 200;
const readers = 20;
const articles = 10;
const atOnce = 16;
const acceptableMs = 2000;
/** What a reader takes to read and to write; people take minutes. */
const writingMs = 5000;

type JunkKind = 'without a code' | 'wrong code' | 'solved code';

const kindOf = (number: number): JunkKind => {
  const share = number % 10;
  if (share === 0) return 'solved code';
  return share < 5 ? 'without a code' : 'wrong code';
};

const makers = Array.from({ length: articles }, (_, index) =>
  createSolvedDrafts(`bai-${index + 1}`),
);
const solved = (article: number, content: string): CommentDraft =>
  makers[article % articles]!(content);

const makeJunk = (number: number): CommentDraft => {
  // Each network sends all kinds to all articles.
  const article = Math.floor(number / networks);
  const text = `Vay nhanh không thế chấp, xem https://vay-${number}.example.com ngay.`;
  const draft = { ...solved(article, text), email: `vay${number}@example.com` };
  const kind = kindOf(Math.floor(number / networks) + number);
  if (kind === 'solved code') return draft;
  if (kind === 'without a code') return { ...draft, challenge: undefined };
  return { ...draft, challenge: { ...draft.challenge!, answer: '000001' } };
};

const became = new Map<JunkKind, Map<string, number>>();
const noteJunk = (kind: JunkKind, outcome: string): void => {
  const outcomes = became.get(kind) ?? new Map<string, number>();
  became.set(kind, outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1));
};

/** Published, waiting for the newsroom, or the refusal's own code. */
const outcomeOf = ({ status, body }: { status: number; body: string }): string => {
  const answer = JSON.parse(body) as { readonly status?: unknown; readonly code?: string };
  return status < 300 ? String(answer.status) : (answer.code ?? String(status));
};

const sendJunk = async (url: string, untilMs: number): Promise<number> => {
  const clients = Array.from({ length: networks }, (_, index) =>
    createHttpClient(1, `127.0.${index + 1}.${(index % 250) + 1}`),
  );
  let sent = 0;
  const work = async (): Promise<void> => {
    while (sent < junk && performance.now() < untilMs) {
      const number = sent;
      sent += 1;
      const kind = kindOf(Math.floor(number / networks) + number);
      const sending = clients[number % networks]!.post(url, makeJunk(number));
      // oxlint-disable-next-line no-await-in-loop -- so many are under way at once, and no more
      noteJunk(kind, await sending.then(outcomeOf, () => 'failed'));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  for (const client of clients) client.close();
  return sent;
};

interface Honest {
  readonly outcomes: Map<string, number>;
  readonly postMs: number[];
  readonly otherMs: number[];
}

const read = async (
  reader: number,
  url: string,
  isOver: () => boolean,
  { outcomes, postMs, otherMs }: Honest,
): Promise<void> => {
  const client = createHttpClient(1, `127.1.${reader}.1`);
  const timed = async <T>(times: number[], asking: () => Promise<T>): Promise<T> => {
    const start = performance.now();
    const answer = await asking();
    times.push(performance.now() - start);
    return answer;
  };
  const note = (outcome: string): void =>
    void outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
  for (let round = 1; !isOver(); round += 1) {
    const article = reader + round;
    const name = `bai-${(article % articles) + 1}`;
    /* oxlint-disable no-await-in-loop -- one person does one thing after the other */
    await wait(Math.random() * writingMs);
    const list = await timed(otherMs, () => client.get(`${url}?article=${name}`));
    const code = await timed(otherMs, () => client.post(`${url}/challenge`, { article: name }));
    if (list.status !== 200 || code.status !== 200) note(`${list.status}, ${code.status}`);
    await wait(writingMs);
    const draft = {
      ...solved(article, `Ý kiến thứ ${round} của bạn đọc số ${reader}, cảm ơn tòa soạn.`),
      email: `ban-doc-${reader}-${round}@example.vn`,
    };
    const headers = { 'idempotency-key': `${reader}-${round}` };
    note(await timed(postMs, () => client.post(url, draft, headers)).then(outcomeOf));
    /* oxlint-enable no-await-in-loop */
  }
  client.close();
};

const list = (counts: ReadonlyMap<string, number>): string =>
  [...counts].map(([what, times]) => `${what} × ${times}`).join(', ');

const honest: Honest = { outcomes: new Map(), postMs: [], otherMs: [] };

await withGround(({ postgres, nginx }) =>
  withTemporaryFolder(async (data) => {
    const paper = await startTopology({
      program: builtProgram,
      nginx,
      database: postgres.url,
      data,
      count: 3,
      settings: () => ['--limits', 'on'],
    });
    const start = performance.now();
    let isOver = false;
    const reading = Promise.all(
      Array.from({ length: readers }, (_, index) =>
        read(index + 1, paper.url, () => isOver, honest),
      ),
    );
    const sent = await sendJunk(paper.url, start + seconds * 1000);
    const took = (performance.now() - start) / 1000;
    isOver = true;
    await reading;
    await paper.close();
    console.log(
      `${sent} junk posts from ${networks} networks in ${took.toFixed(0)} s (${(sent / took).toFixed(0)} a second)`,
    );
  }),
);
for (const [kind, outcomes] of became) console.log(`junk, ${kind}: ${list(outcomes)}`);
const [median, late, slowest] = [0.5, 0.95, 1].map((share) => quantile(honest.postMs, share));
console.log(
  `${readers} readers: ${list(honest.outcomes)}; a comment took ${median?.toFixed(0)} ms (median), ${late?.toFixed(0)} ms (95 %), ${slowest?.toFixed(0)} ms (most); lists and codes ${quantile(honest.otherMs, 1).toFixed(0)} ms (most)`,
);
const isAccepted = [...honest.outcomes.keys()].every((outcome) =>
  ['published', 'pending'].includes(outcome),
);
process.exitCode = isAccepted && (slowest ?? 0) <= acceptableMs ? 0 : 1;

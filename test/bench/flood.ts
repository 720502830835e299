/**
 * One network asks for 10,000 challenges a minute while twenty readers elsewhere read, ask for a code and send their
 * comments to the same article. Senders are told apart by their addresses on the loopback, which Linux gives to whoever
 * asks: 127.0.0.1 floods, 127.0.1.1 to 127.0.20.1 read. Prints how many of each were answered, limited or failed, and
 * what the readers waited, beside the same readers before the flood. Fails when a reader was limited or failed.
 * Run: `npm run build && node test/bench/flood.ts [seconds]`.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { quantile } from './figures/statistics.ts';
import { createHttpClient, type HttpClient } from './support/http-client.ts';
import { createSolvedDrafts } from './support/solved-drafts.ts';
import { builtProgram, serveArguments, startProgram } from './support/started-program.ts';
import { withTemporaryFolder } from './support/temporary-folder.ts';

const seconds = Number(process.argv[2] ?? 60);
const quietSeconds = 15;
const readers = 20;
const challengesPerMinute = 10_000;
const burstMs = 60;
const article = 'bai-123';

interface Tally {
  readonly statuses: Map<string, number>;
  readonly waitsMs: number[];
}

const createTally = (): Tally => ({ statuses: new Map(), waitsMs: [] });

const count = async (tally: Tally, send: () => Promise<{ status: number }>): Promise<void> => {
  const start = performance.now();
  const status = await send().then(
    (answer) => String(answer.status),
    () => 'failed',
  );
  tally.waitsMs.push(performance.now() - start);
  tally.statuses.set(status, (tally.statuses.get(status) ?? 0) + 1);
};

const flood = async (client: HttpClient, url: string, untilMs: number): Promise<Tally> => {
  const tally = createTally();
  const underWay: Promise<void>[] = [];
  const startMs = performance.now();
  for (let sent = 0; performance.now() < untilMs;) {
    const due = ((performance.now() - startMs) / 60_000) * challengesPerMinute;
    for (; sent < due; sent += 1) {
      underWay.push(count(tally, () => client.post(`${url}/challenge`, { article })));
    }
    // oxlint-disable-next-line no-await-in-loop
    await wait(burstMs);
  }
  await Promise.all(underWay);
  return tally;
};

const makeDraft = createSolvedDrafts(article);

/** Reads, begins to write, sends, and comes back; each some seconds later, as people do. */
const read = async (reader: number, url: string, untilMs: number, tally: Tally): Promise<void> => {
  const client = createHttpClient(2, `127.0.${reader}.1`);
  for (let round = 1; performance.now() < untilMs; round += 1) {
    /* oxlint-disable no-await-in-loop -- one person does one thing after the other */
    await wait(500 + ((reader * 97) % 1000));
    await count(tally, () => client.get(`${url}?article=${article}`));
    await count(tally, () => client.post(`${url}/challenge`, { article }));
    await wait(2000);
    const email = `reader-${reader}@example.vn`;
    const draft = { ...makeDraft(`Ý kiến ${round} của bạn đọc ${reader}.`), email };
    await count(tally, () => client.post(url, draft));
    await wait(3000);
    /* oxlint-enable no-await-in-loop */
  }
  client.close();
};

const readAll = async (url: string, untilMs: number): Promise<Tally> => {
  const tally = createTally();
  await Promise.all(
    Array.from({ length: readers }, (_, index) => read(index + 1, url, untilMs, tally)),
  );
  return tally;
};

const describe = (who: string, { statuses, waitsMs }: Tally): string => {
  const counts = [...statuses].map(([status, times]) => `${status} × ${times}`).join(', ');
  const [median, late, last] = [0.5, 0.95, 1].map((share) => quantile(waitsMs, share).toFixed(1));
  return `${who}: ${counts}; waited ${median} ms (median), ${late} ms (95 %), ${last} ms (most)\n`;
};

const isUnharmed = ({ statuses }: Tally): boolean =>
  [...statuses.keys()].every((status) => /^20\d$/.test(status));

const measure = async (data: string): Promise<boolean> => {
  const program = await startProgram([...serveArguments(builtProgram, data), '--limits', 'on']);
  const client = createHttpClient(16, '127.0.0.1');
  try {
    const { url } = program;
    const before = await readAll(url, performance.now() + quietSeconds * 1000);
    const untilMs = performance.now() + seconds * 1000;
    const [flooding, during] = await Promise.all([
      flood(client, url, untilMs),
      readAll(url, untilMs),
    ]);
    process.stdout.write(
      describe(`${readers} readers before`, before) +
        describe(`${readers} readers meanwhile`, during) +
        describe(`the flood, ${seconds} s`, flooding),
    );
    return isUnharmed(before) && isUnharmed(during);
  } finally {
    client.close();
    await program.kill();
  }
};

process.exitCode = (await withTemporaryFolder(measure)) ? 0 : 1;

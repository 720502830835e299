/**
 * Sends 1,000 bodies of 10 MB to the built service, eight at a time, half of them in chunks without a Content-Length,
 * and prints its memory before and after. Fails unless every one is answered 413 and the memory stays within 20 %.
 * Run: `npm run build && node test/bench/big-bodies.ts [bodies]`.
 */
import { execFileSync } from 'node:child_process';
import { Agent, request } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { plainDraft } from '../support/service-fixture.ts';
import { builtProgram, serveArguments, startProgram } from './support/started-program.ts';
import { withTemporaryFolder } from './support/temporary-folder.ts';

const bodies = Number(process.argv[2] ?? 1000);
const atOnce = 8;
const maxGrowth = 1.2;
/** Ordinary comments before the first measurement, so that a cold start does not look like a leak. */
const warmUps = 500;
const restMs = 2000;
// Connections are kept, as browsers keep them.
const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
const body = Buffer.alloc(10 * 1024 * 1024, JSON.stringify(plainDraft).padEnd(1024));

/** Posts one body; the status of the answer, or what went wrong before there was one. */
const post = (url: string, bytes: Uint8Array, isChunked: boolean): Promise<string> =>
  new Promise((resolve) => {
    const headers = {
      'content-type': 'application/json',
      ...(isChunked ? { 'transfer-encoding': 'chunked' } : { 'content-length': bytes.length }),
    };
    const sending = request(url, { method: 'POST', headers, agent }, (answer) => {
      answer.resume().on('close', () => resolve(String(answer.statusCode)));
    });
    // After an answer the service may cut the rest off; before it that would be a failure.
    sending.on('error', (error) => resolve(error.message));
    sending.end(bytes);
  });

/** Posts `count` times, eight at a time, and counts the answers. */
const postMany = async (
  url: string,
  count: number,
  bytes: Uint8Array,
): Promise<Map<string, number>> => {
  const answers = new Map<string, number>();
  let sent = 0;
  const sendOn = async (): Promise<void> => {
    while (sent < count) {
      sent += 1;
      // One after the other is what bounds them.
      // oxlint-disable-next-line no-await-in-loop
      const answer = await post(url, bytes, sent % 2 === 0);
      answers.set(answer, (answers.get(answer) ?? 0) + 1);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, sendOn));
  return answers;
};

const residentMiB = (pid: number | undefined): number =>
  Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024;

/** One whole run against a service of its own; whether it went as it has to. */
const measure = async (data: string): Promise<boolean> => {
  const program = await startProgram([
    ...serveArguments(builtProgram, data),
    ...['--challenges', 'none'],
  ]);
  try {
    const { url, process: service } = program;
    const started = residentMiB(service.pid);
    await postMany(url, warmUps, Buffer.from(JSON.stringify(plainDraft)));
    await wait(restMs);
    const before = residentMiB(service.pid);
    const start = performance.now();
    const answers = await postMany(url, bodies, body);
    const seconds = (performance.now() - start) / 1000;
    await wait(restMs);
    const after = residentMiB(service.pid);
    const growth = after / before;
    const isWell = answers.get('413') === bodies && growth <= maxGrowth;
    const counts = [...answers].map(([answer, count]) => `${answer} × ${count}`).join(', ');
    process.stdout.write(
      `${bodies} bodies of 10 MB in ${seconds.toFixed(0)} s: ${counts}\n` +
        `RSS: ${started.toFixed(0)} MiB at the start, ${before.toFixed(0)} MiB after ${warmUps} comments, ` +
        `${after.toFixed(0)} MiB after the bodies (×${growth.toFixed(2)}): ${isWell ? 'passed' : 'FAILED'}\n`,
    );
    return isWell;
  } finally {
    agent.destroy();
    await program.kill();
  }
};

process.exitCode = (await withTemporaryFolder(measure)) ? 0 : 1;

import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { createHttpClient, type HttpClient } from '../support/http-client.ts';
import { createSolvedDrafts } from '../support/solved-drafts.ts';
import { builtProgram, serveArguments } from '../support/started-program.ts';
import { measureBareInserts } from './bare-insert.ts';
import { type LoadFigures, measureLoad } from './measure-load.ts';
import { measureStart } from './measure-start.ts';
import { type MeasuredProgram, startMeasured } from './measured-program.ts';

/** One figure of the service beside the same of the least that could do its work. */
export interface Comparison {
  readonly service: number;
  readonly bare: number;
}

/** What one run measures. */
export type FigureName =
  | 'postsPerSecond'
  | 'postCpuMs'
  | 'listCpuMs'
  | 'listLatencyMs'
  | 'startMs'
  | 'idleMiB'
  | 'loadMiB';

/** The figures of one run. */
export type RunFigures = Readonly<Record<FigureName, Comparison>>;

/** How much one run does. */
export interface RunSize {
  readonly posts: number;
  readonly reads: number;
  readonly connections: number;
}

const bareServer = fileURLToPath(new URL('bare-server.js', import.meta.url));
const article = 'bai-123';
const listPath = `?article=${article}`;
/** How long a server that has just started is left alone before its memory counts as idle, in milliseconds. */
const settleMs = 1500;
/** A part of the load goes before the measured one, so that no run measures the compiler. */
const warmUpShare = 0.3;

const mebibytes = (bytes: number): number => bytes / 1024 / 1024;

const expectStatus = async (
  expected: number,
  answering: ReturnType<HttpClient['get']>,
): Promise<string> => {
  const { status, body } = await answering;
  if (status !== expected) throw new Error(`the answer was ${status}: ${body}`);
  return body;
};

const measureWarm = async (
  server: MeasuredProgram,
  send: () => Promise<unknown>,
  requests: number,
  connections: number,
): Promise<LoadFigures> => {
  await measureLoad(server, { send, requests: Math.ceil(requests * warmUpShare), connections });
  return measureLoad(server, { send, requests, connections });
};

const measureIdle = async (server: MeasuredProgram): Promise<number> => {
  await setTimeout(settleMs);
  return mebibytes((await server.usage()).rssBytes);
};

interface ReadFigures {
  readonly many: LoadFigures;
  readonly single: LoadFigures;
}

const measureReads = async (
  server: MeasuredProgram,
  client: HttpClient,
  url: string,
  { reads, connections }: RunSize,
): Promise<ReadFigures> => {
  const send = (): Promise<string> => expectStatus(200, client.get(url));
  return {
    many: await measureWarm(server, send, reads, connections),
    single: await measureWarm(server, send, reads / 4, 1),
  };
};

const measureService = async (folder: string, client: HttpClient, size: RunSize) => {
  const server = await startMeasured(serveArguments(builtProgram, folder));
  try {
    const idle = await measureIdle(server);
    const makeDraft = createSolvedDrafts(article);
    let count = 0;
    const send = (): Promise<string> => {
      const draft = makeDraft(`Ý kiến số ${(count += 1)} về bài viết này: rất hay và bổ ích.`);
      const headers = { 'idempotency-key': randomUUID() };
      return expectStatus(201, client.post(server.url, draft, headers));
    };
    const posts = await measureWarm(server, send, size.posts, size.connections);
    const list = `${server.url}${listPath}`;
    const reads = await measureReads(server, client, list, size);
    return { idle, posts, reads, page: await expectStatus(200, client.get(list)) };
  } finally {
    await server.kill();
  }
};

const measureBare = async (page: string, client: HttpClient, size: RunSize) => {
  const server = await startMeasured([bareServer, page]);
  try {
    const idle = await measureIdle(server);
    return { idle, reads: await measureReads(server, client, server.url, size) };
  } finally {
    await server.kill();
  }
};

/** Measures the service and what it is compared with, one after the other, in an empty folder. */
export async function measureRun(folder: string, size: RunSize): Promise<RunFigures> {
  const client = createHttpClient(size.connections);
  const service = await measureService(folder, client, size);
  const page = join(folder, 'page.json');
  writeFileSync(page, service.page);
  const bare = await measureBare(page, client, size);
  client.close();
  const makeDraft = createSolvedDrafts(article);
  const inserts = measureBareInserts(folder, () => makeDraft('Bài viết rất hay.'), size.posts);
  return {
    postsPerSecond: { service: service.posts.perSecond, bare: inserts.perSecond },
    postCpuMs: { service: service.posts.cpuMs, bare: inserts.cpuMs },
    listCpuMs: { service: service.reads.many.cpuMs, bare: bare.reads.many.cpuMs },
    listLatencyMs: { service: service.reads.single.latencyMs, bare: bare.reads.single.latencyMs },
    startMs: {
      service: await measureStart(serveArguments(builtProgram, folder), listPath),
      bare: await measureStart([bareServer, page], ''),
    },
    idleMiB: { service: service.idle, bare: bare.idle },
    loadMiB: {
      service: mebibytes(Math.max(service.posts.rssBytes, service.reads.many.rssBytes)),
      bare: mebibytes(bare.reads.many.rssBytes),
    },
  };
}

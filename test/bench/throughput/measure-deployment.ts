import { randomUUID } from 'node:crypto';
import { createHttpClient } from '../support/http-client.ts';
import { createSolvedDrafts } from '../support/solved-drafts.ts';
import type { Topology } from '../../support/topology.ts';
import { readCpuMs } from './process-cpu.ts';

/** What is measured, and who works beside the instances. */
export interface Deployment {
  readonly paper: Topology;
  /** PostgreSQL's first process; none for SQLite. */
  readonly postgresId?: number;
}

/** How much is sent. */
export interface LoadSize {
  readonly posts: number;
  readonly reads: number;
  readonly connections: number;
  readonly articles: number;
}

/** Processor time for one request, in milliseconds. */
export interface CpuOfRequest {
  readonly instances: number;
  readonly postgres: number;
  readonly nginx: number;
}

/** What a load took. */
export interface Took {
  readonly perSecond: number;
  readonly cpuMs: CpuOfRequest;
}

/** What a deployment does. Memory is that of the largest instance, in MiB: after warming up, halfway and at the end. */
export interface DeploymentFigures {
  readonly posts: Took;
  readonly readsByCache: Took;
  readonly readsWithoutCache: Took;
  readonly memoryMiB: readonly number[];
}

const warmUpShare = 0.3;
const mebibyte = 1024 * 1024;

/** Measures posts, and reads of first pages with and without nginx's cache. */
export async function measureDeployment(
  { paper, postgresId }: Deployment,
  { posts, reads, connections, articles }: LoadSize,
): Promise<DeploymentFigures> {
  const client = createHttpClient(connections);
  const makers = Array.from({ length: articles }, (_, index) =>
    createSolvedDrafts(`bai-${index + 1}`),
  );

  const instancesCpuMs = async (): Promise<number> => {
    const usages = await Promise.all(paper.instances.map(({ program }) => program.usage()));
    return usages.reduce((sum, { cpuMs }) => sum + cpuMs, 0);
  };
  const readCpu = async (): Promise<CpuOfRequest> => ({
    instances: await instancesCpuMs(),
    postgres: postgresId === undefined ? 0 : readCpuMs(postgresId),
    nginx: readCpuMs(paper.nginx.processId),
  });
  const readMemory = async (): Promise<number> => {
    const usages = await Promise.all(paper.instances.map(({ program }) => program.usage()));
    return Math.max(...usages.map(({ rssBytes }) => rssBytes)) / mebibyte;
  };

  const sendAll = async (count: number, send: (number: number) => Promise<void>): Promise<void> => {
    let begun = 0;
    const work = async (): Promise<void> => {
      while (begun < count) {
        begun += 1;
        // A connection carries one request at a time.
        // oxlint-disable-next-line no-await-in-loop
        await send(begun);
      }
    };
    await Promise.all(Array.from({ length: connections }, work));
  };
  const measure = async (count: number, send: (number: number) => Promise<void>): Promise<Took> => {
    const before = await readCpu();
    const start = performance.now();
    await sendAll(count, send);
    const seconds = (performance.now() - start) / 1000;
    const after = await readCpu();
    return {
      perSecond: count / seconds,
      cpuMs: {
        instances: (after.instances - before.instances) / count,
        postgres: (after.postgres - before.postgres) / count,
        nginx: (after.nginx - before.nginx) / count,
      },
    };
  };

  const expectStatus = (expected: number, { status, body }: { status: number; body: string }) => {
    if (status !== expected) throw new Error(`the answer was ${status}: ${body}`);
  };
  let written = 0;
  const post = async (number: number): Promise<void> => {
    written += 1;
    const draft = makers[number % articles]!(`Ý kiến số ${written} về bài viết này: rất hay.`);
    const headers = { 'idempotency-key': randomUUID() };
    expectStatus(201, await client.post(paper.url, draft, headers));
  };
  const read =
    (headers: Readonly<Record<string, string>>) =>
    async (number: number): Promise<void> => {
      const article = `bai-${(number % articles) + 1}`;
      expectStatus(200, await client.get(`${paper.url}?article=${article}`, headers));
    };
  const readByCache = read({});
  // What asks with a bearer is answered by an instance.
  const readWithoutCache = read({ authorization: 'Bearer nobody' });

  try {
    await sendAll(Math.ceil(posts * warmUpShare), post);
    const memoryMiB = [await readMemory()];
    const firstHalf = await measure(posts / 2, post);
    memoryMiB.push(await readMemory());
    const secondHalf = await measure(posts / 2, post);
    memoryMiB.push(await readMemory());
    await sendAll(Math.ceil(reads * warmUpShare), readWithoutCache);
    const readsWithoutCache = await measure(reads, readWithoutCache);
    await sendAll(articles, readByCache);
    const readsByCache = await measure(reads, readByCache);
    const half = (one: number, other: number): number => (one + other) / 2;
    return {
      posts: {
        perSecond: 2 / (1 / firstHalf.perSecond + 1 / secondHalf.perSecond),
        cpuMs: {
          instances: half(firstHalf.cpuMs.instances, secondHalf.cpuMs.instances),
          postgres: half(firstHalf.cpuMs.postgres, secondHalf.cpuMs.postgres),
          nginx: half(firstHalf.cpuMs.nginx, secondHalf.cpuMs.nginx),
        },
      },
      readsByCache,
      readsWithoutCache,
      memoryMiB,
    };
  } finally {
    client.close();
  }
}

/**
 * What a deployment does on this machine: comments and first pages a second, and the processor time of each part for one, with
 * one instance on SQLite and one to three on PostgreSQL, all behind nginx. Comments are published at once, which costs
 * the most. Senders share the processors, so that the ratios say more than the figures. Asserts nothing.
 * Run: `npm run build && node test/bench/throughput.ts [--posts 4000] [--reads 10000]`.
 */
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { execute } from '../support/postgres-server.ts';
import { startTopology } from '../support/topology.ts';
import { builtProgram } from './support/started-program.ts';
import { type Ground, withGround } from './support/with-ground.ts';
import { withTemporaryFolder } from './support/temporary-folder.ts';
import {
  type DeploymentFigures,
  measureDeployment,
  type Took,
} from './throughput/measure-deployment.ts';

const { values } = parseArgs({
  options: {
    posts: { type: 'string', default: '4000' },
    reads: { type: 'string', default: '10000' },
  },
});
const size = {
  posts: Number(values.posts),
  reads: Number(values.reads),
  connections: 32,
  articles: 50,
};

const measure = ({ postgres, nginx }: Ground, count: number): Promise<DeploymentFigures> =>
  withTemporaryFolder(async (data) => {
    const isShared = count > 0;
    const url = new URL(postgres.url);
    url.pathname = `/instances_${count}`;
    if (isShared) await execute(postgres.url, `create database instances_${count}`);
    const paper = await startTopology({
      program: builtProgram,
      nginx,
      database: isShared ? url.href : `sqlite:${join(data, 'comments.sqlite')}`,
      data,
      count: isShared ? count : 1,
    });
    try {
      return await measureDeployment(
        { paper, ...(isShared && { postgresId: postgres.processId }) },
        size,
      );
    } finally {
      await paper.close();
    }
  });

const print = (cells: readonly string[]): void => {
  const widths = [26, 18, 46, 18, 18, 0];
  console.log(cells.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join(''));
};

const rate = ({ perSecond }: Took, first: Took): string =>
  `${perSecond.toFixed(0)} (× ${(perSecond / first.perSecond).toFixed(2)})`;

const cpu = ({ cpuMs: { instances, postgres, nginx } }: Took): string =>
  `${(instances + postgres + nginx).toFixed(2)} = ${instances.toFixed(2)} + ${postgres.toFixed(2)} + ${nginx.toFixed(2)}`;

console.log(
  `Node ${process.versions.node}, ${availableParallelism()} cores; ${size.posts} posts and ${size.reads} reads at ${size.connections} connections, ${size.articles} articles`,
);
print([
  '',
  'posts a second',
  'CPU ms: all = instances + database + nginx',
  'pages, no cache',
  'pages, cached',
  'MiB of an instance: warm, half, end',
]);
await withGround(async (ground) => {
  let first: DeploymentFigures | undefined;
  for (const count of [0, 1, 2, 3]) {
    // One after the other: two at once would measure each other.
    // oxlint-disable-next-line no-await-in-loop
    const figures = await measure(ground, count);
    first ??= figures;
    print([
      count === 0 ? 'SQLite, 1 instance' : `PostgreSQL, ${count} instance${count > 1 ? 's' : ''}`,
      rate(figures.posts, first.posts),
      cpu(figures.posts),
      rate(figures.readsWithoutCache, first.readsWithoutCache),
      rate(figures.readsByCache, first.readsByCache),
      figures.memoryMiB.map((value) => value.toFixed(0)).join(', '),
    ]);
  }
});

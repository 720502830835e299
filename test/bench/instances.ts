/**
 * Posts to three instances behind nginx over one PostgreSQL, which are killed (`kill -9`) and started again at random all the
 * while; halfway PostgreSQL crashes and comes back. Senders send again under the same key until they are answered. Then
 * the database is compared with what was acknowledged. Exit code 1 when a comment is missing or there twice, a security
 * code was accepted twice, or something was refused that should not be.
 * Run: `npm run build && node test/bench/instances.ts [--posts 100000] [--seconds 900]`.
 */
import { parseArgs } from 'node:util';
import { setTimeout } from 'node:timers/promises';
import { startTopology } from '../support/topology.ts';
import { countInPostgres } from './instances/count-in-postgres.ts';
import { disturb } from './instances/disturb.ts';
import { createPersistentLedger, postPersistently } from './instances/persistent-posting.ts';
import { builtProgram } from './support/started-program.ts';
import { withGround } from './support/with-ground.ts';
import { withTemporaryFolder } from './support/temporary-folder.ts';

const instanceCount = 3;
const connections = 32;
const articles = 50;
const pairEvery = 20;
const shortestLifeMs = 8000;
const longestLifeMs = 40_000;
const postgresRestMs = 2000;
const reportMs = 10_000;

const { values } = parseArgs({
  options: {
    posts: { type: 'string', default: '100000' },
    seconds: { type: 'string', default: '900' },
  },
});
const posts = Number(values.posts);
const seconds = Number(values.seconds);

const ledger = createPersistentLedger();
let kills = 0;

const counts = await withGround(({ postgres, nginx }) =>
  withTemporaryFolder(async (data) => {
    const paper = await startTopology({
      program: builtProgram,
      nginx,
      database: postgres.url,
      data,
      count: instanceCount,
    });
    const over = new AbortController();
    const start = performance.now();
    const disturbing = disturb({
      instances: paper.instances,
      shortestLifeMs,
      longestLifeMs,
      signal: over.signal,
      onKill: () => (kills += 1),
    });

    const crashDatabase = async (): Promise<void> => {
      while (ledger.acknowledged.size < posts / 2) {
        if (over.signal.aborted) return;
        // oxlint-disable-next-line no-await-in-loop -- one look after the other
        await setTimeout(50);
      }
      await postgres.halt('crash');
      await setTimeout(postgresRestMs);
      await postgres.resume();
      console.log(`PostgreSQL crashed at ${ledger.acknowledged.size} and is back`);
    };

    const report = setInterval(() => {
      const passed = (performance.now() - start) / 1000;
      const rate = (ledger.acknowledged.size / passed).toFixed(0);
      console.log(
        `${passed.toFixed(0)} s: ${ledger.acknowledged.size} acknowledged (${rate} a second), ${ledger.sentAgain.size} sent again, ${kills} kills`,
      );
    }, reportMs);

    const crashing = crashDatabase();
    const untilMs = start + seconds * 1000;
    await postPersistently({
      url: paper.url,
      posts,
      connections,
      articles,
      pairEvery,
      untilMs,
      ledger,
    });
    const passed = (performance.now() - start) / 1000;
    clearInterval(report);
    over.abort();
    await Promise.all([disturbing, crashing]);
    console.log(
      `${ledger.acknowledged.size} acknowledged in ${passed.toFixed(0)} s at ${connections} connections (${(ledger.acknowledged.size / passed).toFixed(0)} a second); ${ledger.sentAgain.size} sent again; ${kills} times kill -9, PostgreSQL crashed once`,
    );
    await paper.close();
    return countInPostgres(postgres.url, ledger);
  }),
);

const { kept, missing, twice, twins, damages, acceptedTwice } = counts;
const refused = ledger.refusals.length;
const givenUp = ledger.givenUp.length;
console.log(
  [
    `Kept: ${kept}.`,
    `Acknowledged and missing: ${missing}.`,
    `There twice: ${twice}, and after sending again: ${twins}.`,
    `Codes sent with two comments at once: ${ledger.pairs.length}; accepted twice: ${acceptedTwice}.`,
    `Refused that should not be: ${refused}. Never answered: ${givenUp}.`,
    `Articles with a wrong count, breaks of the audit log: ${damages}.`,
  ].join('\n'),
);
process.exitCode =
  missing + twice + twins + damages + acceptedTwice + refused + givenUp > 0 ? 1 : 0;

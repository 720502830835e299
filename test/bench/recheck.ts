/**
 * What looking through the published comments for a word that was banned takes (L-14): milliseconds a comment, and how
 * long nothing else could be done in between. Asserts no times. Run: `node test/bench/recheck.ts`, a number behind it for
 * another size than 200,000; takes a minute or two.
 */
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { createSqliteStore } from '../../src/service/index.ts';
import { changeSiteWords } from '../../src/service/words/change-site-words.ts';
import { createRechecks } from '../../src/service/words/recheck.ts';
import { seedDesk } from './desk/seed-desk.ts';
import { benchArguments } from './support/asked-database.ts';
import { withTemporaryFolder } from './support/temporary-folder.ts';

const comments = Number(benchArguments[0] ?? 200_000);

await withTemporaryFolder(async (folder) => {
  const file = join(folder, 'comments.sqlite');
  await seedDesk(file, comments, comments / 20);
  const store = await createSqliteStore({ file });
  // As rare as the rarest word of the seeded texts.
  const add = [{ list: 'ban', text: 'khuỷu', isEveryday: false }] as const;
  await changeSiteWords(store, { version: 0, add, remove: [] }, { who: 'bench' });
  const rechecks = createRechecks({
    store,
    log: console.error,
    closing: new AbortController().signal,
  });
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const [start, cpu] = [performance.now(), process.cpuUsage()];
  rechecks.run();
  await rechecks.settle();
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  delay.disable();
  const { checked = 0, found = 0 } = (await store.findLatestRecheck()) ?? {};
  const cpuMs = (user + system) / 1000 / checked;
  console.log(
    `${checked} looked at, ${found} reported, in ${seconds.toFixed(1)} s; CPU ${cpuMs.toFixed(3)} ms a comment`,
  );
  const [median, high, max] = [delay.percentile(50), delay.percentile(99), delay.max].map((ns) =>
    (ns / 1e6).toFixed(1),
  );
  console.log(`nothing else done for ${median} ms in the median, ${high} at 99 %, ${max} at most`);
  await store.close();
});

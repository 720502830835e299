/**
 * Kills the service under load, again and again, and counts what became of the comments. Exit code 1 when one that was
 * acknowledged is missing or one is there twice. Run: `npm run build && node test/bench/kill.ts [--rounds 10]`.
 */
import { parseArgs } from 'node:util';
import { type CrashCounts, runCrashRounds } from './kill/crash-rounds.ts';
import { builtProgram } from './support/started-program.ts';
import { withTemporaryFolder } from './support/temporary-folder.ts';

const connections = 16;
const shortestLoadMs = 100;
const longestLoadMs = 2000;

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '10' } } });
const rounds = Number(values.rounds);

const columns: Readonly<Record<keyof CrashCounts, string>> = {
  acknowledged: 'acknowledged',
  kept: 'kept',
  sentAgain: 'sent again',
  missing: 'missing',
  twice: 'twice',
  twins: 'twins',
  refused: 'refused',
  damages: 'damages',
};
const names = Object.keys(columns) as (keyof CrashCounts)[];

const line = (first: string, cell: (name: keyof CrashCounts) => string | number): string =>
  [first.padEnd(6), ...names.map((name) => String(cell(name)).padStart(columns[name].length))].join(
    '  ',
  );

console.log(
  `${rounds} times kill -9 after ${shortestLoadMs}–${longestLoadMs} ms of posts at ${connections} connections; sums so far:`,
);
console.log(line('round', (name) => columns[name]));
let round = 0;
const counts = await withTemporaryFolder((data) =>
  runCrashRounds({
    program: builtProgram,
    data,
    rounds,
    connections,
    loadMs: () => shortestLoadMs + Math.random() * (longestLoadMs - shortestLoadMs),
    onRound: (sums) => console.log(line(String((round += 1)), (name) => sums[name])),
  }),
);
const { missing, twice, twins, refused, damages } = counts;
console.log(
  `Acknowledged and missing: ${missing}. Stored twice: ${twice}, and after sending again: ${twins}.`,
);
process.exitCode = missing + twice + twins + refused + damages > 0 ? 1 : 0;

/**
 * Prints what the signals of one comment cost: of 500 characters as readers write, and of 100 KB made to be slow on.
 * Run: node test/bench/signals.ts
 */
import { createFindSignals } from '../../src/service/rules/find-signals.ts';
import { hostileTexts } from '../text/hostile-text.ts';

const find = createFindSignals({ accents: 'warn' });
const cost = (content: string, runs: number): number => {
  const source = { texts: { name: 'Ý', address: '', content }, draft: {}, codeAgeSeconds: 60 };
  for (let run = 0; run < runs; run += 1) find(source);
  const start = performance.now();
  for (let run = 0; run < runs; run += 1) find(source);
  return (performance.now() - start) / runs;
};

const sentence = 'Tôi không đồng ý với ý kiến của tác giả về việc tăng giá điện trong năm nay. ';
const plain = sentence.repeat(7).slice(0, 500);
const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}|[đĐ]/gu, '');
console.log(`500 characters with accents      ${cost(plain, 2000).toFixed(3)} ms`);
console.log(`500 characters without accents   ${cost(fold(plain), 2000).toFixed(3)} ms`);
const slowest = Object.entries(hostileTexts)
  .map(([kind, make]) => ({ kind, ms: cost(make(100 * 1024), 1) }))
  .toSorted((a, b) => b.ms - a.ms);
for (const { kind, ms } of slowest.slice(0, 5)) {
  console.log(`100 KB of ${kind.padEnd(22)} ${ms.toFixed(1)} ms`);
}

/**
 * Times the word filter (T-15): building for 1,000, 10,000 and 100,000 entries, finding in 1,000, 5,000 and 50,000
 * characters, in milliseconds of the processor, and how both grow. Run: `node --expose-gc test/bench/words.ts`.
 */
import { readWordLists } from '../../src/service/read-word-lists.ts';
import type { WordEntry } from '../../src/service/rules/words/word-list.ts';
import { createWordMatcher } from '../../src/service/rules/words/word-matcher.ts';
import { skeletonOf } from '../../src/text/skeleton.ts';
import { createSeededRandom } from './security-code/support/seeded-random.ts';

const counts = [1000, 10_000, 100_000];
const lengths = [1000, 5000, 50_000];

const between = createSeededRandom('words');
const random = (): number => between(0, 1);
const pick = (choices: readonly string[]): string =>
  choices[Math.floor(random() * choices.length)] ?? '';

const onsets = 'b c ch d đ g h k l m n nh ng ph qu r s t th tr v x'.split(' ');
const rhymes =
  'a à á ả ạ ăn ằng ắt âm ấp ậu e è en ê ế ền ệt i ì ít ia iên iếng iệt o ò óc ọng ô ố ồng ột ơ ờ ơi ới u ủ ung út ưa ưng ước ường ượt y uy uyên'.split(
    ' ',
  );

const syllables = (count: number): string =>
  Array.from({ length: count }, () => pick(onsets) + pick(rhymes)).join(' ');

const makeEntries = (count: number): WordEntry[] => {
  const texts = new Set<string>();
  while (texts.size < count) texts.add(syllables(2 + Math.floor(random() * 2)));
  return [...texts].map((text) => ({ text, isEveryday: false }));
};

/** A text in which one word in fifty is a listed one, plain or pulled apart. */
const makeText = (length: number, entries: readonly WordEntry[]): string => {
  const parts: string[] = [];
  for (let size = 0; size < length;) {
    const listed = pick(entries.slice(0, 500).map(({ text }) => text));
    const part = `${syllables(49)} ${random() < 0.5 ? listed : listed.split('').join('.')}`;
    parts.push(part);
    size += part.length + 2;
  }
  return parts.join('. ').slice(0, length);
};

const cpuMs = (run: () => unknown): number => {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};

const bestMs = (run: () => unknown, runs: number): number =>
  Math.min(...Array.from({ length: runs }, () => cpuMs(run)));

const heldMib = (): number => {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 2 ** 20;
};

const column = (value: number, digits = 1): string => value.toFixed(digits).padStart(9);

console.log(
  `entries    build ms      MiB   ${lengths.map((length) => `${length} ch.`.padStart(9)).join(' ')}   (find, ms)`,
);
for (const count of counts) {
  const entries = makeEntries(count);
  const texts = lengths.map((length) => makeText(length, entries));
  const before = heldMib();
  const find = createWordMatcher({ ban: entries, suspect: [] });
  const build = cpuMs(() => find(''));
  const held = heldMib() - before;
  const times = texts.map((text) => bestMs(() => find(text), 15));
  console.log(
    `${String(count).padStart(7)} ${column(build)} ${column(held)}   ${times.map((ms) => column(ms, 2)).join(' ')}   hits ${texts.map((text) => find(text).length).join(', ')}`,
  );
}

const own = readWordLists({ banWords: ['own'], suspectWords: ['own'] });
const before = heldMib();
const find = createWordMatcher(own);
const build = cpuMs(() => find(''));
const comment = makeText(500, makeEntries(500));
const repeated = (run: (text: string) => unknown): number =>
  bestMs(() => {
    for (let left = 100; left > 0; left--) run(comment);
  }, 15) / 100;
console.log(
  `The lists that come along, ${own.ban.length} and ${own.suspect.length} entries: build ${build.toFixed(1)} ms, ${(heldMib() - before).toFixed(1)} MiB; ` +
    `a comment of 500 characters ${repeated(find).toFixed(3)} ms, of which its skeleton ${repeated(skeletonOf).toFixed(3)} ms.`,
);

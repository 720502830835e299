import { searchWords } from '../../../src/text/search-words.ts';

/** A word in its spellings, so that a million texts are not taken apart one by one. */
export interface SeedWord {
  readonly text: string;
  readonly exact: string;
  readonly folded: string;
}

/** Numbers of 0–1, the same in each run. */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff;
    return state / 0x8000_0000;
  };
}

const frequent =
  'là của và có người không được cho một những với này đã trong các tôi rất cũng thì mà nên phải nhà nước dân đường xe hòa bình';
const onsets = ' b c ch d đ g h kh l m n ng nh ph qu s t th tr v x'.split(' ');
const rhymes = [
  ...'a à á ả ã ạ ai ài ái ải ao ào áo ạo an àn án ản am àm ám ang àng áng anh ành ánh ạnh'.split(
    ' ',
  ),
  ...'ăn ắn ặn ăng ằng ắng âm ầm ấm ân ần ấn ận âu ầu ấu ậu ê ề ế ệ em èm ém en ẹn eo èo éo'.split(
    ' ',
  ),
  ...'i ì í ị in ìn ín inh ình ính ít o ò ó ọ oa òa óa ỏa oi òi ói ong òng óng ô ồ ố ổ ộ ôi ồi ối'.split(
    ' ',
  ),
  ...'ơ ờ ớ ở ơi ời ới u ù ú ủ ụ ung ùng úng ư ừ ứ ử ự ương ường ướng ượng ươi ười ước ược uy'.split(
    ' ',
  ),
];

const spell = (text: string): SeedWord => {
  const words = searchWords(text);
  return {
    text,
    exact: words.map(({ exact }) => exact).join(' '),
    folded: words.map(({ folded }) => folded).join(' '),
  };
};

/** Words from the most frequent to the rarest. */
export function createVocabulary(random: () => number): readonly SeedWord[] {
  const syllables = onsets.flatMap((onset) => rhymes.map((rhyme) => `${onset}${rhyme}`));
  const mixed = syllables
    .map((text) => ({ text, place: random() }))
    .toSorted((one, other) => one.place - other.place)
    .map(({ text }) => text);
  return [...new Set([...frequent.split(' '), ...mixed])].map(spell);
}

/** Lengths in words, as readers write: most a sentence or two, some a page. */
const lengths = [15, 30, 15, 60, 15, 30, 120, 45];

/** A text of as many words; frequent ones come as often as in a language: the first is every fifteenth word. */
export function createText(
  vocabulary: readonly SeedWord[],
  random: () => number,
  index: number,
): SeedWord {
  const words = Array.from(
    { length: lengths[index % lengths.length]! },
    () => vocabulary[Math.floor(vocabulary.length * random() ** 3)]!,
  );
  const join = (spelling: keyof SeedWord): string => words.map((word) => word[spelling]).join(' ');
  return { text: join('text'), exact: join('exact'), folded: join('folded') };
}

/** Stands in one of so many texts. */
export const rareEvery = 50_000;
export const rareWord: SeedWord = spell('khuỷu');

import * as fc from 'fast-check';

const onsets = 'b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x'.split(' ');
const nuclei =
  'a ă â e ê i o ô ơ u ư y ia iê ua uâ uô ưa ươ oa oă oe uê uy uyê ai ao au ay âu ây eo êu iu oi ôi ơi ui ưi ưu';
const codas = ['', 'c', 'ch', 'm', 'n', 'ng', 'nh', 'p', 't'];
const tones = ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323'];

/** One syllable of Vietnamese shape in NFC, the tone on any vowel of it, some in capitals. */
const syllable = fc
  .record({
    onset: fc.constantFrom('', ...onsets),
    nucleus: fc.constantFrom(...nuclei.split(' ')),
    coda: fc.constantFrom(...codas),
    tone: fc.constantFrom(...tones),
    place: fc.nat(2),
    capital: fc.boolean(),
  })
  .map(({ onset, nucleus, coda, tone, place, capital }) => {
    const at = (place % nucleus.length) + 1;
    const text = (onset + nucleus.slice(0, at) + tone + nucleus.slice(at) + coda).normalize();
    return capital ? text.toUpperCase() : text;
  });

/** Sentences of 1 to 30 such syllables. */
export const vietnameseText: fc.Arbitrary<string> = fc
  .array(syllable, { minLength: 1, maxLength: 30 })
  .map((syllables) => syllables.join(' '));

/** The spelling of the Windows keyboard (code page 1258): letters composed, tones as marks of their own. */
export const toCp1258 = (text: string): string =>
  text
    .normalize('NFD')
    .replace(
      /([a-z])(\u0323?)([\u0302\u0306\u031B])/gi,
      (_, letter: string, dot: string, shape: string) => (letter + shape).normalize() + dot,
    );

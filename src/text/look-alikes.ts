/**
 * Letters that look like Latin ones, by what they look like. Chosen by eye for what is written between Vietnamese letters;
 * Unicode's confusables (UTS #39) know more, and name other letters for some: there в is no b, and н is no h.
 * Presentation forms (full-width, circled, mathematical) are no matter of this table, since NFKC writes them plainly.
 */
const lookAlikes: Readonly<Record<string, string>> = {
  a: 'аαɑᴀΑА',
  b: 'ьвβɓʙΒВЬБƀ␢',
  c: 'сϲᴄςСϹ¢ƈↄ',
  d: 'ԁɗᴅժ',
  đ: 'ðɖÐƉꟈ',
  e: 'еεєэɛᴇΕЕЭ℮ҽɘ',
  f: 'ƒғꜰϝ',
  g: 'ɡɢԍցǥ',
  h: 'һнɦʜΗНհħЋђ',
  i: 'іıιɩɪΙІ',
  j: 'јʝᴊЈյ',
  k: 'кκᴋΚКƙ',
  l: 'ӏʟɭɫłլǀ',
  m: 'мᴍΜМɱ₥',
  n: 'ոпηɴΝИиռղŋ',
  o: 'оοσᴏΟОøօѳɵθ',
  p: 'рρᴘΡРҏþ',
  q: 'ԛզɋ',
  r: 'гʀяᴦЯɾɼ',
  s: 'ѕꜱЅ§ƽʂ',
  t: 'тτᴛΤТŧƭ',
  u: 'υսʊᴜцμ',
  v: 'νѵᴠ',
  w: 'ѡɯᴡԝωшщ₩',
  x: 'хχΧХ×ҳ',
  y: 'уγүʏΥУҮ¥ч',
  z: 'ᴢΖʐƶ',
};

// Negative circled and squared letters have no compatibility form.
const enclosed = (point: number): string | undefined =>
  (point >= 0x1f150 && point <= 0x1f169) || (point >= 0x1f170 && point <= 0x1f189)
    ? String.fromCharCode(97 + ((point - 0x1f150) % 32))
    : undefined;

let table: ReadonlyMap<string, string> | undefined;

const makeTable = (): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(lookAlikes).flatMap(([latin, others]) =>
      Array.from(others, (other): [string, string] => [other, latin]),
    ),
  );

/** The Latin letter, in lower case, that a character of another kind looks like; nothing where it is like none. */
export function latinLookAlike(character: string): string | undefined {
  table ??= makeTable();
  return table.get(character) ?? enclosed(character.codePointAt(0) ?? 0);
}

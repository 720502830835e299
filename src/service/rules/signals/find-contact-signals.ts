import type { Signal } from '../signal.ts';
import { type Place, type SearchedTexts, signalsOfPlaces } from './signal-finder.ts';

// Digits and the letters that look like them, each with at most three signs of grouping before it. Where it begins with
// a letter, that letter is no part of a word.
const maybePhone =
  /(?:(?<![\d０-９])(?:\+|\(\+?)?[\d０-９]|(?<![\p{L}\p{M}\p{N}])[oOｏＯIl|])(?:[ .()_\u2010-\u2015-]{0,3}[\d０-９oOｏＯIil|]){7,13}/gu;

/** Numbers of Vietnam: mobiles, land lines, hotlines. */
const phone = /^(?:(?:84|0084|0)(?:[35789]\d{8}|2\d{9})|1[89]00\d{4})/;

const minTrueDigits = 5;

const digitOf = (sign: string): string => {
  if (/[oOｏＯ]/.test(sign)) return '0';
  if (/[Iil|]/.test(sign)) return '1';
  const point = sign.charCodeAt(0);
  return point > 0xff ? String(point - 0xff10) : sign;
};

const findPhones = (text: string): readonly Place[] =>
  [...text.matchAll(maybePhone)].flatMap(({ 0: run, index }): readonly Place[] => {
    const signs = [...run.matchAll(/[\d０-９oOｏＯIil|]/g)];
    if (signs.filter(([sign]) => /[\d０-９]/.test(sign)).length < minTrueDigits) return [];
    const number = phone.exec(signs.map(([sign]) => digitOf(sign)).join(''))?.[0];
    const last = number && signs[number.length - 1];
    if (!last) return [];
    const end = index + last.index + 1;
    return /^[\p{L}\p{N}]/u.test(text.slice(end, end + 2)) ? [] : [[index, end]];
  });

const findEmails = (text: string): readonly Place[] =>
  [...text.matchAll(/(?<=[\w.+-])[@＠](?=[a-z\d-]{1,63}\.[a-z\d])/gi)].map(({ index }) => {
    const local = /[\w.+-]+$/.exec(text.slice(Math.max(0, index - 64), index))?.[0] ?? '';
    const domain = /^[a-z\d.-]+/i.exec(text.slice(index + 1, index + 254))?.[0] ?? '';
    return [index - local.length, index + 1 + domain.replace(/\.+$/, '').length];
  });

const service = '(?:z[a@]l[o0]|tele(?:gram)?|viber|whats ?app|wechat)';

/** A service and an account that has a sign of being one: a digit, `_` or `@`. Its name alone is a word of the news. */
const account = new RegExp(
  `(?<![\\p{L}\\p{M}\\p{N}])${service}(?: ?(?:id|số|so|nhóm|nhom|group|mình|minh))? ?[:=.-]? ?(?=@|[a-z.]{0,31}[\\d_])@?[a-z\\d_.]{5,32}`,
  'giu',
);

/** A call to get in touch by one of them, with accents and without. */
const call = new RegExp(
  `(?<![\\p{L}\\p{M}\\p{N}])(?:kết bạn|ket ban|liên hệ|lien he|inbox|ib|add|lh) (?:qua |bằng |số |so )?${service}(?![\\p{L}\\p{M}\\p{N}])`,
  'giu',
);

const places = (text: string, pattern: RegExp): readonly Place[] =>
  [...text.matchAll(pattern)].map(({ 0: hit, index }) => [index, index + hit.length]);

/** Places apart from each other, in order. */
const apart = (found: readonly Place[]): readonly Place[] =>
  found
    .toSorted((a, b) => a[0] - b[0] || b[1] - a[1])
    .reduce<Place[]>((kept, place) => {
      const last = kept.at(-1);
      if (!last || place[0] >= last[1]) kept.push(place);
      return kept;
    }, []);

/** Ways to get in touch, which spam leaves behind: telephone numbers, accounts, emails (T-16). Held. */
export const findContactSignals = (texts: SearchedTexts): readonly Signal[] =>
  signalsOfPlaces(texts, { code: 'contact', severity: 'hold' }, (text) =>
    apart([
      ...findPhones(text),
      ...findEmails(text),
      ...places(text, account),
      ...places(text, call),
    ]),
  );

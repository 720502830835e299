import type { Place } from './signal-finder.ts';

/** One address of a page in a text. */
export interface Link {
  readonly place: Place;
  /** Lower-case, without `www.`; empty where it is spelt so that none can be read. */
  readonly host: string;
}

const token = /[^\s,;<>()[\]{}"“”„«»]+/g;
const scheme = /(?:h(?:tt|xx)ps?:\/{1,2}|www\.)(?=[\p{L}\p{N}])/iu;

/**
 * The end of a domain. Names that are words of a language too ("hay.top 10") only behind three ASCII characters; none
 * of them with a capital, for there a sentence begins. A country's own only with a path behind it, but for Vietnam's.
 */
const domainEnd =
  /(?:(?<=[\p{L}\p{N}]{2})\.(?:[cC][oO][mM]|COM|net|NET|org|ORG|info|biz|vn|VN|xyz)|(?<=[a-zA-Z\d]{3})\.(?:top|online|site|shop|club|app|link|asia|vip|win|fun|pro|live|bet|store|me|cc|io|gg|ly)|(?<=[a-zA-Z\d])\.[a-z]{2,9}(?=\/[a-zA-Z\d@?]))(?![\p{L}\p{M}\p{N}])/u;

/** "kuwin . com", "kuwin[.]com", "kuwin chấm com". */
const speltOut =
  /(?<=[a-zA-Z\d]{3})(?: ?[([{] ?(?:\.|dot|chấm|cham) ?[)\]}] ?| (?:dot|chấm|cham) | \. ?)(?:com|COM|net|NET|org|ORG|info|xyz|vip|vn)(?![\p{L}\p{M}\p{N}])/gu;

const trailing = /[.,:!?'’…*_]{1,20}$/;
const hostShape = /^(?:[a-z\d-]{1,63}\.){1,8}[a-z]{2,63}(?![^/:?#])/;

const hostOf = (address: string): string =>
  hostShape.exec(
    address
      .slice(0, 300)
      .toLowerCase()
      .replace(/^[a-z]+:\/+/, '')
      .replace(/^[^/?#]*@/, '')
      .replace(/^www\./, ''),
  )?.[0] ?? '';

/** Where the address in a token begins: an email's domain is no link, what stands before a colon is a word. */
const startOf = (text: string): number | undefined => {
  const begun = scheme.exec(text);
  if (begun) return begun.index;
  const end = domainEnd.exec(text);
  if (!end) return undefined;
  const before = text.slice(Math.max(0, end.index - 253), end.index);
  const name = /[^:@=|/]*$/.exec(before)?.[0] ?? '';
  return before.at(-1 - name.length) === '@' ? undefined : end.index - name.length;
};

/** The addresses of pages in a normalised text, bare domains and spelt-out ones among them (T-16), in their order. */
export function findLinks(text: string): readonly Link[] {
  const links: Link[] = [];
  for (const { 0: whole, index } of text.matchAll(token)) {
    const start = startOf(whole);
    if (start === undefined) continue;
    const address = whole.slice(start).replace(trailing, '');
    links.push({
      place: [index + start, index + start + address.length],
      host: hostOf(address),
    });
  }
  for (const { 0: end, index } of text.matchAll(speltOut)) {
    links.push({ place: [index, index + end.length], host: '' });
  }
  return links.toSorted((a, b) => a.place[0] - b.place[0]);
}

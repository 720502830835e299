import { maxDetailCharacters } from '../signal-schema.ts';
import type { Signal } from '../signal.ts';
import { findLinks } from './find-links.ts';
import { maxPlaces, type SearchedTexts } from './signal-finder.ts';

/** Readers name the source of what they say; these are no bait. */
const knownHosts = /(?:^|\.)(?:vn|vnexpress\.net|wikipedia\.org|youtube\.com|youtu\.be)$/;

/** From so many on, a comment is held wherever they lead (T-16). */
const manyLinks = 2;

/**
 * Addresses of pages (T-16): held from two on, and where one leads to a place that nobody answers for. One alone to a
 * domain of Vietnam or another well-known one is only noted.
 */
export function findLinkSignals({ address, content }: SearchedTexts): readonly Signal[] {
  const found = [
    { field: 'address', links: findLinks(address) },
    { field: 'content', links: findLinks(content) },
  ] as const;
  const all = found.flatMap(({ links }) => links);
  const isKnown = all.length < manyLinks && all.every(({ host }) => knownHosts.test(host));
  return found
    .filter(({ links }) => links.length > 0)
    .map(({ field, links }) => ({
      code: 'link',
      severity: isKnown ? 'note' : 'hold',
      field,
      offsets: links.slice(0, maxPlaces).map(({ place }) => place),
      ...(links[0]?.host && { detail: links[0].host.slice(0, maxDetailCharacters) }),
    }));
}

import { createHash } from 'node:crypto';
import type { CommentPage, PublishedComment } from '../../protocol/types.ts';
import { escapeHtml } from './escape-html.ts';

/** What an article's feed is written from. */
export interface FeedFacts {
  readonly page: CommentPage;
  readonly title: string;
  /** Address of the feed itself, of the page it is about, and of one comment. */
  readonly self: string;
  readonly alternate: string;
  readonly linkTo: (id: string) => string;
  /** Host of the site: two sites may have articles of one id. */
  readonly host: string;
  /** Stands for a name that is missing. */
  readonly anonymous: string;
}

// XML has no way to write these, escaped or not (XML 1.0, production Char).
const noXml = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

const xml = (text: string): string => escapeHtml(text.replace(noXml, '\uFFFD'));

/** A name of the feed that never changes: a UUID of version 8, made of host and article (RFC 9562, 5.8). */
const feedId = (host: string, article: string): string => {
  const hex = createHash('sha256')
    .update(JSON.stringify([host, article]))
    .digest('hex');
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
  ];
  return `urn:uuid:${[...parts, hex.slice(20, 32)].join('-')}`;
};

const entry = (
  { id, name, content, publishedAt, parent }: PublishedComment,
  { linkTo, anonymous }: FeedFacts,
): string => `<entry>
<id>urn:uuid:${id}</id>
<title>${xml(name || anonymous)}</title>
<author><name>${xml(name || anonymous)}</name></author>
<published>${publishedAt}</published>
<updated>${publishedAt}</updated>
<link rel="alternate" href="${xml(linkTo(id))}"/>
${
  parent === null
    ? ''
    : `<thr:in-reply-to ref="urn:uuid:${parent}" href="${xml(linkTo(parent))}"/>\n`
}<content type="text">${xml(content)}</content>
</entry>
`;

/** The newest comments of an article, and the first answers to them, as an Atom feed (RFC 4287). */
export function renderFeed(facts: FeedFacts): string {
  const { page, title, self, alternate, host } = facts;
  const comments = page.comments
    .flatMap((comment) => [comment, ...(comment.replies?.items ?? [])])
    .filter(({ gone }) => gone === undefined)
    .toSorted((a, b) => (a.publishedAt < b.publishedAt ? 1 : -1));
  // A feed has to name a time, also before its first entry.
  const updated = comments[0]?.publishedAt ?? '1970-01-01T00:00:00Z';
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:thr="http://purl.org/syndication/thread/1.0">
<id>${feedId(host, page.article.id)}</id>
<title>${xml(title)}</title>
<updated>${updated}</updated>
<link rel="self" type="application/atom+xml" href="${xml(self)}"/>
<link rel="alternate" type="text/html" href="${xml(alternate)}"/>
${comments.map((comment) => entry(comment, facts)).join('')}</feed>
`;
}

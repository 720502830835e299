import type { CommentSort } from '../../protocol/types.ts';

/** A place in the pages of an article. */
export interface PagePlace {
  readonly sort?: CommentSort | undefined;
  readonly after?: string | undefined;
  /** Id of a comment: it, and the answers to it. */
  readonly thread?: string | undefined;
  /** Id of the comment that is being answered. */
  readonly reply?: string | undefined;
  /** What became of a comment that was just sent. */
  readonly sent?: 'pending' | 'published' | undefined;
  /** Its id. */
  readonly comment?: string | undefined;
}

/** The addresses of an article's pages, all without an origin: which one readers see, a service behind a proxy cannot know. */
export interface PageAddresses {
  /** `spot`: id of what the browser goes to. */
  page(place?: PagePlace, spot?: string): string;
  /** Of one comment by itself, with the answers to it. */
  comment(this: void, id: string): string;
  /** Where the form is posted to. */
  readonly form: string;
  readonly feed: string;
}

const query = (values: Readonly<Record<string, string | undefined>>): string =>
  new URLSearchParams(
    Object.entries(values).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  ).toString();

/** Addresses below the service's path. `lang`: as the reader's own address names it. */
export function createPageAddresses(
  path: string,
  article: string,
  lang: string | undefined,
): PageAddresses {
  const below = path === '/' ? '' : path;
  const page: PageAddresses['page'] = ({ sort, ...place } = {}, spot) => {
    // The usual order has one address, not two.
    const order = sort === 'newest' ? undefined : sort;
    const values = query({ article, sort: order, ...place, lang });
    return `${below}/page?${values}${spot === undefined ? '' : `#${spot}`}`;
  };
  return {
    page,
    comment: (id) => page({ thread: id }, `comment-${id}`),
    form: `${below}/page`,
    feed: `${below}/feed?${query({ article })}`,
  };
}

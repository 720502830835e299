import { hash } from 'node:crypto';
import { type ListQuery, listQuerySchema } from '../../protocol/schemas.ts';
import type { CommentPage } from '../../protocol/types.ts';
import { toPublishedComment } from '../published-comment.ts';
import type { PublishedList, PublishedPosition } from '../store/comment-store.ts';
import { readCursor, toCursor } from './cursor.ts';
import { problemResponse } from './problem-response.ts';
import { publicCaching } from './public-caching.ts';
import type { RouteOptions, ServiceContext } from './service-context.ts';

type Listing = Omit<ListQuery, 'after'> & { readonly after?: PublishedPosition };

const readListing = (parameters: URLSearchParams): Listing | undefined => {
  const given: Record<string, string> = {};
  for (const [name, value] of parameters) {
    // Which of two the service and a cache before it would take is anybody's guess.
    if (Object.hasOwn(given, name)) return undefined;
    given[name] = value;
  }
  const parsed = listQuerySchema.safeParse(given);
  if (!parsed.success) return undefined;
  const { after: cursor, ...listing } = parsed.data;
  if (cursor === undefined) return listing;
  const after = readCursor(cursor);
  return after && { ...listing, after };
};

const toPage = (article: string, { comments, hasMore, count }: PublishedList): CommentPage => {
  const published = comments.map(toPublishedComment);
  const last = hasMore ? published.at(-1) : undefined;
  return {
    article: { id: article, state: 'open', count },
    comments: published,
    next: last ? toCursor(last) : null,
  };
};

/** `GET /`: published comments of one article, answers among them, in the order of their publication. */
export function listRoute({ store }: RouteOptions): (context: ServiceContext) => Promise<Response> {
  return async (context) => {
    const listing = readListing(new URL(context.req.url).searchParams);
    if (!listing) return problemResponse('invalid-query');
    const list = await store.listPublished(listing);
    const page = JSON.stringify(toPage(listing.article, list));
    return new Response(page, {
      headers: {
        'Content-Type': 'application/json',
        'Cache-Control': publicCaching,
        // Hashed here from the text: the middleware would make a copy of the answer and read that as a stream.
        ETag: `"${hash('sha256', page, 'base64url')}"`,
      },
    });
  };
}

import * as z from 'zod';
import type { ArticlePlace, QueuePlace, SearchPlace } from '../store/desk-reading.ts';

const queuePlace = z.strictObject({ id: z.uuid(), reports: z.int().min(0) });
const searchPlace = z.strictObject({
  part: z.enum(['exact', 'rest']),
  at: z.string().min(1).max(40),
});

const articlePlace = z.strictObject({ createdAt: z.iso.datetime(), id: z.string() });

/** A place as an opaque text for URLs. */
export const toDeskCursor = (
  place: QueuePlace | SearchPlace | ArticlePlace | null,
): string | null => place && Buffer.from(JSON.stringify(place)).toString('base64url');

const read = <T>(schema: z.ZodType<T>, cursor: string): T | undefined => {
  try {
    return schema.safeParse(JSON.parse(Buffer.from(cursor, 'base64url').toString())).data;
  } catch {
    return undefined;
  }
};

/** The place in a queue that a cursor names; nothing when it is not one of ours. */
export const readQueueCursor = (cursor: string): QueuePlace | undefined => read(queuePlace, cursor);

/** The place among what was found; nothing when it is not one of ours. */
export const readSearchCursor = (cursor: string): SearchPlace | undefined =>
  read(searchPlace, cursor);

/** The place among articles; nothing when it is not one of ours. */
export const readArticleCursor = (cursor: string): ArticlePlace | undefined =>
  read(articlePlace, cursor);

import { listQuerySchema } from '../../protocol/schemas-of-queries.ts';
import { readCursor } from '../reading/cursor.ts';
import type { PublishedListRequest } from '../store/comment-store.ts';
import { readSingleValues } from './single-values.ts';

/** Reads the query of a list; nothing where it is refused. */
export function readListQuery(parameters: URLSearchParams): PublishedListRequest | undefined {
  const given = readSingleValues(parameters);
  const parsed = listQuerySchema.safeParse(given);
  if (!parsed.success) return undefined;
  const { after: cursor, ...request } = parsed.data;
  if (cursor === undefined) return request;
  const after = readCursor(request.sort, cursor);
  return after && { ...request, after };
}

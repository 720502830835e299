import type { CommentPage } from '../../protocol/types.ts';
import type { Reading } from '../reading/reading.ts';
import type { PublishedListRequest } from '../store/comment-store.ts';
import type { PageAddresses } from './page-address.ts';

/** Address of the page before a later one; nothing where `list` is the first. */
export async function findPreviousPage(
  { reading, addresses }: { readonly reading: Reading; readonly addresses: PageAddresses },
  request: PublishedListRequest,
  list: CommentPage,
): Promise<string | undefined> {
  const { sort, after } = request;
  if (after === undefined) return undefined;
  return addresses.page({ sort, after: await reading.findPreviousPage(request, list) });
}

import type { CommentDraft } from '../../protocol/types.ts';
import { pageUrl } from '../article-id.ts';

const maxTitleCharacters = 300;

/** Where the reader stands, if the server would take that. */
export function readerPage(): Pick<CommentDraft, 'page'> {
  const url = pageUrl(location.href);
  const title = document.title.slice(0, maxTitleCharacters);
  return /^https?:.{1,2000}$/.test(url) ? { page: { url, title } } : {};
}

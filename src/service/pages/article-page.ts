import { isWritingOrigin } from '../http/origin-rule.ts';
import type { ArticlePage } from '../store/comment-store.ts';

/** Where an article stands and what it is called, as far as it may be shown. */
export type ShownArticle = Partial<ArticlePage>;

const isOwnAddress = (text: string, request: Request, allowOrigins: readonly string[]): boolean => {
  if (!URL.canParse(text)) return false;
  const { protocol, origin, username, password } = new URL(text);
  const isPlain = /^https?:$/.test(protocol) && username === '' && password === '';
  return isPlain && isWritingOrigin(origin, request, allowOrigins);
};

/**
 * The article's page: its id, where that is an address of the site, else what the browser of its first reader said. That
 * is untrusted text, and its title a stranger's words: both are shown only once the newsroom has published a comment there.
 */
export function findShownArticle(
  article: string,
  kept: ArticlePage | undefined,
  {
    request,
    allowOrigins,
    hasComments,
  }: {
    readonly request: Request;
    readonly allowOrigins: readonly string[];
    readonly hasComments: boolean;
  },
): ShownArticle {
  const shown: ShownArticle = kept && hasComments ? kept : {};
  const url = [article, shown.url ?? ''].find((text) => isOwnAddress(text, request, allowOrigins));
  const title = shown.title;
  return { ...(url !== undefined && { url }), ...(title && { title }) };
}

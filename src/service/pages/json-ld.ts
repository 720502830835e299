import type { CommentPage, PublishedComment } from '../../protocol/types.ts';

/** What search engines are told of an article's comments (schema.org). */
export interface DiscussionFacts {
  readonly page: CommentPage;
  /** Where the article stands, if that is known. */
  readonly articleUrl: string | undefined;
  readonly title: string | undefined;
  /** Address of one comment. */
  readonly linkTo: (id: string) => string;
}

const commentData = (
  comment: PublishedComment,
  linkTo: DiscussionFacts['linkTo'],
): Record<string, unknown> => ({
  '@type': 'Comment',
  '@id': `urn:uuid:${comment.id}`,
  url: linkTo(comment.id),
  text: comment.content,
  datePublished: comment.publishedAt,
  author: { '@type': 'Person', name: comment.name || 'Bạn đọc' },
  ...(comment.likes > 0 && { upvoteCount: comment.likes }),
  ...(comment.replies && { comment: commentsData(comment.replies.items, linkTo) }),
});

function commentsData(
  comments: readonly PublishedComment[],
  linkTo: DiscussionFacts['linkTo'],
): Record<string, unknown>[] {
  return comments.flatMap((comment) =>
    // What is gone has no text, and its answers stand for themselves.
    comment.gone
      ? commentsData(comment.replies?.items ?? [], linkTo)
      : [commentData(comment, linkTo)],
  );
}

/** An article with its comments; forum markup is for posts that readers begin, and a paper's article is none. */
export const discussionData = (facts: DiscussionFacts): object => ({
  '@context': 'https://schema.org',
  '@type': 'Article',
  ...(facts.articleUrl !== undefined && { url: facts.articleUrl }),
  ...(facts.title !== undefined && { headline: facts.title }),
  commentCount: facts.page.article.count,
  comment: commentsData(facts.page.comments, facts.linkTo),
});

/**
 * JSON as the content of a script element: nothing in it can end the element or open a comment (S38), and no line
 * separator stands where a script would not bear it.
 */
export const scriptJson = (data: object): string =>
  JSON.stringify(data).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** The data block of a page. */
export const dataBlock = (data: object): string =>
  `<script type="application/ld+json">${scriptJson(data)}</script>`;

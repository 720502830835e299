import type { PageMessages } from './page.vi.ts';

/** What the pages without script say beside the form's own words, in English. */
export const pageMessagesEn: PageMessages = {
  'page.title': 'Readers’ comments',
  'page.title.of': 'Readers’ comments: {title}',
  'page.title.error': 'Error: {title}',
  'page.article': 'Back to the article',
  'page.all': 'All comments',
  'page.read': 'Read {n} comment | Read {n} comments',
  'page.write': 'Write a comment',
  'page.previous': 'Previous page',
  'page.feed': 'Follow by Atom feed',
  'page.see': 'See your comment',
  'page.problem': 'This page cannot be opened',
  'page.problem.invalid-query': 'The address is not right. Go back to the article and try again.',
  'page.problem.not-found': 'This comment is no longer there.',
  'page.problem.origin-refused':
    'The browser did not say which page your comment came from, so it was not taken. Go back and send it again; if that does not help, turn off what hides the sending page.',
  'page.code.sound': 'The security code, read out',
};

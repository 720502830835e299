import type { CountMessages } from './count.vi.ts';

/** What is said of the number of an article's comments, in English. */
export const countMessagesEn: CountMessages = {
  'count.number': '{n} comment | {n} comments',
};

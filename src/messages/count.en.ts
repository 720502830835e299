import type { CountMessages } from './count.vi.ts';

/** What stands after the number of an article's comments, in English. */
export const countMessagesEn: CountMessages = {
  'count.unit': 'comment | comments',
};

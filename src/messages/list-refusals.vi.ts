/** What the list says beside the reason to who wrote a comment that is not published: fetched where there is one. */
export const listRefusalMessagesVi = {
  'mine.refused.close': 'Tôi đã đọc',
} as const;

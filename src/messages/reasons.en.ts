import type { reasonMessagesVi } from './reasons.vi.ts';

/** Why a comment was not published, in English. */
export const reasonMessagesEn: Readonly<Record<keyof typeof reasonMessagesVi, string>> = {
  'reason.reader.text':
    'We have read your comment but could not publish it because: {reason}. You may change it and send it again.',
  'reason.offensive': 'Offensive or vulgar',
  'reason.harassment': 'Personal attack',
  'reason.hate': 'Hate or discrimination',
  'reason.illegal': 'Unlawful content',
  'reason.false': 'False or unverified',
  'reason.privacy': 'Personal information',
  'reason.spam': 'Advertising or spam',
  'reason.offtopic': 'Off topic',
  'reason.duplicate': 'Duplicate',
  'reason.noAccents': 'No accents, hard to read',
  'reason.other': 'Another reason',
};

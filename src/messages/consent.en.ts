import type { ConsentMessages } from './consent.vi.ts';

/** What the service puts to readers about their data, in English. */
export const consentMessagesEn: ConsentMessages = {
  'consent.process':
    'I agree that {controller} processes my name, email and comment to review, edit and publish the comment with my name.',
  'consent.address': 'I agree to my address being shown after my name. (optional)',
  'consent.email': 'Email me the result of the review. (optional)',
  'consent.print': 'I agree to my comment appearing in print. (optional)',
  'notice.controller': 'Data controller: {controller}, {contact}.',
  'notice.data':
    'Data: name, address (if given), email, comment, time of sending and technical data against spam ({ipMode}).',
  'notice.sensitive':
    'A comment may reveal political or religious views or health. Think before writing about yourself or others.',
  'notice.purpose':
    'Purposes: reviewing, editing and publishing comments; contacting you; preventing spam.',
  'notice.retention':
    'Kept for: email {emailMonths} months, technical data {ipDays} days, unpublished comments {rejectedDays} days. Published comments stay with the article.',
  'notice.recipients': 'Recipients: {recipients}.',
  'notice.recipients.none': 'Not shared with others unless the law requires it.',
  'notice.rights':
    'You may see, correct, get a copy of and delete your data, withdraw consent and complain.',
  'notice.minors': 'If you are under 16, ask a parent or guardian before sending.',
  'notice.version': 'Version {version}, from {date}.',
};

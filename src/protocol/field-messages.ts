/**
 * Message key of each problem of a field, looked up in the form's messages (C-3).
 * What the server says of a code as `challenge-wrong` is `wrong` of the field `challenge.answer`.
 */
export const fieldMessageKeys = {
  name: {
    empty: 'name.empty',
    'too-long': 'name.tooLong',
    characters: 'name.chars.digits',
    'letters-only': 'name.chars',
    'mixed-scripts': 'name.mixed',
    'no-letter': 'name.noLetter',
    contact: 'name.contact',
  },
  address: { empty: 'address.empty', 'too-long': 'address.tooLong' },
  email: {
    empty: 'email.empty',
    'too-long': 'email.tooLong',
    accents: 'email.accents',
    format: 'email.format',
  },
  content: {
    empty: 'content.empty',
    'too-short': 'content.tooShort',
    'too-long': 'content.tooLong',
    'abnormal-characters': 'content.abnormal',
    'too-many-links': 'content.links',
    'no-accents': 'content.noAccents',
  },
  'challenge.answer': {
    empty: 'code.empty',
    digits: 'code.digits',
    length: 'code.length',
    missing: 'code.empty',
    wrong: 'code.wrong',
    expired: 'code.expired',
    malformed: 'code.expired',
    spent: 'code.spent',
    unavailable: 'code.unavailable',
    'kind-refused': 'code.unavailable',
  },
  consents: { empty: 'consent.empty' },
} as const;

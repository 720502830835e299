/** What a field's message keys begin with, where that is not its name. */
const prefixes: Readonly<Partial<Record<string, string>>> = {
  'challenge.answer': 'code',
  consents: 'consent',
};

/** What they go on with, where that is not the problem's code. */
const endings: Readonly<Partial<Record<string, string>>> = {
  characters: 'chars.digits',
  'letters-only': 'chars',
  'mixed-scripts': 'mixed',
  'abnormal-characters': 'abnormal',
  'too-many-links': 'links',
  missing: 'empty',
  malformed: 'expired',
  incomplete: 'expired',
  'kind-refused': 'unavailable',
};

/**
 * Message key of a field's problem, looked up in the form's messages (C-3): the field and the code in camel case, such as
 * `name.tooLong`. A code of which nothing is to be said has a key without a message.
 * Either may be anything, for a server names it. What the server says of a code as `challenge-wrong` is `wrong` of the field `challenge.answer`.
 */
export const fieldMessageKey = (field: string, code: string): string => {
  const ending = endings[code] ?? code;
  const key = `${prefixes[field] ?? field}.${ending}`;
  return key.replace(/-./g, (part) => part.slice(1).toUpperCase());
};

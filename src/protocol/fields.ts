import { countGraphemes } from '../text/count-graphemes.ts';
import { findEmailProblem } from '../text/email-address.ts';
import { foldDigits } from '../text/fold-digits.ts';
import { hasAbnormalMarks } from '../text/abnormal-marks.ts';
import { findNameProblem } from '../text/person-name.ts';
import { normalizeEmail, normalizeLine, normalizeText } from '../text/normalize-text.ts';
import { type FieldLimits, maxEmailCharacters } from './limits.ts';
import type { FieldProblem } from './problem.ts';

/** The fields a reader fills in, by their names on the wire and in the form's order. */
export type FieldName = 'name' | 'address' | 'email' | 'content' | 'challenge.answer';

/** What a check says of a value; the field's name is added by who asks. */
export type FieldFinding = Omit<FieldProblem, 'field'>;

/** Judges one value as it was typed: nothing when it may be sent. */
export type FieldCheck = (typed: string, limits: FieldLimits) => FieldFinding | undefined;

/** The form in which each field is compared, counted, stored and printed (T-3). */
export const normalizeField: Readonly<Record<FieldName, (typed: string) => string>> = {
  name: normalizeLine,
  address: normalizeLine,
  email: normalizeEmail,
  content: normalizeText,
  'challenge.answer': foldDigits,
};

const tooLong = (text: string, max: number): FieldFinding | undefined => {
  const over = countGraphemes(text) - max;
  return over > 0 ? { code: 'too-long', max, over } : undefined;
};

/**
 * The one table of checks (design: "One table of checks"). The form runs it, the schemas are built from it.
 * Values may be typed or normalised: each check normalises first.
 */
export const fieldChecks: Readonly<Record<FieldName, FieldCheck>> = {
  name(typed, limits) {
    const name = normalizeField.name(typed);
    if (name === '') return limits.name === 'required' ? { code: 'empty' } : undefined;
    const long = tooLong(name, limits.maxNameGraphemes);
    if (long) return long;
    const code = findNameProblem(name, limits.allowNameDigits);
    return code && { code };
  },
  address(typed, limits) {
    const address = normalizeField.address(typed);
    if (address === '') return limits.address === 'required' ? { code: 'empty' } : undefined;
    return tooLong(address, limits.maxAddressGraphemes);
  },
  email(typed, limits) {
    const email = normalizeField.email(typed);
    if (email === '') return limits.email === 'required' ? { code: 'empty' } : undefined;
    const over = email.length - maxEmailCharacters;
    if (over > 0) return { code: 'too-long', max: maxEmailCharacters, over };
    const code = findEmailProblem(email);
    return code && { code };
  },
  content(typed, limits) {
    const content = normalizeField.content(typed);
    if (content === '') return { code: 'empty' };
    const long = tooLong(content, limits.maxContentGraphemes);
    if (long) return long;
    const min = limits.minContentGraphemes;
    if (min > 1 && countGraphemes(content) < min) return { code: 'too-short', min };
    return hasAbnormalMarks(content) ? { code: 'abnormal-characters' } : undefined;
  },
  'challenge.answer'(typed) {
    const digits = normalizeField['challenge.answer'](typed);
    if (digits === '') return { code: 'empty' };
    return /^\d+$/.test(digits) ? undefined : { code: 'digits' };
  },
};

/** Why an email is refused; the codes of `protocol/problem.ts`. */
export type EmailProblem = 'accents' | 'format';

// Dot-atoms of RFC 5322, 3.2.3, at most 64 characters, then labels of RFC 1035, 2.3.1 with a dot among them.
// No quoted parts, comments, groups or address literals: mail libraries have fallen over them (S29).
const address =
  /^(?=.{1,64}@)[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*@(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z]{2,63}$/i;

/**
 * What is wrong with an email (T-8, S29). Anything but ASCII is `accents`, and so is a label in Punycode: browsers
 * turn a Vietnamese letter in the domain into `xn--…` without a word, and the cause is the input method.
 * @param email - Normalised and not empty; its length is judged elsewhere.
 */
export function findEmailProblem(email: string): EmailProblem | undefined {
  const domain = email.slice(email.lastIndexOf('@') + 1);
  if (/\P{ASCII}/u.test(email) || /(?:^|\.)xn--/i.test(domain)) return 'accents';
  return address.test(email) ? undefined : 'format';
}

/** Key by which two normalised emails are the same mailbox: lower-case throughout (T-8). */
export const emailKey = (email: string): string => email.toLowerCase();

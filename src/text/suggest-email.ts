/** What {@link suggestEmail} knows of domains; all in lower case. */
export interface EmailDomains {
  /** Domains most readers have; whatever is one slip away from them is taken for them. */
  readonly frequent: readonly string[];
  /** Domains one slip away from a frequent one that exist all the same. */
  readonly real: readonly string[];
  /** Slips that are further away, with what was meant. */
  readonly slips: Readonly<Record<string, string>>;
}

/** The domains of Vietnamese readers. */
export const defaultEmailDomains: EmailDomains = {
  frequent: ['gmail.com', 'yahoo.com', 'yahoo.com.vn', 'hotmail.com', 'outlook.com', 'icloud.com'],
  real: ['mail.com', 'email.com', 'ymail.com', 'cloud.com'],
  slips: { 'gmail.com.vn': 'gmail.com', 'gmai.con': 'gmail.com', 'yaho.con': 'yahoo.com' },
};

/** Whether one letter added, left out or replaced, or two neighbours swapped, turn one word into the other. */
function isOneSlipAway(typed: string, meant: string): boolean {
  const shorter = Math.min(typed.length, meant.length);
  let start = 0;
  while (start < shorter && typed[start] === meant[start]) start++;
  let end = 0;
  while (end < shorter - start && typed.at(-1 - end) === meant.at(-1 - end)) end++;
  const left = typed.slice(start, typed.length - end);
  const right = meant.slice(start, meant.length - end);
  if (left.length <= 1 && right.length <= 1) return left !== right;
  return left.length === 2 && left === right.slice(1) + right.slice(0, 1);
}

/**
 * The email that was probably meant, when the domain has one of the frequent slips (T-8): gmail.con, yaho.com.
 * An offer, never a reason to refuse. Nothing for the domains of schools and authorities: hus.edu.vn is not hust.edu.vn.
 * @param email - Normalised.
 */
export function suggestEmail(
  email: string,
  domains: EmailDomains = defaultEmailDomains,
): string | undefined {
  const at = email.lastIndexOf('@') + 1;
  const domain = email.slice(at);
  const known = domains.frequent.includes(domain) || domains.real.includes(domain);
  if (at < 2 || known || /\.(?:edu|gov)\.vn$/.test(domain)) return undefined;
  const meant = Object.hasOwn(domains.slips, domain)
    ? domains.slips[domain]
    : domains.frequent.find((frequent) => isOneSlipAway(domain, frequent));
  return meant && email.slice(0, at) + meant;
}

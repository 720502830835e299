/** How many may come in one window. */
export interface LimitBudget {
  readonly points: number;
  /** Length of the window; divides a day. */
  readonly windowSeconds: number;
}

/** What is counted. A line is one IPv4 address or one IPv6 /64; a site one IPv4 /24 or IPv6 /48. */
export type LimitName =
  | 'challengesOfLine'
  | 'postsOfLine'
  | 'emailFromSite'
  | 'email'
  | 'articleFromSite'
  | 'article';

const tenMinutes = 600;
const hour = 3600;

/**
 * The limits. They are soft: Vietnamese mobile networks put hundreds of readers behind one IPv4 address, so a line is
 * given what a full office or such a network may need on a busy evening, and no more than the newsroom can look through.
 *
 * No client can use up what belongs to all, an email or an article: one site's share of each is counted first and is
 * the smaller one, and only comments that were taken in count there, each with a solved code (S43). Challenges are
 * counted by line alone, for many could otherwise close an article without solving one.
 */
export const limitBudgets: Readonly<Record<LimitName, LimitBudget>> = {
  /** A picture takes about 2 ms to draw: this is half a picture a second, and five for each post below. */
  challengesOfLine: { points: 300, windowSeconds: tenMinutes },
  /** One each ten seconds; a failure counts twice, so this is 30 guesses. */
  postsOfLine: { points: 60, windowSeconds: tenMinutes },
  /** A reader in the heat of a debate; half of what the email may do, so that nobody can lock its owner out. */
  emailFromSite: { points: 15, windowSeconds: hour },
  email: { points: 30, windowSeconds: hour },
  /** A tenth of the article: it takes ten sites at their limit to close one, and then for an hour at most. */
  articleFromSite: { points: 120, windowSeconds: hour },
  /** More than the liveliest article takes: 20 a minute. */
  article: { points: 1200, windowSeconds: hour },
};

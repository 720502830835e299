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
  | 'withoutCodeOfLine'
  | 'withoutCodeFromSite'
  | 'emailFromSite'
  | 'email'
  | 'articleFromSite'
  | 'article'
  | 'visitorsOfLine'
  | 'likesOfLine'
  | 'likeBurstFromSite'
  | 'likesOfCommentFromSite'
  | 'reportsOfLine'
  | 'reportsOfCommentFromSite'
  | 'signInsOfLine'
  | 'signInsOfEditorFromSite'
  | 'signInsOfEditor';

const minute = 60;
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
  /** Nothing is dearer to the newsroom: for a reader whom no code serves, not for a network of many. */
  withoutCodeOfLine: { points: 6, windowSeconds: hour },
  withoutCodeFromSite: { points: 30, windowSeconds: hour },
  /** A reader in the heat of a debate; half of what the email may do, so that nobody can lock its owner out. */
  emailFromSite: { points: 15, windowSeconds: hour },
  email: { points: 30, windowSeconds: hour },
  /** A tenth of the article: it takes ten sites at their limit to close one, and then for an hour at most. */
  articleFromSite: { points: 120, windowSeconds: hour },
  /** More than the liveliest article takes: 20 a minute. */
  article: { points: 1200, windowSeconds: hour },

  /**
   * A browser asks once and keeps its token, so that this is 720 readers an hour who like something for the first time,
   * all behind one address. Tokens cost nothing, so what they are used for is counted below.
   */
  visitorsOfLine: { points: 120, windowSeconds: tenMinutes },
  /** A hundred readers who like or take back three times each; a script gets no more out of it. */
  likesOfLine: { points: 300, windowSeconds: tenMinutes },
  /**
   * Who likes one comment from one site (N-10). Even of a comment everybody reads, a site of some ten thousand readers
   * likes a few a minute; twenty in one minute are a script. The hour holds back the patient one: it takes a site a
   * whole hour to add 120, and many sites to lift a comment above what readers gave it. Only this comment and this site
   * are stopped, until the window ends (S43, S44).
   */
  likeBurstFromSite: { points: 20, windowSeconds: minute },
  likesOfCommentFromSite: { points: 120, windowSeconds: hour },
  /** A reader who reports reports a few; the newsroom has to read each. */
  reportsOfLine: { points: 60, windowSeconds: hour },
  /** The first brings the comment before the newsroom, twenty bring it to the top; more from one site tell nothing new. */
  reportsOfCommentFromSite: { points: 20, windowSeconds: hour },

  /** A newsroom behind one address: thirty editors, a password and a second step each. */
  signInsOfLine: { points: 60, windowSeconds: tenMinutes },
  /** Who has forgotten a password tries it a few times; a sixth of what the editor may do, so that nobody is locked out from one place. */
  signInsOfEditorFromSite: { points: 10, windowSeconds: tenMinutes },
  /** From many addresses together: 1,440 guesses a day of twelve characters or more, before a second step. A passkey is not stopped by it. */
  signInsOfEditor: { points: 60, windowSeconds: hour },
};

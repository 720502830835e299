/** A reader the site itself knows. */
export interface VerifiedAuthor {
  readonly name: string;
  readonly email: string;
  /** What stands beside the reader's name, such as "Bạn đọc thuê bao"; at most 40 characters are kept. */
  readonly badge?: string;
}

/**
 * Says who sends a request, by the site's own login (N-12); nothing for a guest. Gets the request without its body. The form
 * sends no cookies: its `headers` have to carry what this function looks at; the page without script does.
 */
export type VerifyAuthor = (
  request: Request,
) => VerifiedAuthor | undefined | Promise<VerifiedAuthor | undefined>;

/** The sender of a request, where the site knows one. */
export type FindAuthor = (request: Request) => Promise<KnownAuthor | undefined>;

/** What a known sender brings into a comment. */
export interface KnownAuthor {
  /** In the place of what was typed: nobody can write under another's name by a login. */
  readonly fields: Pick<VerifiedAuthor, 'name' | 'email'>;
  /** Kept with the comment. */
  readonly verifiedAs: string;
}

const maxBadgeCharacters = 40;

/** Makes the look-up of senders; without a function of the site's everybody is a guest. */
export const createFindAuthor =
  (verifyAuthor: VerifyAuthor | undefined): FindAuthor =>
  async ({ url, method, headers }) => {
    const author = await verifyAuthor?.(new Request(url, { method, headers }));
    if (!author) return undefined;
    const { name, email, badge = '' } = author;
    return { fields: { name, email }, verifiedAs: badge.slice(0, maxBadgeCharacters) };
  };

/** Where the desk is, below the path of the comments; without a final slash. */
export const deskPathOf = (path: string): string => `${path === '/' ? '' : path}/desk`;

/** A one-time link. Its token stands behind the `#`, which no browser sends: so it is in no log and no Referer. */
export const welcomeLink = (deskUrl: string, path: string, token: string): string =>
  `${deskUrl}${deskPathOf(path)}/#welcome=${token}`;

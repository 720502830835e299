const fragment = /^#comment-([\w-]+)$/;

/** The comment that the page's address names, if it does. */
export const commentOfHash = (): string | undefined => fragment.exec(location.hash)?.[1];

/** Address of one comment on this page; whole, for a page may have a `<base>`. */
export const linkTo = (id: string): string => `${location.href.split('#', 1)[0]}#comment-${id}`;

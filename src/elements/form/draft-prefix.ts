/** Begins the name of every draft in `sessionStorage`. */
export const draftPrefix = 'reader-comments:';

/** Whether this tab keeps any draft: a form then fetches what can bring it up, without waiting for a touch. */
export function hasDrafts(): boolean {
  try {
    return Object.keys(sessionStorage).some((key) => key.startsWith(draftPrefix));
  } catch {
    return false;
  }
}

const fragment = /^#comment-([\w-]+)$/;

/** The comment that the page's address names, if it does. */
export const commentOfHash = (): string | undefined => fragment.exec(location.hash)?.[1];

/** Address of one comment on this page; whole, for a page may have a `<base>`. */
export const linkTo = (id: string): string => `${location.href.split('#', 1)[0]}#comment-${id}`;

/** Puts a text on the clipboard; false where the browser does not let us. */
export async function copyText(text: string, root: ParentNode & Node): Promise<boolean> {
  try {
    // Only on https.
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const field = document.createElement('textarea');
    field.value = text;
    field.className = 'unseen';
    root.append(field);
    field.select();
    // The only way on plain http.
    const isCopied = document.execCommand('copy');
    field.remove();
    return isCopied;
  }
}

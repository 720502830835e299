/** Puts a text on the clipboard; false where the browser does not let us. */
export async function copyText(
  text: string,
  root: DocumentOrShadowRoot & ParentNode,
): Promise<boolean> {
  try {
    // Only on https.
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const field = document.createElement('textarea');
    field.value = text;
    field.className = 'unseen';
    const focused = root.activeElement as HTMLElement | null;
    root.append(field);
    field.select();
    // The only way on plain http.
    const isCopied = document.execCommand('copy');
    field.remove();
    focused?.focus();
    return isCopied;
  }
}

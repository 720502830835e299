/**
 * Keeps a key pressed in the form from page handlers above it.
 * Legacy pages press their own default button on Enter, having seen only the host; hotkeys take typing for commands.
 * Escape and combinations with Ctrl, Alt or Meta pass; what the key does in the form is untouched.
 */
export function containKey(event: KeyboardEvent): void {
  const isForPage = event.key === 'Escape' || event.ctrlKey || event.altKey || event.metaKey;
  if (!isForPage) event.stopPropagation();
}

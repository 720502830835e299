/** What a key can do (M-10). */
export type ShortcutAction =
  | 'next'
  | 'previous'
  | 'publish'
  | 'reject'
  | 'edit'
  | 'spam'
  | 'search'
  | 'undo';

/** The key of each action. */
export type ShortcutKeys = Readonly<Record<ShortcutAction, string>>;

/** Keys at first. */
export const defaultKeys: ShortcutKeys = {
  next: 'j',
  previous: 'k',
  publish: 'a',
  reject: 'r',
  edit: 'e',
  spam: 's',
  search: '/',
  undo: 'u',
};

/** In the order of their list. */
export const shortcutActions: readonly ShortcutAction[] = [
  'next',
  'previous',
  'publish',
  'reject',
  'edit',
  'spam',
  'search',
  'undo',
];

const isWriting = (node: EventTarget | undefined): boolean =>
  node instanceof HTMLElement &&
  (node.isContentEditable ||
    node.matches('textarea, select, input:not([type=checkbox], [type=radio], [type=button])'));

/** The character of a key press that may be a shortcut; nothing while somebody types, composes or holds other keys. */
export function pressedKey(event: KeyboardEvent): string | undefined {
  const { key, isComposing, keyCode, ctrlKey, altKey, metaKey, shiftKey } = event;
  // 229: an input method has the key, and Safari tells of it after the composition has ended.
  if (isComposing || keyCode === 229 || ctrlKey || altKey || metaKey) return undefined;
  if (!/^.$/u.test(key) || key.trim() === '') return undefined;
  const isLetter = key.toLowerCase() !== key.toUpperCase();
  // A sign may need Shift, as / does on some keyboards; a letter with Shift is another key.
  return isLetter && shiftKey ? undefined : key.toLowerCase();
}

/** The action of a key press anywhere on the page. */
export function actionOf(event: KeyboardEvent, keys: ShortcutKeys): ShortcutAction | undefined {
  if (event.defaultPrevented || isWriting(event.composedPath()[0])) return undefined;
  const pressed = pressedKey(event);
  const action = shortcutActions.find((one) => keys[one] === pressed);
  // A key that is held down goes through the list, but decides nothing.
  return event.repeat && action !== 'next' && action !== 'previous' ? undefined : action;
}

/** The action that a key belongs to already. */
export const ownerOf = (key: string, keys: ShortcutKeys): ShortcutAction | undefined =>
  shortcutActions.find((action) => keys[action] === key);

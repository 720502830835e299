import { defaultKeys, shortcutActions, type ShortcutKeys } from './shortcuts.ts';

const place = 'reader-comments desk shortcuts';

/** What an editor has set about the keys; kept in this browser. */
export interface ShortcutSettings {
  readonly isOn: boolean;
  readonly keys: ShortcutKeys;
}

/** The settings that are kept; off and the keys at first where there are none, or storage is closed. */
export function readShortcutSettings(): ShortcutSettings {
  try {
    const kept = JSON.parse(localStorage.getItem(place) ?? '') as Partial<ShortcutSettings>;
    const given: Partial<ShortcutKeys> = kept.keys ?? {};
    const keys = Object.fromEntries(
      shortcutActions.map((action) => {
        const key = given[action];
        return [action, typeof key === 'string' && key ? key : defaultKeys[action]];
      }),
    ) as Record<keyof ShortcutKeys, string>;
    const isClear = new Set(Object.values(keys)).size === shortcutActions.length;
    return { isOn: kept.isOn === true, keys: isClear ? keys : defaultKeys };
  } catch {
    return { isOn: false, keys: defaultKeys };
  }
}

/** Keeps the settings, where storage is open. */
export function keepShortcutSettings(settings: ShortcutSettings): void {
  try {
    localStorage.setItem(place, JSON.stringify(settings));
  } catch {
    // They hold until the page is left.
  }
}

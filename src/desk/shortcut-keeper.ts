import type { DeskModel } from './desk-model.ts';
import {
  keepShortcutSettings,
  readShortcutSettings,
  type ShortcutSettings,
} from './shortcut-settings.ts';
import {
  actionOf,
  defaultKeys,
  ownerOf,
  pressedKey,
  type ShortcutAction,
  type ShortcutKeys,
} from './shortcuts.ts';

/** The shortcuts: whether they are on, which keys they have, and what they set going. */
export class ShortcutKeeper {
  /** The action whose key is being changed. */
  changing: ShortcutAction | undefined;
  /** The key that another action has already, when that was pressed. */
  taken: { readonly key: string; readonly owner: ShortcutAction } | undefined;

  readonly #model: DeskModel;
  readonly #run: (action: ShortcutAction) => void;
  #settings: ShortcutSettings = readShortcutSettings();

  /** @param run - Does what a key stands for. */
  constructor(model: DeskModel, run: (action: ShortcutAction) => void) {
    this.#model = model;
    this.#run = run;
  }

  get isOn(): boolean {
    return this.#settings.isOn;
  }

  get keys(): ShortcutKeys {
    return this.#settings.keys;
  }

  /** The key of an action, where shortcuts are on. */
  hint(action: ShortcutAction): string | undefined {
    return this.isOn ? this.keys[action] : undefined;
  }

  turn(isOn: boolean): void {
    this.#set({ ...this.#settings, isOn });
  }

  reset(): void {
    this.changing = undefined;
    this.taken = undefined;
    this.#set({ ...this.#settings, keys: defaultKeys });
  }

  change(action: ShortcutAction | undefined): void {
    this.changing = action;
    this.taken = undefined;
    this.#model.redraw();
  }

  /** A key of the dialog in which keys are changed. */
  readonly onDialogKey = (event: KeyboardEvent): void => {
    const { changing } = this;
    if (!changing) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      return this.change(undefined);
    }
    const key = pressedKey(event);
    if (!key) return;
    event.preventDefault();
    const owner = ownerOf(key, this.keys);
    if (owner && owner !== changing) {
      this.taken = { key, owner };
      return this.#model.redraw();
    }
    this.change(undefined);
    this.#set({ ...this.#settings, keys: { ...this.keys, [changing]: key } });
  };

  /** A key anywhere on the page. */
  readonly onKey = (event: KeyboardEvent): void => {
    const { dialog, phase } = this.#model;
    if (!this.isOn || phase !== 'working' || dialog) return;
    const action = actionOf(event, this.keys);
    if (!action) return;
    // The key would be typed into what takes the focus.
    event.preventDefault();
    this.#run(action);
  };

  #set(settings: ShortcutSettings): void {
    this.#settings = settings;
    keepShortcutSettings(settings);
    this.#model.redraw();
  }
}

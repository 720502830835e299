import { html, nothing, type TemplateResult } from 'lit';

import type { DeskMessageKey } from '../../messages/desk.vi.ts';
import type { Desk } from '../desk.ts';
import { switchView } from '../views/switch-view.ts';
import { type ShortcutAction, shortcutActions } from '../shortcuts.ts';

const words = {
  next: 'keys.next',
  previous: 'keys.previous',
  publish: 'act.publish',
  reject: 'act.reject',
  edit: 'act.edit',
  spam: 'act.spam',
  search: 'keys.search',
  undo: 'act.undo',
} as const satisfies Record<ShortcutAction, DeskMessageKey>;

/** The keys, and how to change them (A-20). */
export function keysDialog(desk: Desk): TemplateResult {
  const { model, shortcuts } = desk;
  const { localize } = model;
  const { changing, keys, taken } = shortcuts;
  return html`<h2 id="keys-heading">${localize('keys.list')}</h2>
    <p>${localize('keys.hint')}</p>
    ${switchView(desk)}
    <div role="alert">
      ${
        taken
          ? html`<p class="error">
              ${localize('keys.taken', {
                key: taken.key.toUpperCase(),
                action: localize(words[taken.owner]),
              })}
            </p>`
          : nothing
      }
    </div>
    <ul class="key-list">
      ${shortcutActions.map((action) => {
        const text = localize(words[action]);
        return html`<li>
          <span>${text}</span>
          <kbd>${keys[action].toUpperCase()}</kbd>
          <button
            type="button"
            aria-label=${changing === action ? nothing : localize('keys.change.sr', { action: text })}
            @click=${() => shortcuts.change(changing === action ? undefined : action)}
          >
            ${localize(changing === action ? 'keys.press' : 'keys.change')}
          </button>
        </li>`;
      })}
    </ul>
    <div class="actions">
      <button type="button" class="main" @click=${() => model.close()}>
        ${localize('desk.close')}
      </button>
      <button type="button" class="quiet" @click=${() => shortcuts.reset()}>
        ${localize('keys.reset')}
      </button>
    </div>`;
}

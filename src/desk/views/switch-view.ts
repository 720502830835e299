import { html, type TemplateResult } from 'lit';

import type { Desk } from '../desk.ts';

/** Switches the shortcuts on and off. */
export const switchView = ({ model, shortcuts }: Desk): TemplateResult =>
  html`<label class="switch">
    <input
      type="checkbox"
      role="switch"
      .checked=${shortcuts.isOn}
      @change=${(event: Event) => shortcuts.turn((event.currentTarget as HTMLInputElement).checked)}
    />
    ${model.localize('keys.toggle')}
  </label>`;

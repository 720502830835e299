import { html, type TemplateResult } from 'lit';

import type { Desk } from '../desk.ts';

/** Asks whether what is being written may be lost. */
export function leaveDialog(desk: Desk): TemplateResult {
  const { localize } = desk.model;
  return html`<h2 id="leave-heading">${localize('edit.leave')}</h2>
    <div class="actions">
      <button type="button" class="main" @click=${() => desk.reading.leave(false)}>
        ${localize('edit.leave.no')}
      </button>
      <button type="button" @click=${() => desk.reading.leave(true)}>
        ${localize('edit.leave.yes')}
      </button>
    </div>`;
}

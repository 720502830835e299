import { html, type TemplateResult } from 'lit';

import type { Desk } from '../desk.ts';
import { textIn } from '../text-in.ts';
import { reasonIn, reasonsView } from './reasons-view.ts';

/** Asks why a comment is not published. */
export function rejectDialog(desk: Desk): TemplateResult {
  const { localize } = desk.model;
  return html`<form
    novalidate
    @submit=${(event: SubmitEvent) => {
      event.preventDefault();
      const form = new FormData(event.currentTarget as HTMLFormElement);
      desk.reject(reasonIn(form), textIn(form, 'note').trim());
    }}
  >
    <h2 id="reject-heading">${localize('reason.label')}</h2>
    ${reasonsView(desk, 'reject-heading')}
    <div class="field">
      <label for="reject-note">${localize('reason.note')}</label>
      <input id="reject-note" name="note" autocomplete="off" />
    </div>
    <div class="actions">
      <button class="main">${localize('act.reject')}</button>
      <button type="button" class="quiet" @click=${() => desk.model.close()}>
        ${localize('desk.cancel')}
      </button>
    </div>
  </form>`;
}

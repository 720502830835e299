import { html, nothing, type TemplateResult } from 'lit';

import type { DeskModel } from '../desk-model.ts';

/** A dialog in which settings are changed. */
interface SettingsForm {
  /** Of the heading. */
  readonly id: string;
  readonly heading: string;
  /** Why they were not saved; empty where nothing was wrong. */
  readonly problem: string;
  /** Nothing while they are on their way. */
  readonly fields: TemplateResult | undefined;
  readonly onSave: (form: FormData) => void;
}

/** The form of a dialog of settings. */
export function settingsDialog(
  { fields, heading, id, onSave, problem }: SettingsForm,
  model: DeskModel,
): TemplateResult {
  const { localize } = model;
  return html`<form
    novalidate
    @submit=${(event: SubmitEvent) => {
      event.preventDefault();
      onSave(new FormData(event.currentTarget as HTMLFormElement));
    }}
  >
    <h2 id=${id} tabindex="-1">${heading}</h2>
    <div role="alert">${problem ? html`<p class="error">${problem}</p>` : nothing}</div>
    ${fields ?? html`<p class="quiet-text">${localize('desk.loading')}</p>`}
    <div class="actions">
      ${fields ? html`<button class="main">${localize('article.save')}</button>` : nothing}
      <button type="button" class="quiet" @click=${() => model.close()}>
        ${localize('desk.cancel')}
      </button>
    </div>
  </form>`;
}

import { html, type TemplateResult } from 'lit';

import type { Desk } from '../desk.ts';

/** While it is not known who is there, and where the service cannot be reached. */
export function startView(desk: Desk): TemplateResult {
  const { localize, phase, problem } = desk.model;
  if (phase !== 'failed') return html`<p class="start">${localize('desk.loading')}</p>`;
  return html`<main class="start">
    <h1>${localize('desk.title')}</h1>
    <p class="problem">${problem || localize('desk.failed')}</p>
    <button type="button" @click=${() => desk.start()}>${localize('desk.retry')}</button>
  </main>`;
}

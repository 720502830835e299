import { html, nothing, type TemplateResult } from 'lit';

import type { Desk } from '../desk.ts';
import { keyHint } from './key-hint.ts';

/** Offers to take back what was done last, without taking the focus. */
export function undoView(desk: Desk): TemplateResult | typeof nothing {
  const { last, left } = desk.undo;
  if (!last) return nothing;
  const { localize, times } = desk.model;
  const key = desk.shortcuts.hint('undo');
  return html`<div class="undo">
    <p dir="auto">${last.text}</p>
    <button
      type="button"
      id="undo-button"
      aria-keyshortcuts=${key ?? nothing}
      @click=${() => void desk.undo.run()}
    >
      ${localize('act.undo')}${keyHint(key)}
    </button>
    <span class="left" aria-hidden="true"
      >${localize('act.undo.left', { time: times.length(left) })}</span
    >
  </div>`;
}

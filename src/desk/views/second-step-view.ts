import { html, nothing, type TemplateResult } from 'lit';

import type { Desk } from '../desk.ts';
import { qrCode } from '../qr-code.ts';
import { signInField } from './sign-in-field.ts';

type OnSubmit = (run: (form: (name: string) => string) => void) => (event: SubmitEvent) => void;

/** Light around a code, in its own units: scanners want four. */
const margin = 4;

const secretOf = (uri: string): string =>
  URL.canParse(uri) ? (new URL(uri).searchParams.get('secret') ?? '') : '';

/** Shows what an authenticator app is set up with, and asks for its first code. */
export function setupView(desk: Desk, uri: string, onSubmit: OnSubmit): TemplateResult {
  const { localize } = desk.model;
  const { path, size } = qrCode(uri);
  const side = size + 2 * margin;
  return html`<p>${localize('setup.intro')}</p>
    <svg
      class="qr"
      role="img"
      aria-label=${localize('setup.picture')}
      viewBox="${-margin} ${-margin} ${side} ${side}"
    >
      <path d=${path}></path>
    </svg>
    <p>${localize('setup.secret')}</p>
    <p class="secret"><code>${secretOf(uri)}</code></p>
    <form
      novalidate
      @submit=${onSubmit((form) => void desk.signIn.withCode(form('code')))}
    >
      ${signInField(desk, {
        id: 'code',
        label: localize('code.label'),
        type: 'text',
        autocomplete: 'one-time-code',
      })}
      <div class="actions">
        <button class="main" aria-disabled=${desk.model.isBusy ? 'true' : nothing}>
          ${localize('code.send')}
        </button>
      </div>
    </form>`;
}

/** Shows the codes for the day the phone is lost. */
export function backupView(
  desk: Desk,
  codes: readonly string[],
  isCopied: boolean,
): TemplateResult {
  const { localize } = desk.model;
  return html`<p>${localize('backup.intro')}</p>
    <ul class="codes">
      ${codes.map((code) => html`<li><code>${code}</code></li>`)}
    </ul>
    ${isCopied ? html`<p class="note">${localize('backup.copied')}</p>` : nothing}
    <div class="actions">
      <button type="button" class="main" @click=${() => desk.signIn.finish()}>
        ${localize('backup.done')}
      </button>
      ${
        'clipboard' in navigator
          ? html`<button type="button" @click=${() => void desk.signIn.copyCodes()}>
              ${localize('backup.copy')}
            </button>`
          : nothing
      }
    </div>`;
}

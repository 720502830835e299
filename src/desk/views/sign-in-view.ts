import { html, nothing, type TemplateResult } from 'lit';

import type { DeskMessageKey } from '../../messages/desk.vi.ts';
import type { Desk } from '../desk.ts';
import { minPasswordLength, type SignInStep } from '../sign-in.ts';
import { hasPasskeys } from '../sign-in-client.ts';
import { textIn } from '../text-in.ts';
import { backupView, setupView } from './second-step-view.ts';
import { signInField } from './sign-in-field.ts';

const onSubmit =
  (run: (form: (name: string) => string) => void) =>
  (event: SubmitEvent): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    run((name) => textIn(form, name));
  };

const quiet = (text: string, run: () => void): TemplateResult =>
  html`<button type="button" class="quiet" @click=${run}>${text}</button>`;

function passwordView(desk: Desk, isEnded: boolean): TemplateResult {
  const { model, signIn } = desk;
  const { localize } = model;
  return html`${isEnded ? html`<p class="note">${localize('signIn.ended')}</p>` : nothing}
    <form
      novalidate
      @submit=${onSubmit((form) => void signIn.withPassword(form('email'), form('password')))}
    >
      ${signInField(desk, {
        id: 'email',
        label: localize('signIn.email'),
        type: 'email',
        autocomplete: 'username webauthn',
      })}
      ${signInField(desk, {
        id: 'password',
        label: localize('signIn.password'),
        type: 'password',
        autocomplete: 'current-password',
      })}
      <div class="actions">
        <button class="main" aria-disabled=${model.isBusy ? 'true' : nothing}>
          ${localize('signIn.send')}
        </button>
        ${hasPasskeys() ? quiet(localize('signIn.passkey'), () => void signIn.withPasskey()) : nothing}
      </div>
    </form>`;
}

function codeView(desk: Desk, way: 'app' | 'backup'): TemplateResult {
  const { localize } = desk.model;
  const { signIn } = desk;
  const isApp = way === 'app';
  return html`<form novalidate @submit=${onSubmit((form) => void signIn.withCode(form('code')))}>
    ${signInField(desk, {
      id: 'code',
      label: localize(isApp ? 'code.label' : 'code.backup.label'),
      type: 'text',
      autocomplete: isApp ? 'one-time-code' : 'off',
    })}
    <div class="actions">
      <button class="main" aria-disabled=${desk.model.isBusy ? 'true' : nothing}>
        ${localize('code.send')}
      </button>
      ${quiet(localize(isApp ? 'code.backup' : 'code.app'), () => {
        void signIn.show({ kind: 'code', way: isApp ? 'backup' : 'app' }, '#code');
      })}
      ${quiet(localize('code.back'), () => {
        void signIn.show({ kind: 'password', isEnded: false }, '#email');
      })}
    </div>
  </form>`;
}

function welcomeView(desk: Desk, email: string): TemplateResult {
  const { localize } = desk.model;
  return html`<p>${localize('welcome.intro')}</p>
    <form
      novalidate
      @submit=${onSubmit((form) => void desk.signIn.withWelcome(form('password')))}
    >
      ${signInField(desk, {
        id: 'email',
        label: localize('signIn.email'),
        type: 'email',
        autocomplete: 'username',
        value: email,
        isFixed: true,
      })}
      ${signInField(desk, {
        id: 'password',
        label: localize('welcome.password'),
        type: 'password',
        autocomplete: 'new-password',
        hint: localize('welcome.hint', { n: minPasswordLength }),
      })}
      <label class="check">
        <input
          type="checkbox"
          @change=${(event: Event) => {
            const box = event.currentTarget as HTMLInputElement;
            const field = box.form?.elements.namedItem('password') as HTMLInputElement;
            field.type = box.checked ? 'text' : 'password';
          }}
        />
        ${localize('welcome.show')}
      </label>
      <div class="actions">
        <button class="main" aria-disabled=${desk.model.isBusy ? 'true' : nothing}>
          ${localize('welcome.send')}
        </button>
      </div>
    </form>`;
}

function confirmView(desk: Desk): TemplateResult {
  const { localize } = desk.model;
  return html`<p>${localize('setup.confirm')}</p>
    <form novalidate @submit=${onSubmit((form) => void desk.signIn.setUp(form('password')))}>
      ${signInField(desk, {
        id: 'password',
        label: localize('signIn.password'),
        type: 'password',
        autocomplete: 'current-password',
      })}
      <div class="actions">
        <button class="main" aria-disabled=${desk.model.isBusy ? 'true' : nothing}>
          ${localize('setup.next')}
        </button>
      </div>
    </form>`;
}

const headings: Readonly<Record<SignInStep['kind'], DeskMessageKey>> = {
  password: 'signIn.heading',
  code: 'code.heading',
  welcome: 'welcome.heading',
  confirm: 'setup.heading',
  setup: 'setup.heading',
  backup: 'backup.heading',
};

function stepView(desk: Desk): TemplateResult {
  const { step } = desk.signIn;
  if (step.kind === 'password') return passwordView(desk, step.isEnded);
  if (step.kind === 'code') return codeView(desk, step.way);
  if (step.kind === 'welcome') return welcomeView(desk, step.email);
  if (step.kind === 'confirm') return confirmView(desk);
  if (step.kind === 'setup') return setupView(desk, step.secondStep.uri, onSubmit);
  return backupView(desk, step.codes, step.isCopied);
}

/** The way to the desk for who is not signed in. */
export function signInView(desk: Desk): TemplateResult {
  const { error, step } = desk.signIn;
  const { localize } = desk.model;
  return html`<main class="sign-in">
    <p class="label">${localize('desk.title')}</p>
    <h1 id="sign-in-heading" tabindex="-1">${localize(headings[step.kind])}</h1>
    ${
      error?.field === 'form'
        ? html`<p class="error" id="sign-in-error" tabindex="-1">${error.text}</p>`
        : nothing
    }
    ${stepView(desk)}
  </main>`;
}

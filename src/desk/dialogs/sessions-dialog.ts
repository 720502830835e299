import { html, nothing, type TemplateResult } from 'lit';

import type { Desk } from '../desk.ts';
import { hasPasskeys, type OwnPasskey, type SignInSession } from '../sign-in-client.ts';

function sessionView(session: SignInSession, desk: Desk): TemplateResult {
  const { model, sessions } = desk;
  const { localize, times } = model;
  const device = session.userAgent || localize('session.unknown');
  const isCurrent = session.current;
  return html`<li>
    <p class="text" dir="auto">${device}</p>
    <p class="meta">
      ${isCurrent ? html`<strong>${localize('session.this')}</strong>` : nothing}
      <span>${localize('session.since', { time: times.at(session.createdAt) })}</span>
    </p>
    ${
      isCurrent
        ? nothing
        : html`<button
            type="button"
            aria-label=${localize('session.end.sr', { device })}
            @click=${() => void sessions.end(session.id)}
          >
            ${localize('session.end')}
          </button>`
    }
  </li>`;
}

function passkeyView({ createdAt, id, name }: OwnPasskey, desk: Desk): TemplateResult {
  const { localize, times } = desk.model;
  return html`<li>
    <p class="text" dir="auto">${name}</p>
    <p class="meta">${localize('passkey.since', { time: times.at(createdAt) })}</p>
    <button
      type="button"
      aria-label=${localize('passkey.remove.sr', { name })}
      @click=${() => void desk.sessions.removePasskey(id)}
    >
      ${localize('passkey.remove')}
    </button>
  </li>`;
}

/** Where the editor is signed in, and passkeys. */
export function sessionsDialog(desk: Desk): TemplateResult {
  const { model, sessions } = desk;
  const { localize } = model;
  const { all, passkeys } = sessions;
  return html`<h2 id="sessions-heading" tabindex="-1">${localize('account.sessions')}</h2>
    <p class="note">${sessions.note}</p>
    ${
      all
        ? html`<ul class="sessions">
            ${all.map((session) => sessionView(session, desk))}
          </ul>`
        : html`<p class="quiet-text">${localize('desk.loading')}</p>`
    }
    ${
      passkeys.length > 0
        ? html`<h3>${localize('passkey.list')}</h3>
            <ul class="sessions passkeys">
              ${passkeys.map((passkey) => passkeyView(passkey, desk))}
            </ul>`
        : nothing
    }
    <div class="actions">
      <button type="button" class="main" @click=${() => model.close()}>
        ${localize('desk.close')}
      </button>
      ${
        all && all.length > 1
          ? html`<button type="button" @click=${() => void sessions.endOthers()}>
              ${localize('session.endOthers')}
            </button>`
          : nothing
      }
      ${
        hasPasskeys()
          ? html`<button type="button" @click=${() => void sessions.addPasskey()}>
              ${localize('passkey.add')}
            </button>`
          : nothing
      }
    </div>`;
}

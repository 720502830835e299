import { html, nothing, type TemplateResult } from 'lit';

import type { Desk } from '../desk.ts';
import { switchView } from './switch-view.ts';
import { commentView } from './comment-view.ts';
import { keyHint } from './key-hint.ts';
import { listView } from './list-view.ts';
import { queuesView } from './queues-view.ts';

function searchView(desk: Desk): TemplateResult {
  const { localize, search } = desk.model;
  const key = desk.shortcuts.hint('search');
  return html`<search>
    <form
      class="search"
      @submit=${(event: SubmitEvent) => {
        event.preventDefault();
        const words = new FormData(event.currentTarget as HTMLFormElement).get('query') as string;
        void desk.listing.find(words);
      }}
    >
      <label class="unseen" for="search">${localize('search.label')}</label>
      <input
        id="search"
        name="query"
        type="search"
        autocomplete="off"
        .value=${search}
        aria-keyshortcuts=${key ?? nothing}
      />
      <button class="quiet">${localize('search.send')}${keyHint(key)}</button>
    </form>
  </search>`;
}

function accountView(desk: Desk): TemplateResult {
  const { editor, localize } = desk.model;
  const role = localize(`role.${editor?.role ?? 'viewer'}`);
  return html`<details class="account">
    <summary>
      <span class="unseen">${localize('account.label')}:</span>
      <bdi>${editor?.name}</bdi>
    </summary>
    <div class="menu">
      <p>${localize('account.role', { role })}</p>
      ${
        desk.model.may('modes')
          ? html`<button type="button" class="quiet" @click=${() => void desk.modes.open()}>
              ${localize('modes.heading')}
            </button>`
          : nothing
      }
      ${
        desk.model.may('words')
          ? html`<button type="button" class="quiet" @click=${() => void desk.words.open()}>
              ${localize('words.heading')}
            </button>`
          : nothing
      }
      ${
        desk.model.may('stats')
          ? html`<button type="button" class="quiet" @click=${() => void desk.stats.open()}>
              ${localize('stats.heading')}
            </button>`
          : nothing
      }
      <button type="button" class="quiet" @click=${() => void desk.sessions.open()}>
        ${localize('account.sessions')}
      </button>
      <button type="button" class="quiet" @click=${() => void desk.signOut()}>
        ${localize('account.signOut')}
      </button>
    </div>
  </details>`;
}

/** The desk: queues, list, comment. */
export function shellView(desk: Desk): TemplateResult {
  const { isDetailShown, localize, problem } = desk.model;
  return html`<header class="bar">
      <h1>${localize('desk.title')}</h1>
      ${searchView(desk)}
      <div class="keys">
        ${switchView(desk)}
        <button type="button" class="quiet" @click=${() => void desk.model.open('keys')}>
          ${localize('keys.list')}
        </button>
      </div>
      ${accountView(desk)}
    </header>
    <p class="problem" ?hidden=${!problem}>${problem}</p>
    <div class="panes ${isDetailShown ? 'detail-shown' : ''}">
      ${queuesView(desk)}
      <section class="list" aria-labelledby="list-heading">${listView(desk)}</section>
      <main tabindex="-1">${commentView(desk)}</main>
    </div>`;
}

import { html, nothing, type TemplateResult } from 'lit';

import type { DeskMessageKey } from '../../messages/desk.vi.ts';
import type { AuthorCard, AuthorStanding, DeskEvent } from '../../protocol/desk.ts';
import type { Desk } from '../desk.ts';
import { reasonKey } from '../reason-key.ts';

const standings = {
  usual: 'author.usual',
  trusted: 'author.trust',
  premoderated: 'author.premod',
  muted: 'author.mute',
  banned: 'author.ban',
} as const satisfies Record<AuthorStanding, DeskMessageKey>;

const defaultDays = 30;

function standingView(author: AuthorCard, desk: Desk): TemplateResult {
  const { localize, times } = desk.model;
  const { standing, until } = author;
  const text = until
    ? localize('author.mute.until', { date: times.day(until) })
    : localize(standings[standing]);
  if (!desk.model.may('standing')) {
    return standing === 'usual' ? html`` : html`<p><strong>${text}</strong></p>`;
  }
  return html`<form
    class="standing"
    @submit=${(event: SubmitEvent) => {
      event.preventDefault();
      const form = new FormData(event.currentTarget as HTMLFormElement);
      const days = Number(form.get('days'));
      void desk.authors.set(author.key, form.get('standing') as AuthorStanding, days);
    }}
  >
    <label
      >${localize('author.standing')}
      <select name="standing">
        ${Object.entries(standings).map(
          ([one, key]) => html`<option value=${one} .selected=${one === standing}>
            ${localize(key)}
          </option>`,
        )}
      </select>
    </label>
    <label
      >${localize('author.days')}
      <input name="days" type="number" min="1" max="3650" .defaultValue=${String(defaultDays)} />
    </label>
    <button>${localize('author.save')}</button>
    ${until ? html`<p>${text}</p>` : nothing}
  </form>`;
}

function authorView(author: AuthorCard, desk: Desk): TemplateResult {
  const { localize, times } = desk.model;
  const { firstSeenAt, latest, published, refused, sameNetwork } = author;
  return html`<section aria-labelledby="author-heading">
    <h3 id="author-heading">${localize('author.label')}</h3>
    <p>${localize('author.history', { ok: published, no: refused })}</p>
    <p class="meta">
      <span>${localize('author.since', { time: times.day(firstSeenAt) })}</span>
      ${sameNetwork ? html`<span>${localize('author.network', { n: sameNetwork })}</span>` : nothing}
    </p>
    ${standingView(author, desk)}
    ${
      latest.length > 0
        ? html`<details>
            <summary>${localize('author.latest')}</summary>
            <ul class="latest">
              ${latest.map(
                ({ content, createdAt, status }) => html`<li>
                  <span class="flag status ${status}">${localize(`status.${status}`)}</span>
                  <time class="meta" datetime=${createdAt}>${times.at(createdAt)}</time>
                  <p class="text" dir="auto">${content}</p>
                </li>`,
              )}
            </ul>
          </details>`
        : nothing
    }
  </section>`;
}

const actions: ReadonlySet<string> = new Set([
  'publish',
  'reject',
  'spam',
  'remove',
  'restore',
  'edit',
  'unedit',
  'pin',
  'unpin',
  'pick',
  'unpick',
  'undo',
  'reply',
  'erase',
]);

function eventView({ action, at, note, reason, who }: DeskEvent, desk: Desk): TemplateResult {
  const { localize, times } = desk.model;
  // One of a newer service has no words here.
  const text = actions.has(action) ? localize(`history.${action}` as DeskMessageKey) : action;
  const key = reasonKey(reason);
  return html`<li>
    <p>
      <span>${text}</span> · <bdi>${who}</bdi> ·
      <time class="meta" datetime=${at}>${times.at(at)}</time>
    </p>
    ${reason ? html`<p>${key ? localize(key) : reason}</p>` : nothing}
    ${note ? html`<p class="text" dir="auto">${note}</p>` : nothing}
  </li>`;
}

/** What is known beside the text: reports, who wrote it, what was done with it. */
export function aboutView(desk: Desk): TemplateResult | typeof nothing {
  const { detail, localize, times } = desk.model;
  if (!detail) return html`<p class="quiet-text about-wait">${localize('desk.loading')}</p>`;
  const { author, history, reports } = detail;
  return html`<div class="about">
    ${
      reports.length > 0
        ? html`<section aria-labelledby="reports-heading">
            <h3 id="reports-heading">${localize('reports.label')} (${reports.length})</h3>
            <ul class="events">
              ${reports.map(
                ({ createdAt, note, reason }) => html`<li>
                  <p>
                    <span>${localize(`report.${reason}`)}</span> ·
                    <time class="meta" datetime=${createdAt}>${times.at(createdAt)}</time>
                  </p>
                  ${note ? html`<p class="text" dir="auto">${note}</p>` : nothing}
                </li>`,
              )}
            </ul>
          </section>`
        : nothing
    }
    ${author ? authorView(author, desk) : nothing}
    <section aria-labelledby="history-heading">
      <h3 id="history-heading">${localize('history.label')}</h3>
      ${
        history.length > 0
          ? html`<ol class="events">
              ${history.map((event) => eventView(event, desk))}
            </ol>`
          : html`<p class="quiet-text">${localize('history.none')}</p>`
      }
    </section>
  </div>`;
}

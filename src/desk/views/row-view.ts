import { html, nothing, type TemplateResult } from 'lit';

import type { DeskComment } from '../../protocol/desk.ts';
import type { Desk } from '../desk.ts';
import { shortSignalText } from '../signal-texts.ts';

/** As much of a text as fits into two lines of the list. */
const excerptLength = 200;
const maxFlags = 3;

function flagsView(comment: DeskComment, desk: Desk): TemplateResult | typeof nothing {
  const { localize } = desk.model;
  const { pick, pinned, reports, signals } = comment;
  const texts = [...new Set(signals.map((signal) => shortSignalText(signal, localize)))];
  if (texts.length === 0 && !reports && !pick && !pinned) return nothing;
  const more = texts.length - maxFlags;
  return html`<span class="flags">
    ${reports ? html`<span class="flag strong">${localize('item.reports', { n: reports })}</span>` : nothing}
    ${pinned ? html`<span class="flag good">${localize('item.pinned')}</span>` : nothing}
    ${pick ? html`<span class="flag good">${localize('item.pick')}</span>` : nothing}
    ${texts.slice(0, maxFlags).map((text) => html`<span class="flag" dir="auto">${text}</span>`)}
    ${more > 0 ? html`<span class="flag">+${more}</span>` : nothing}
  </span>`;
}

/** One comment in the list. */
export function rowView(comment: DeskComment, desk: Desk): TemplateResult {
  const { current, localize, queue, search, selected, times } = desk.model;
  const { article, content, createdAt, editedContent, id, status } = comment;
  const name = comment.name || localize('item.anonymous');
  const isCurrent = current?.id === id;
  const isElsewhere =
    search !== '' || (status !== 'pending' && queue !== status && queue !== 'reported');
  return html`<li class="row ${isCurrent ? 'current' : ''}">
    ${
      desk.model.may('decide')
        ? html`<label class="row-check"
            ><span class="unseen">${localize('list.select', { name })}</span
            ><input
              type="checkbox"
              .checked=${selected.has(id)}
              @change=${(event: Event) =>
                desk.listing.select(id, (event.currentTarget as HTMLInputElement).checked)}
          /></label>`
        : nothing
    }
    <button
      type="button"
      class="row-button"
      id="row-${id}"
      aria-current=${isCurrent ? 'true' : nothing}
      @click=${() => desk.show(comment)}
    >
      <span class="row-top">
        <bdi class="row-name">${name}</bdi>
        <span class="row-time"
          >${
            status === 'pending'
              ? localize('queue.wait', { time: times.since(createdAt) })
              : times.at(createdAt)
          }</span
        >
      </span>
      <span class="row-article" dir="auto">${article.title || article.id}</span>
      <span class="row-text" dir="auto">${(editedContent ?? content).slice(0, excerptLength)}</span>
      ${isElsewhere ? html`<span class="flag status ${status}">${localize(`status.${status}`)}</span>` : nothing}
      ${flagsView(comment, desk)}
    </button>
  </li>`;
}

import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';

import { decisionKeys } from '../decision-keys.ts';
import type { Desk } from '../desk.ts';
import { filterView } from './filter-view.ts';
import { rowView } from './row-view.ts';

function selectionView(desk: Desk): TemplateResult | typeof nothing {
  const { counts, isAllSelected, list, localize, queue, selected } = desk.model;
  if (!desk.model.may('decide') || list.length === 0) return nothing;
  const isShownSelected = list.every(({ id }) => selected.has(id));
  return html`<div class="selection">
    <label class="check">
      <input
        type="checkbox"
        .checked=${isShownSelected}
        .indeterminate=${selected.size > 0 && !isShownSelected}
        @change=${() => (isShownSelected ? desk.listing.unselect() : desk.listing.selectShown())}
      />
      ${
        selected.size === 0
          ? localize('list.selectShown')
          : isAllSelected
            ? localize(desk.listing.isNarrowed ? 'list.selectedFound' : 'list.selectedAll')
            : localize('list.selected', { n: selected.size })
      }
    </label>
    ${
      isShownSelected && !isAllSelected && desk.bulk.canSelectAll
        ? html`<button type="button" class="quiet" @click=${() => desk.bulk.selectAll()}>
            ${
              desk.listing.isNarrowed
                ? localize('list.selectFound')
                : localize('list.selectAll', { n: counts?.[queue] ?? list.length })
            }
          </button>`
        : nothing
    }
    ${
      selected.size > 0
        ? html`<div role="group" class="bulk" aria-label=${localize('bulk.label')}>
            ${desk.bulk.decisions.map(
              (decision) => html`<button
                type="button"
                @click=${() => void desk.bulk.prepare(decision)}
              >
                ${localize(decisionKeys[decision])}
              </button>`,
            )}
            <button type="button" class="quiet" @click=${() => desk.listing.unselect()}>
              ${localize('list.unselect')}
            </button>
          </div>`
        : nothing
    }
  </div>`;
}

function emptyText({ model }: Desk): string {
  if (model.search) return model.localize('search.none');
  const isWork = ['new', 'suspect', 'reported'].includes(model.queue);
  return model.localize(isWork ? 'queue.empty' : 'queue.none');
}

function rowsView(desk: Desk): TemplateResult {
  const { list, listPhase, localize, next } = desk.model;
  if (listPhase === 'failed') {
    return html`<p class="quiet-text">${localize('desk.failed')}</p>
      <button type="button" class="more" @click=${() => void desk.listing.load()}>
        ${localize('desk.retry')}
      </button>`;
  }
  if (listPhase === 'loading' && list.length === 0) {
    return html`<p class="quiet-text">${localize('desk.loading')}</p>`;
  }
  if (list.length === 0) return html`<p class="quiet-text empty">${emptyText(desk)}</p>`;
  return html`<ul class="rows">
      ${repeat(
        list,
        ({ id }) => id,
        (comment) => rowView(comment, desk),
      )}
    </ul>
    ${
      next === null
        ? nothing
        : html`<button type="button" class="more" @click=${() => void desk.listing.loadMore()}>
            ${localize('desk.more')}
          </button>`
    }`;
}

/** The list of comments with what narrows it down and what is done with many. */
export function listView(desk: Desk): TemplateResult {
  const { listPhase, localize, news, queue, search } = desk.model;
  const heading = search
    ? localize('search.results', { query: search })
    : localize(`queue.${queue}`);
  return html`<div class="list-head">
      <h2 id="list-heading" tabindex="-1" dir="auto">${heading}</h2>
      ${
        search
          ? html`<button type="button" class="quiet" @click=${() => void desk.listing.find('')}>
              ${localize('search.clear')}
            </button>`
          : nothing
      }
      ${
        news > 0
          ? html`<button type="button" class="news" @click=${() => desk.showNews()}>
              ${localize('queue.news', { n: news })}
            </button>`
          : nothing
      }
    </div>
    ${filterView(desk)}${selectionView(desk)}
    <div class="scroll" aria-busy=${listPhase === 'loading'}>${rowsView(desk)}</div>`;
}

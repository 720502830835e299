import { html, nothing, type TemplateResult } from 'lit';

import { commentStatuses } from '../../protocol/desk.ts';
import type { Desk } from '../desk.ts';
import { knownSignalCodes, shortSignalText } from '../signal-texts.ts';

type FilterName = 'flag' | 'from' | 'to' | 'order' | 'status';

function queueFilters(desk: Desk, onChange: (event: Event) => void): TemplateResult {
  const { filter, localize, queue } = desk.model;
  const isWork = queue === 'new' || queue === 'suspect';
  const order = filter.order ?? (isWork ? 'oldest' : 'newest');
  return html`<label
      >${localize('filter.flag')}
      <select name="flag" @change=${onChange}>
        <option value="" .selected=${!filter.flag}>${localize('filter.anyFlag')}</option>
        ${knownSignalCodes.map(
          (code) => html`<option value=${code} .selected=${filter.flag === code}>
            ${shortSignalText({ code }, localize)}
          </option>`,
        )}
      </select>
    </label>
    <label
      >${localize('filter.order')}
      <select name="order" @change=${onChange}>
        ${(['oldest', 'newest'] as const).map(
          (one) => html`<option value=${one} .selected=${order === one}>
            ${localize(`order.${one}`)}
          </option>`,
        )}
      </select>
    </label>
    ${(['from', 'to'] as const).map(
      (one) => html`<label
        >${localize(`filter.${one}`)}
        <input type="date" name=${one} .value=${filter[one] ?? ''} @change=${onChange} />
      </label>`,
    )}`;
}

function searchFilters(desk: Desk, onChange: (event: Event) => void): TemplateResult {
  const { filter, localize } = desk.model;
  return html`<label
    >${localize('search.status')}
    <select name="status" @change=${onChange}>
      <option value="" .selected=${!filter.status}>${localize('search.anyStatus')}</option>
      ${commentStatuses.map(
        (status) => html`<option value=${status} .selected=${filter.status === status}>
          ${localize(`status.${status}`)}
        </option>`,
      )}
    </select>
  </label>`;
}

/** What the list is narrowed down by. */
export function filterView(desk: Desk): TemplateResult {
  const { filter, localize, search } = desk.model;
  const { article } = filter;
  const onChange = (event: Event): void => {
    const { name, value } = event.currentTarget as HTMLInputElement;
    void desk.listing.narrow({ [name as FilterName]: value || undefined });
  };
  return html`<div class="filter">
    ${
      article
        ? html`<p class="filter-article">
            <span dir="auto"
              >${localize('filter.article.on', { title: article.title || article.id })}</span
            >
            <button
              type="button"
              class="quiet"
              @click=${() => void desk.listing.narrow({ article: undefined })}
            >
              ${localize('filter.article.off')}
            </button>
          </p>`
        : nothing
    }
    <details>
      <summary>${localize('filter.label')}</summary>
      <div class="filter-fields">
        ${search ? searchFilters(desk, onChange) : queueFilters(desk, onChange)}
      </div>
    </details>
  </div>`;
}

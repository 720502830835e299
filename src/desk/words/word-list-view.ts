import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';

import { type DeskWord, type WordListName, wordListNames } from '../../protocol/desk-words.ts';
import { foldText } from './fold-text.ts';
import type { Words } from './words.ts';

const kinds: Readonly<Record<WordListName, string>> = {
  ban: 'strong',
  suspect: '',
  allow: 'pending',
};

/** Entries that are shown at a time: who looks for one among thousands filters. */
const maxShown = 100;

function entryView({ addedAt, addedBy, isEveryday, list, text }: DeskWord, words: Words) {
  const { localize, times } = words.model;
  const isRemoved = words.removed.has(text);
  const act = isRemoved ? 'keep' : 'remove';
  return html`<li>
    <span class="word">
      ${isRemoved ? html`<s dir="auto">${text}</s>` : html`<bdi>${text}</bdi>`}
      <span class="flag ${kinds[list]}">${localize(`words.${list}`)}</span>
      <small class="quiet-text">
        ${isEveryday ? html`${localize('words.everyday')} · ` : nothing}${localize('words.added', {
          editor: addedBy,
          time: times.at(addedAt),
        })}
      </small>
    </span>
    ${
      words.model.may('changeWords')
        ? html`<button
            type="button"
            class="quiet"
            aria-label=${localize(`words.${act}.sr`, { word: text })}
            @click=${() => words.toggle(text)}
          >
            ${localize(`words.${act}`)}
          </button>`
        : nothing
    }
  </li>`;
}

/** The entries that fit the filter; their accents do not count. */
function entriesOf({ all, filter, shownList }: Words): readonly DeskWord[] {
  const wanted = foldText(filter.trim());
  return (all?.entries ?? []).filter(
    ({ list, text }) => (!shownList || list === shownList) && foldText(text).includes(wanted),
  );
}

/** The newsroom's words, and which of them are to be taken out. */
export function wordListView(words: Words): TemplateResult {
  const { all, filter, model } = words;
  const { localize } = model;
  const count = all?.entries.length ?? 0;
  const found = entriesOf(words);
  return html`<section aria-labelledby="word-list-heading">
    <h3 id="word-list-heading">
      ${count > 0 ? localize('words.list', { n: count }) : localize('words.none')}
    </h3>
    ${
      count > 0
        ? html`<div class="pair">
            <div class="field">
              <label for="word-filter">${localize('words.filter')}</label>
              <input
                id="word-filter"
                type="search"
                autocomplete="off"
                .value=${live(filter)}
                @input=${({ currentTarget }: Event) => {
                  words.filter = (currentTarget as HTMLInputElement).value;
                  model.redraw();
                }}
              />
            </div>
            <div class="field">
              <label class="unseen" for="word-filter-list">${localize('words.all')}</label>
              <select
                id="word-filter-list"
                @change=${({ currentTarget }: Event) => {
                  const { value } = currentTarget as HTMLSelectElement;
                  words.shownList = wordListNames.find((one) => one === value) ?? '';
                  model.redraw();
                }}
              >
                <option value="" .selected=${words.shownList === ''}>
                  ${localize('words.all')}
                </option>
                ${wordListNames.map(
                  (one) => html`<option value=${one} .selected=${words.shownList === one}>
                    ${localize(`words.${one}`)}
                  </option>`,
                )}
              </select>
            </div>
          </div>`
        : nothing
    }
    ${count > 0 && found.length === 0 ? html`<p>${localize('words.noMatch')}</p>` : nothing}
    <ul class="word-list">
      ${found.slice(0, maxShown).map((entry) => entryView(entry, words))}
    </ul>
    ${
      found.length > maxShown
        ? html`<p class="hint">${localize('words.more', { n: found.length - maxShown })}</p>`
        : nothing
    }
  </section>`;
}

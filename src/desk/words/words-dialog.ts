import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';

import { type DeskRecheck, wordListNames } from '../../protocol/desk-words.ts';
import type { DeskModel } from '../desk-model.ts';
import type { LoadedDialog } from '../lazy-dialog.ts';
import { wordListView } from './word-list-view.ts';
import { wordTestView } from './word-test-view.ts';
import { Words } from './words.ts';

function addView(words: Words): TemplateResult {
  const { draft, list, model } = words;
  const { localize } = model;
  return html`<div class="field">
      <label for="new-words">${localize('words.new')}</label>
      <textarea
        id="new-words"
        rows="3"
        spellcheck="false"
        aria-describedby="new-words-hint"
        .value=${live(draft)}
        @input=${({ currentTarget }: Event) => {
          words.draft = (currentTarget as HTMLTextAreaElement).value;
        }}
      ></textarea>
      <p class="hint" id="new-words-hint">${localize('words.new.hint')}</p>
    </div>
    <div class="field">
      <label for="new-words-list">${localize('words.into')}</label>
      <select
        id="new-words-list"
        @change=${({ currentTarget }: Event) => {
          const { value } = currentTarget as HTMLSelectElement;
          words.list = wordListNames.find((one) => one === value) ?? 'ban';
        }}
      >
        ${wordListNames.map(
          (one) => html`<option value=${one} .selected=${list === one}>
            ${localize(`words.${one}`)}
          </option>`,
        )}
      </select>
    </div>`;
}

function recheckView({ checked, endedAt, found }: DeskRecheck, { model }: Words): TemplateResult {
  const { localize, times } = model;
  return html`<p class="hint recheck">
    ${
      endedAt === null
        ? localize('recheck.running', { n: checked, found })
        : localize('recheck.done', { n: checked, found, time: times.at(endedAt) })
    }
  </p>`;
}

/** The newsroom's words: lists, a text to try them on, and how far published comments were looked through. */
function wordsDialog(words: Words): TemplateResult {
  const { all, model, note, problem } = words;
  const { localize } = model;
  const mayChange = model.may('changeWords');
  const { ban = 0, suspect = 0 } = all?.own ?? {};
  return html`<h2 id="words-heading" tabindex="-1">${localize('words.heading')}</h2>
    ${
      all
        ? html`<p class="hint">${localize('words.hint', { ban, suspect })}</p>
            ${mayChange ? addView(words) : nothing} ${wordListView(words)} ${wordTestView(words)}
            ${all.recheck ? recheckView(all.recheck, words) : nothing}`
        : html`<p class="quiet-text">${localize('desk.loading')}</p>`
    }
    <div role="alert">${problem ? html`<p class="error">${problem}</p>` : nothing}</div>
    <p class="note" role="status">${note}</p>
    <div class="actions">
      ${
        all && mayChange
          ? html`<button type="button" class="main" @click=${() => void words.save()}>
              ${localize('words.save')}
            </button>`
          : nothing
      }
      <button type="button" class="quiet" @click=${() => model.close()}>
        ${localize('desk.close')}
      </button>
    </div>`;
}

/** What the desk loads to open this dialog. */
export function createWordsDialog(model: DeskModel): LoadedDialog {
  const words = new Words(model);
  return { view: () => wordsDialog(words), open: () => words.open() };
}

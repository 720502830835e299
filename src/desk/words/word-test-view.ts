import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';

import type { DeskWordHit } from '../../protocol/desk-words.ts';
import type { DeskSignal } from '../../protocol/desk.ts';
import { highlight } from '../highlight.ts';
import type { Words } from './words.ts';

const toSignal = ({ severity, start, end }: DeskWordHit): DeskSignal => ({
  code: 'word',
  severity,
  field: 'content',
  offsets: [[start, end]],
});

function hitView({ entry, form, list, severity }: DeskWordHit, { model }: Words) {
  const { localize } = model;
  const name = localize(`words.${list}`).toLowerCase();
  const text = localize(`hit.${severity}`, {
    word: entry,
    list: name,
    form: localize(`form.${form}`),
  });
  return html`<li class="signal ${severity}" dir="auto">${text}</li>`;
}

function foundView(words: Words): TemplateResult | typeof nothing {
  const { test } = words;
  if (!test || test.hits.length === 0) return nothing;
  const { hits, text } = test;
  const parts = highlight(text, hits.map(toSignal), 'content');
  return html`<p class="text" dir="auto">
      ${parts.map(({ text: part, signals: [first] }) =>
        first === undefined
          ? part
          : html`<mark class=${hits[first]?.severity ?? 'note'}>${part}</mark>`,
      )}
    </p>
    <ul class="word-hits">
      ${hits.map((hit) => hitView(hit, words))}
    </ul>`;
}

/** A text to try the words on, with what is not saved, and what was found. */
export function wordTestView(words: Words): TemplateResult {
  const { isSampleMissing, model, sample } = words;
  const { localize } = model;
  return html`<form
    novalidate
    @submit=${(event: SubmitEvent) => {
      event.preventDefault();
      void words.tryOut();
    }}
  >
    <div class="field">
      <label for="word-sample">${localize('words.test')}</label>
      <textarea
        id="word-sample"
        rows="2"
        dir="auto"
        aria-describedby="word-sample-hint"
        aria-invalid=${isSampleMissing ? 'true' : nothing}
        .value=${live(sample)}
        @input=${({ currentTarget }: Event) => {
          words.sample = (currentTarget as HTMLTextAreaElement).value;
        }}
      ></textarea>
      <p class=${isSampleMissing ? 'error' : 'hint'} id="word-sample-hint">
        ${localize(isSampleMissing ? 'words.test.empty' : 'words.test.draft')}
      </p>
    </div>
    <div class="actions"><button>${localize('words.test.send')}</button></div>
    ${foundView(words)}
  </form>`;
}

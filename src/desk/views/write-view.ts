import { html, nothing, type TemplateResult } from 'lit';

import type { Desk } from '../desk.ts';
import { textIn } from '../text-in.ts';
import { diffView } from './diff-view.ts';
import { markedText } from './text-view.ts';

const fieldOf = (event: Event, name: string): string => {
  const button = event.currentTarget as HTMLElement;
  const form = new FormData(button.closest('form') ?? undefined);
  return textIn(form, name);
};

function fieldView(desk: Desk, label: string, hint: string): TemplateResult {
  const { model } = desk;
  return html`<div class="field">
    <label for="draft">${label}</label>
    ${hint ? html`<p class="hint" id="draft-hint">${hint}</p>` : nothing}
    <textarea
      id="draft"
      name="content"
      rows="8"
      dir="auto"
      aria-describedby=${hint ? 'draft-hint' : nothing}
      aria-invalid=${model.problem === model.localize('edit.empty') ? 'true' : nothing}
      .defaultValue=${model.draftShown}
      @input=${(event: Event) => {
        model.draft = (event.currentTarget as HTMLTextAreaElement).value;
        model.redraw();
      }}
    ></textarea>
  </div>`;
}

function editView(desk: Desk): TemplateResult {
  const { decisions, model } = desk;
  const { current, draft, isBusy, localize } = model;
  if (!current) return html``;
  const { content, editedContent, signals, status } = current;
  const save = (publish: boolean) => (event: Event) =>
    void decisions.saveText(model.draft, fieldOf(event, 'note').trim(), publish);
  const busy = isBusy ? 'true' : nothing;
  const canPublish = status !== 'published' && model.may('decide');
  return html`<form class="write" @submit=${(event: Event) => event.preventDefault()}>
    <div class="side-by-side">
      <div>
        <h3>${localize('edit.original')}</h3>
        <p class="text" dir="auto">${markedText(content, signals, 'content')}</p>
      </div>
      ${fieldView(desk, localize('edit.edited'), '')}
    </div>
    <h3>${localize('edit.diff')}</h3>
    ${diffView(content, draft, localize)}
    <div class="field">
      <label for="note">${localize('edit.note')}</label>
      <input id="note" name="note" autocomplete="off" />
    </div>
    <div class="actions">
      ${
        canPublish
          ? html`<button type="button" class="main" aria-disabled=${busy} @click=${save(true)}>
              ${localize('act.editPublish')}
            </button>`
          : nothing
      }
      <button
        type="button"
        class=${canPublish ? '' : 'main'}
        aria-disabled=${busy}
        @click=${save(false)}
      >
        ${localize('edit.save')}
      </button>
      ${
        editedContent === undefined
          ? nothing
          : html`<button
              type="button"
              aria-disabled=${busy}
              @click=${(event: Event) =>
                void decisions.saveText(null, fieldOf(event, 'note').trim(), false)}
            >
              ${localize('edit.revert')}
            </button>`
      }
      ${cancelView(desk)}
    </div>
  </form>`;
}

function replyView(desk: Desk): TemplateResult {
  const { decisions, model } = desk;
  const { isBusy, localize } = model;
  return html`<form class="write" @submit=${(event: Event) => event.preventDefault()}>
    <h3>${localize('act.reply')}</h3>
    ${fieldView(desk, localize('reply.content'), localize('reply.hint'))}
    <div class="actions">
      <button
        type="button"
        class="main"
        aria-disabled=${isBusy ? 'true' : nothing}
        @click=${() => void decisions.reply(model.draft)}
      >
        ${localize('reply.send')}
      </button>
      ${cancelView(desk)}
    </div>
  </form>`;
}

const cancelView = ({ decisions, model, reading }: Desk): TemplateResult => html`<button
  type="button"
  class="quiet"
  @click=${() => reading.guard(() => void decisions.stopWriting())}
>
  ${model.localize('desk.cancel')}
</button>`;

/** Where an editor changes a text beside the reader's, or answers for the newsroom. */
export const writeView = (desk: Desk): TemplateResult =>
  desk.model.mode === 'editing' ? editView(desk) : replyView(desk);

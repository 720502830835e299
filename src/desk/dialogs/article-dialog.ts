import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';

import type { DeskArticleSettings } from '../../protocol/desk-articles.ts';
import { maxSectionCharacters } from '../../protocol/limits.ts';
import type { ArticleState } from '../../protocol/types.ts';
import type { Desk } from '../desk.ts';
import type { ArticleDraft } from '../desk-client.ts';
import type { DeskModel } from '../desk-model.ts';
import { textIn } from '../text-in.ts';
import { modeIn, modeSelect, modeText } from './mode-select.ts';
import { settingsDialog } from './settings-dialog.ts';

const states: readonly ArticleState[] = ['open', 'closed', 'readonly', 'hidden'];

/** What was changed in the form; a field that was left alone stays as it is, and a time that has passed is no wish. */
function draftOf(form: FormData, article: DeskArticleSettings, { times }: DeskModel): ArticleDraft {
  const state = states.find((one) => one === textIn(form, 'state')) ?? null;
  const field = textIn(form, 'closesAt');
  const isTimeChanged = field !== times.toField(article.closesAt);
  const mode = modeIn(form, 'mode');
  const section = textIn(form, 'section').trim() || null;
  return {
    // Named with a time: taking the time away alone would mean that it is never to close.
    ...((state !== article.state || (isTimeChanged && state === null)) && { state }),
    ...(isTimeChanged && { closesAt: times.ofField(field) }),
    ...(mode !== article.mode && { mode }),
    ...(section !== article.section && { section }),
  };
}

function stateText({ inForce }: DeskArticleSettings, { localize, times }: DeskModel): string {
  const { state, closesAt } = inForce;
  const time = times.at(closesAt);
  if (state === 'open' && closesAt) return localize('article.openUntil', { time });
  if (state === 'closed' && closesAt) return localize('article.closedSince', { time });
  return localize(`article.${state}`);
}

function nowView(article: DeskArticleSettings, model: DeskModel): TemplateResult {
  const { inForce, section } = article;
  const mode = modeText(inForce.mode, model);
  const from = model.localize(`from.${inForce.modeFrom}`, { mode, section: section ?? '' });
  return html`<div class="reader-text now">
    <p class="label">${model.localize('article.now')}</p>
    <p>${stateText(article, model)}</p>
    <p>${from}</p>
  </div>`;
}

function fieldsView(article: DeskArticleSettings, desk: Desk): TemplateResult {
  const { model } = desk;
  const { localize, times } = model;
  const { autoCloseDays, closesAt, mode, section, state } = article;
  const { isTimeWrong } = desk.article;
  const usual = autoCloseDays
    ? localize('state.usual', { n: autoCloseDays })
    : localize('state.usualEver');
  return html`<p dir="auto">${article.title || article.id}</p>
    ${nowView(article, model)}
    <div class="field">
      <label for="article-state">${localize('article.state')}</label>
      <select id="article-state" name="state">
        <option value="" .selected=${state === null}>${usual}</option>
        ${states.map(
          (one) => html`<option value=${one} .selected=${one === state}>
            ${localize(`state.${one}`)}
          </option>`,
        )}
      </select>
    </div>
    <div class="field">
      <label for="closes-at">${localize('article.closesAt')}</label>
      <p class="hint" id="closes-at-hint">
        ${localize('article.closesAt.hint', { zone: times.zone })}
      </p>
      ${isTimeWrong ? html`<p class="error" id="closes-at-error">${localize('article.closesAt.empty')}</p>` : nothing}
      <input
        id="closes-at"
        name="closesAt"
        type="datetime-local"
        max="9999-12-30T23:59"
        aria-invalid=${isTimeWrong ? 'true' : nothing}
        aria-describedby="closes-at-hint${isTimeWrong ? ' closes-at-error' : ''}"
        .defaultValue=${times.toField(closesAt)}
      />
    </div>
    ${modeSelect({ name: 'mode', label: localize('modes.heading'), mode, none: localize('mode.above') }, model)}
    <div class="field">
      <label for="section">${localize('article.section')}</label>
      <p class="hint" id="section-hint">${localize('article.section.hint')}</p>
      <input
        id="section"
        name="section"
        list="sections"
        autocomplete="off"
        maxlength=${maxSectionCharacters}
        aria-describedby="section-hint"
        .defaultValue=${section ?? ''}
      />
      <datalist id="sections">
        ${desk.article.sections.map((name) => html`<option value=${name}></option>`)}
      </datalist>
    </div>`;
}

/** How comments of an article are taken: what is in force, and what can be set (M-2, L-14). */
export function articleDialog(desk: Desk): unknown {
  const { article, problem } = desk.article;
  const { model } = desk;
  const view = settingsDialog(
    {
      id: 'article-heading',
      heading: model.localize('article.heading'),
      problem,
      fields: article && fieldsView(article, desk),
      onSave: (form) => {
        if (!article) return;
        // A time that is typed in part has no value, as if it were taken away.
        const time = model.element.renderRoot.querySelector<HTMLInputElement>('#closes-at');
        if (time?.validity.badInput || time?.validity.rangeOverflow) desk.article.refuseTime();
        else void desk.article.save(draftOf(form, article, model));
      },
    },
    model,
  );
  // Drawn anew for what another editor has set, whatever was chosen before.
  return keyed(article?.version, view);
}

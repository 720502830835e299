import { html, nothing, type TemplateResult } from 'lit';

import type { DeskBulkAnswer } from '../../protocol/desk.ts';
import { decisionKeys } from '../decision-keys.ts';
import type { Desk } from '../desk.ts';
import { reasonIn, reasonsView } from './reasons-view.ts';

function previewView(
  { count, hasMore, sample, skipped }: DeskBulkAnswer,
  desk: Desk,
): TemplateResult {
  const { localize } = desk.model;
  return html`${hasMore ? html`<p>${localize('bulk.more', { n: count })}</p>` : nothing}
    ${skipped > 0 ? html`<p>${localize('bulk.skipped', { n: skipped })}</p>` : nothing}
    ${
      sample.length > 0
        ? html`<p class="label">${localize('bulk.sample')}</p>
            <ul class="sample">
              ${sample.map(
                ({ content, name }) => html`<li>
                  <bdi class="row-name">${name || localize('item.anonymous')}</bdi>
                  <span class="row-text" dir="auto">${content}</span>
                </li>`,
              )}
            </ul>`
        : nothing
    }`;
}

/** Shows what a decision about many would do, before it is done (M-9). */
export function bulkDialog(desk: Desk): TemplateResult {
  const { plan } = desk.bulk;
  const { localize } = desk.model;
  const preview = plan?.preview;
  const decision = plan?.decision ?? 'publish';
  const heading = !preview
    ? localize('desk.loading')
    : preview.count > 0
      ? localize('act.bulk.confirm', { n: preview.count })
      : localize('bulk.none');
  return html`<form
    novalidate
    @submit=${(event: SubmitEvent) => {
      event.preventDefault();
      desk.confirmBulk(reasonIn(new FormData(event.currentTarget as HTMLFormElement)));
    }}
  >
    <p class="label">${localize(decisionKeys[decision])}</p>
    <h2 id="bulk-heading" tabindex="-1">${heading}</h2>
    ${preview ? previewView(preview, desk) : nothing}
    ${
      decision === 'reject' && preview?.count
        ? html`<h3 id="bulk-reason">${localize('reason.label')}</h3>
            ${reasonsView(desk, 'bulk-reason')}`
        : nothing
    }
    <div class="actions">
      ${preview?.count ? html`<button class="main">${localize(decisionKeys[decision])}</button>` : nothing}
      <button type="button" class="quiet" @click=${() => desk.model.close()}>
        ${localize('desk.cancel')}
      </button>
    </div>
  </form>`;
}

import { html, nothing, type TemplateResult } from 'lit';

import type { ListMessageKey } from '../../messages/list.vi.ts';
import type { ReportReason } from '../../protocol/types.ts';
import type { Localize } from '../localize.ts';

/** In the order of the dialog. */
const reasons: readonly ReportReason[] = ['offensive', 'hate', 'false', 'privacy', 'spam', 'other'];

/** Where a report stands: being written, on its way, not to be sent as it is, or known to the newsroom. */
export type ReportPhase = 'asking' | 'sending' | 'empty' | 'failed' | 'done' | 'already';

/** The dialog in which a reader says why a comment should be looked at. */
export function reportView(
  phase: ReportPhase,
  level: number,
  onSubmit: (event: SubmitEvent) => void,
  onClose: (event: Event) => void,
  localize: Localize<ListMessageKey>,
): TemplateResult {
  const isOver = phase === 'done' || phase === 'already';
  const error = phase === 'empty' || phase === 'failed';
  return html`<dialog part="report" aria-labelledby="report-heading" @close=${onClose}>
    <form part="report-form" method="dialog" novalidate @submit=${onSubmit}>
      <h3 part="report-heading" id="report-heading" aria-level=${level}>
        ${localize('report.heading')}
      </h3>
      <div role="alert">
        ${
          isOver || error
            ? html`<p part=${error ? 'error' : 'report-text'} id="report-error">
                ${localize(`report.${phase}`)}
              </p>`
            : nothing
        }
      </div>
      ${
        isOver
          ? nothing
          : html`<div
                role="radiogroup"
                aria-labelledby="report-heading"
                aria-required="true"
                aria-invalid=${phase === 'empty' || nothing}
                aria-describedby=${error ? 'report-error' : nothing}
              >
                ${reasons.map(
                  (reason) => html`<label part="reason"
                    ><input type="radio" name="reason" .value=${reason} />
                    ${localize(`report.reason.${reason}`)}</label
                  >`,
                )}
              </div>
              <label part="report-note-label" for="report-note"
                >${localize('report.note.label')}</label
              >
              <textarea part="report-note" id="report-note" name="note" rows="3"></textarea>`
      }
      <div part="report-actions">
        ${
          isOver
            ? nothing
            : html`<button
                part="report-send-button"
                aria-disabled=${phase === 'sending' || nothing}
              >
                ${localize('report.send')}
              </button>`
        }
        <button part="report-close-button" value="close" formnovalidate>
          ${localize('report.close')}
        </button>
      </div>
    </form>
  </dialog>`;
}

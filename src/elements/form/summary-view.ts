import { html, nothing, type TemplateResult } from 'lit';

import type { FormMessageKey } from '../../messages/form.vi.ts';
import type { Localize } from '../localize.ts';
import { controlIds, type FormFieldName } from './control-ids.ts';
import type { Phase } from './phase.ts';

/**
 * Why the comment was not sent: one link a field (A-3), or what happened and "Thử lại".
 * The alert is inside the node that takes the focus, so that the two are not spoken over each other.
 */
export function summaryView(
  phase: Phase,
  level: number,
  onFollow: (event: Event, field: FormFieldName) => void,
  localize: Localize<FormMessageKey>,
): TemplateResult | typeof nothing {
  if (phase.kind !== 'refused' && phase.kind !== 'failed') return nothing;
  return html`<div
    part="summary"
    role="group"
    tabindex="-1"
    aria-labelledby="summary-heading"
  >
    <div role="alert">
      <h3 part="summary-heading" id="summary-heading" aria-level=${level}>
        ${localize('summary.heading')}
      </h3>
      ${
        phase.kind === 'failed'
          ? html`<p part="summary-text">${phase.text}</p>`
          : html`<p part="summary-text">${localize('summary.count', { n: phase.problems.length })}</p>
            <ul part="summary-list">
              ${phase.problems.map(
                ({ field, text }) => html`<li>
                  <a
                    part="summary-link"
                    href="#${controlIds[field]}"
                    @click=${(event: Event) => onFollow(event, field)}
                    >${text}</a
                  >
                </li>`,
              )}
            </ul>`
      }
    </div>
    ${
      phase.kind === 'failed' && phase.canRetry
        ? html`<button part="retry-button" type="submit">${localize('retry')}</button>`
        : nothing
    }
  </div>`;
}

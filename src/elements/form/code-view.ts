import { html, type TemplateResult } from 'lit';

import type { FormMessageKey } from '../../messages/form.vi.ts';
import type { Localize } from '../localize.ts';
import type { CodeState } from './code-state.ts';

/** The picture, "Mã khác", and what a code is heard by. The box keeps its place while nothing is in it. */
export function codeView(
  state: Exclude<CodeState, { kind: 'none' | 'work' }>,
  listening: unknown,
  localize: Localize<FormMessageKey>,
): TemplateResult {
  return html`<div part="code-line">
    <div part="code-box">
      ${
        state.kind === 'ready'
          ? html`<svg
            part="code-picture"
            role="img"
            aria-label=${localize('code.image.alt')}
            viewBox="0 0 ${state.challenge.width * 10} ${state.challenge.height * 10}"
            width=${state.challenge.width}
          >
            <path fill="currentColor" fill-rule="evenodd" d=${state.challenge.path}></path>
          </svg>`
          : html`<p part="code-note">${localize(`code.${state.kind}`)}</p>`
      }
    </div>
    <button part="refresh-button" type="button">${localize('code.refresh')}</button>
    ${listening}
  </div>`;
}

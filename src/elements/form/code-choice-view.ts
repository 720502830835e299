import { html, nothing, type TemplateResult } from 'lit';

import type { FormMessageKey } from '../../messages/form.vi.ts';
import type { OfferedKind } from '../../protocol/types.ts';
import type { Localize } from '../localize.ts';
import type { Phase } from './phase.ts';

/** What the choice is drawn from. */
export interface ChoiceView {
  readonly phase: Phase;
  /** How it stands without a code; false where there is one to be read. */
  readonly state: 'checking' | 'done' | 'failed' | 'skipped' | false;
  /** What else there is. */
  readonly others: readonly OfferedKind[];
  readonly onChoose: (kind: OfferedKind) => void;
}

const stateKeys = {
  checking: 'pow.checking',
  done: 'pow.done',
  failed: 'pow.failed',
  skipped: 'code.skipped',
} as const;

const chooseKeys: Partial<Record<OfferedKind, FormMessageKey>> = {
  picture: 'code.choose.picture',
  work: 'code.choose.work',
  none: 'code.skip',
};

const errorView = (
  phase: Phase,
  localize: Localize<FormMessageKey>,
): TemplateResult | typeof nothing => {
  const { text } =
    (phase.kind === 'refused' &&
      phase.problems.find(({ field }) => field === 'challenge.answer')) ||
    {};
  return text === undefined
    ? nothing
    : html`<p part="error"><span class="unseen">${localize('error.prefix.sr')} </span>${text}</p>`;
};

/** How it stands without a code, in the place of its field; and the other ways, by a button each. */
export function choiceView(
  { phase, state, others, onChoose }: ChoiceView,
  localize: Localize<FormMessageKey>,
): TemplateResult {
  return html`<div part="code-choice" role="group" aria-label=${localize('code.label')}>
    ${
      state
        ? html`${errorView(phase, localize)}
          <p part="code-status" id="code" tabindex="-1">${localize(stateKeys[state])}</p>
          ${
            state === 'failed'
              ? html`<button part="refresh-button" type="button">${localize('retry')}</button>`
              : nothing
          }`
        : others.length > 0
          ? html`<p part="hint">${localize('code.choose')}</p>`
          : nothing
    }
    ${others.map(
      (kind) => html`<button part="choose-button" type="button" @click=${() => onChoose(kind)}>
        ${localize(chooseKeys[kind] ?? 'code.choose')}
      </button>`,
    )}
  </div>`;
}

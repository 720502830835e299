import { html, nothing, type TemplateResult } from 'lit';

import type { DeskDecision } from '../../protocol/desk.ts';
import { decisionKeys } from '../decision-keys.ts';
import type { Desk } from '../desk.ts';
import { decisionsFor } from '../permissions.ts';
import type { ShortcutAction } from '../shortcuts.ts';
import { keyHint } from './key-hint.ts';

const keyOf: Readonly<Partial<Record<DeskDecision, ShortcutAction>>> = {
  publish: 'publish',
  reject: 'reject',
  spam: 'spam',
};

interface Action {
  readonly text: string;
  readonly run: () => void;
  readonly kind?: string;
  readonly key?: string | undefined;
}

function buttonView({ text, run, kind = '', key }: Action, isBusy: boolean): TemplateResult {
  return html`<button
    type="button"
    class=${kind}
    aria-keyshortcuts=${key ?? nothing}
    aria-disabled=${isBusy ? 'true' : nothing}
    @click=${run}
  >
    ${text}${keyHint(key)}
  </button>`;
}

function actionsFor(desk: Desk): readonly Action[] {
  const { decisions, model, shortcuts } = desk;
  const { current, localize } = model;
  if (!current || current.status === 'erased') return [];
  const decide = (decision: DeskDecision): Action => {
    const shortcut = keyOf[decision];
    return {
      text: localize(decisionKeys[decision]),
      run: () => desk.decide(decision),
      kind: decision === 'publish' ? 'main' : decision === 'remove' ? 'grave' : '',
      key: shortcut && shortcuts.hint(shortcut),
    };
  };
  const isPublished = current.status === 'published';
  const { pick, pinned } = current;
  const [first, ...others] = model.may('decide') ? decisionsFor(current).map(decide) : [];
  return [
    ...(first && !isPublished ? [first] : []),
    ...(model.may('edit')
      ? [
          {
            text: localize('act.edit'),
            run: () => void decisions.write('editing'),
            key: shortcuts.hint('edit'),
          },
        ]
      : []),
    ...others,
    ...(isPublished && model.may('mark')
      ? [
          {
            text: localize(pick ? 'act.unpick' : 'act.pick'),
            run: () => void decisions.mark({ pick: !pick }),
          },
          {
            text: localize(pinned ? 'act.unpin' : 'act.pin'),
            run: () => void decisions.mark({ pinned: !pinned }),
          },
        ]
      : []),
    ...(isPublished && model.may('reply')
      ? [{ text: localize('act.reply'), run: () => void decisions.write('replying') }]
      : []),
    ...(first && isPublished ? [first] : []),
  ];
}

/** What the editor's role can do with the comment as it stands; nothing else is offered. */
export function actionsView(desk: Desk): TemplateResult | typeof nothing {
  const actions = actionsFor(desk);
  if (actions.length === 0) return nothing;
  const { isBusy, localize } = desk.model;
  return html`<div class="actions" role="group" aria-label=${localize('act.label')}>
    ${actions.map((action) => buttonView(action, isBusy))}
  </div>`;
}

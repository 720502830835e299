import { html, nothing, type TemplateResult } from 'lit';

import type { DeskSignal } from '../../protocol/desk.ts';
import { highlight } from '../highlight.ts';

/** Id of what a signal says, which its marks are described by. */
export const signalId = (index: number): string => `signal-${index}`;

const weights = ['note', 'hold', 'junk'];

/** The reader's own text of a field, with what each signal found marked (M-7). */
export function markedText(
  text: string,
  signals: readonly DeskSignal[],
  field: NonNullable<DeskSignal['field']>,
): readonly (TemplateResult | string)[] {
  return highlight(text, signals, field).map((part) => {
    if (part.signals.length === 0) return part.text;
    const weight = Math.max(
      ...part.signals.map((index) => weights.indexOf(signals[index]?.severity ?? 'note')),
    );
    return html`<mark
      class=${weights[weight] ?? 'note'}
      aria-describedby=${part.signals.map(signalId).join(' ') || nothing}
      >${part.text}</mark
    >`;
  });
}

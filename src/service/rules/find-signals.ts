import type { CommentDraft } from '../../protocol/types.ts';
import type { Signal } from './signal.ts';

/** A comment as its signals are looked for. */
export interface SignalSource {
  readonly draft: Pick<CommentDraft, 'trap'>;
  /** Age of its security code; infinite where none is asked for. */
  readonly codeAgeSeconds: number;
}

/** Nobody reads a code and writes a comment in less time. */
const minHumanSeconds = 2;

/** What is odd about a comment. No signal refuses it; what each does is its severity. */
export function findSignals({ draft, codeAgeSeconds }: SignalSource): readonly Signal[] {
  const signals: Signal[] = [];
  if (draft.trap !== undefined) signals.push({ code: 'trap', severity: 'junk', offsets: [] });
  if (codeAgeSeconds < minHumanSeconds) {
    signals.push({ code: 'fast', severity: 'hold', offsets: [] });
  }
  return signals;
}

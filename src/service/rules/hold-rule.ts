import type { Signal } from './signal.ts';

/** Whether a comment with these signals waits for the newsroom, whatever the mode of moderation. */
export const isHeld = (signals: readonly Signal[]): boolean =>
  signals.some(({ severity }) => severity !== 'note');

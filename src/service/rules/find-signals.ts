import type { Signal } from '../store/comment-store.ts';

/** Nobody reads a code and writes a comment in less time. */
const minHumanSeconds = 2;

/** What is odd about a comment; any signal holds it for the newsroom, none refuses it. */
export const findSignals = (codeAgeSeconds: number): Signal[] =>
  codeAgeSeconds < minHumanSeconds ? ['fast'] : [];

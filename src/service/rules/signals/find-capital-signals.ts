import type { Signal } from '../signal.ts';
import type { SearchedTexts } from './signal-finder.ts';

const minLetters = 20;
const maxShare = 0.7;

/** Shouting (T-11): over 70 % capitals among 20 letters and more. Only noted. */
export function findCapitalSignals({ content }: SearchedTexts): readonly Signal[] {
  const capitals = content.replace(/\P{Lu}+/gu, '').length;
  const letters = capitals + content.replace(/\P{Ll}+/gu, '').length;
  return letters >= minLetters && capitals > maxShare * letters
    ? [{ code: 'capitals', severity: 'note', field: 'content', offsets: [] }]
    : [];
}

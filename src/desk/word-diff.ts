import { diffArrays } from 'diff';

/** A run of words that stands in both texts, or in one of them. */
export interface DiffPart {
  readonly kind: 'same' | 'added' | 'deleted';
  readonly text: string;
}

const segmenter = new Intl.Segmenter('vi', { granularity: 'word' });

const wordsOf = (text: string): string[] =>
  Array.from(segmenter.segment(text.normalize('NFC')), ({ segment }) => segment);

/** How long a comparison may take before both texts are shown whole: two unlike long texts are slow, and tell nothing. */
const timeoutMs = 300;

/**
 * The words that an editor has added and taken out (M-5). An accent makes another word, "toà" and "tòa" are two;
 * only the way Unicode writes a letter makes none.
 */
export function wordDiff(original: string, edited: string): readonly DiffPart[] {
  // Its type says nothing of it: there is no answer where time was short.
  const changes = diffArrays(wordsOf(original), wordsOf(edited), { timeout: timeoutMs });
  if (!changes) {
    return [
      { kind: 'deleted', text: original },
      { kind: 'added', text: edited },
    ];
  }
  return joinChanges(
    changes.map(({ added, removed, value }) => ({
      kind: added ? 'added' : removed ? 'deleted' : 'same',
      text: value.join(''),
    })),
  );
}

/** Neighbouring changes as one that goes and one that comes: a blank between them is no word that stayed. */
function joinChanges(parts: readonly DiffPart[]): readonly DiffPart[] {
  const joined: DiffPart[] = [];
  let deleted = '';
  let added = '';
  const flush = (): void => {
    if (deleted) joined.push({ kind: 'deleted', text: deleted });
    if (added) joined.push({ kind: 'added', text: added });
    deleted = added = '';
  };
  for (const [index, { kind, text }] of parts.entries()) {
    const next = parts[index + 1];
    const isBlank = kind === 'same' && text.trim() === '' && (deleted || added) && next;
    if (kind !== 'added' && (kind === 'deleted' || isBlank)) deleted += text;
    if (kind !== 'deleted' && (kind === 'added' || isBlank)) added += text;
    if (kind !== 'same' || isBlank) continue;
    flush();
    joined.push({ kind, text });
  }
  flush();
  return joined;
}

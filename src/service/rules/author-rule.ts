import type { AuthorStanding } from '../../protocol/desk.ts';
import type { Signal } from './signal.ts';

/**
 * What the newsroom's word about an author does to a comment (M-8). Nobody is refused: an email is easily another's, so
 * that a comment of a banned author waits among what is hardly worth a look, and nothing is told to who sends it.
 */
const signalOf: Readonly<Record<AuthorStanding, Pick<Signal, 'code' | 'severity'> | undefined>> = {
  usual: undefined,
  trusted: undefined,
  premoderated: { code: 'author-reviewed', severity: 'hold' },
  muted: { code: 'author-refused', severity: 'junk' },
  banned: { code: 'author-refused', severity: 'junk' },
};

/** The signals of an author's standing. */
export function findAuthorSignals(standing: AuthorStanding): readonly Signal[] {
  const signal = signalOf[standing];
  return signal ? [{ ...signal, offsets: [] }] : [];
}

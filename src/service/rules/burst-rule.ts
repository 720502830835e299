import type { OfferedKind } from '../../protocol/types.ts';
import type { CopyTransaction } from '../store/comment-copies.ts';
import type { PressureDemand } from './pressure-rules.ts';
import type { Signal } from './signal.ts';

/** A comment with a solved code, and what the pressure asks for. */
export interface BurstSource {
  readonly demand: PressureDemand;
  readonly code: { readonly hasWork?: boolean };
  /** What readers may ask for. */
  readonly kinds: readonly OfferedKind[];
  /** Normalised; empty where there is none. */
  readonly email: string;
}

/**
 * Under pressure a comment is held that came without the work that is asked for by now (of a page without script, of one
 * that is not secure, or because its code is older than the pressure), and in a wave that of a new author.
 */
export async function findBurstSignals(
  { demand, code, kinds, email }: BurstSource,
  transaction: Pick<CopyTransaction, 'hasPublished'>,
): Promise<readonly Signal[]> {
  const isWorkMissing = demand.isWorkDemanded && kinds.includes('work') && !code.hasWork;
  const isNewcomer =
    demand.holdsNewAuthors && !(email !== '' && (await transaction.hasPublished(email)));
  return isWorkMissing || isNewcomer ? [{ code: 'burst', severity: 'hold', offsets: [] }] : [];
}

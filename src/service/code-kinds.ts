import type { ChallengeKind } from '../protocol/types.ts';

/**
 * The kinds a service's security code needs for what its forms offer: a picture too where they offer work alone, for a
 * page without script can do no work.
 */
export const codeKinds = (offered: readonly ChallengeKind[]): readonly ChallengeKind[] =>
  offered.length === 0 || offered.includes('picture') ? offered : [...offered, 'picture'];

import type {
  CheckResult,
  CodeForm,
  IssueRequest,
  SecurityCode,
  SpentStore,
} from '../captcha/index.ts';
import type { ChallengeProblemCode } from '../protocol/problem.ts';
import { calm, type PressureDemand } from './rules/pressure-rules.ts';
import type { Challenge, ChallengeKind, CommentDraft, OfferedKind } from '../protocol/types.ts';

/** What came of the code a comment was sent with; `next`: how the reader's next one is to be, where that is known. */
export type CodeCheck =
  | {
      readonly kind: 'passed';
      /** Age of the code; infinite where there is none. */
      readonly ageSeconds: number;
      /** Whether the reader's machine has worked for it. */
      readonly hasWork?: boolean;
      /** Whether the reader has sent without one where one is asked for. */
      readonly isWithoutCode?: boolean;
      readonly next?: CodeForm;
    }
  | { readonly kind: 'refused'; readonly code: ChallengeProblemCode; readonly next?: CodeForm };

/** A code that was answered, and the article it was answered for. */
export type ChallengeAttempt = Pick<CommentDraft, 'article' | 'challenge'>;

/** What is asked of {@link ChallengeSource.issue}. */
export type ChallengeWish = Pick<IssueRequest, 'article' | 'lang'> & {
  readonly kind?: OfferedKind | undefined;
  /** What is asked for because of the pressure. Default nothing more than usual. */
  readonly demand?: PressureDemand | undefined;
  /** False where the page cannot do work: it gets a code alone, and its comment is held under pressure. Default true. */
  readonly canWork?: boolean | undefined;
};

/** The security code as the service uses it, be it switched on or off. */
export interface ChallengeSource {
  /** What a reader may ask for; empty where no code is asked for. */
  readonly kinds: readonly OfferedKind[];
  /** Whether a reader may be given a challenge of this kind. */
  isOffered(kind: string | undefined): kind is OfferedKind | undefined;
  /** Also a kind that is not offered, where the security code has it. */
  issue(request: ChallengeWish): Promise<Challenge>;
  /** Judges and spends; the spend is undone when the transaction of `spent` is. */
  check(attempt: ChallengeAttempt, spent: SpentStore): Promise<CodeCheck>;
}

const maxDifficulty = 1_000_000;

const noChallenges: ChallengeSource = {
  kinds: [],
  isOffered: (_kind): _kind is OfferedKind | undefined => true,
  issue: async () => ({ kind: 'none' }),
  check: async () => ({ kind: 'passed', ageSeconds: Infinity }),
};

const toCodeCheck = (result: CheckResult): CodeCheck =>
  result.kind === 'passed'
    ? { kind: 'passed', ageSeconds: result.ageSeconds, hasWork: result.hasWork }
    : { kind: 'refused', code: `challenge-${result.kind}` };

/** What {@link createChallengeSource} may be told. */
export interface ChallengeSourceOptions {
  /** What readers are offered. Default all that the security code has. */
  readonly offered?: readonly ChallengeKind[];
  /** Whether readers may send without a code. Default false. */
  readonly allowsNone?: boolean;
  /** Keys of work that are tried on the average while there is no pressure. Default 1,000. */
  readonly difficulty?: number;
}

/** Challenges by the given security code; without one, no code is asked for. */
export function createChallengeSource(
  securityCode: SecurityCode | undefined,
  options: ChallengeSourceOptions = {},
): ChallengeSource {
  if (!securityCode) return noChallenges;
  const { offered = securityCode.kinds, allowsNone = false, difficulty = 1000 } = options;
  const kinds: readonly OfferedKind[] = allowsNone ? [...offered, 'none'] : offered;
  const isOffered = (kind: string | undefined): kind is OfferedKind | undefined =>
    kind === undefined || kinds.some((one) => one === kind);
  return {
    kinds,
    isOffered,
    async issue({ kind: wish, demand = calm, canWork = true, ...request }) {
      if (wish === 'none') return { kind: wish };
      const kind = wish ?? (canWork ? undefined : offered.find((one) => one !== 'work'));
      const isWorkDemanded = demand.isWorkDemanded && canWork;
      const harder = Math.min(difficulty * demand.difficulty, maxDifficulty);
      return securityCode.issue({ ...request, kind, isWorkDemanded, difficulty: harder });
    },
    async check({ article, challenge }, spent) {
      if (!challenge) return { kind: 'refused', code: 'challenge-missing' };
      if ('kind' in challenge) {
        return allowsNone
          ? { kind: 'passed', ageSeconds: Infinity, isWithoutCode: true }
          : { kind: 'refused', code: 'challenge-missing' };
      }
      const result = await securityCode.check({ ...challenge, article, spent });
      const check = toCodeCheck(result);
      // A kind may have gone out of offer since.
      const isKnown = result.kind !== 'malformed' && isOffered(result.form.kind);
      return isKnown ? { ...check, next: result.form } : check;
    },
  };
}

import type {
  CheckResult,
  CodeForm,
  CodeKind,
  IssueRequest,
  SecurityCode,
  SpentStore,
} from '../captcha/index.ts';
import type { ChallengeProblemCode } from '../protocol/problem.ts';
import type { Challenge, CommentDraft } from '../protocol/types.ts';

/** What came of the code a comment was sent with; `next`: how the reader's next one is to be, where that is known. */
export type CodeCheck =
  /** `ageSeconds`: age of the code; infinite where none is asked for. */
  | { readonly kind: 'passed'; readonly ageSeconds: number; readonly next?: CodeForm }
  | { readonly kind: 'refused'; readonly code: ChallengeProblemCode; readonly next?: CodeForm };

/** A code that was answered, and the article it was answered for. */
export type ChallengeAttempt = Pick<CommentDraft, 'article' | 'challenge'>;

/** The security code as the service uses it, be it switched on or off. */
export interface ChallengeSource {
  /** What a reader may ask for; empty where no code is asked for. */
  readonly kinds: readonly CodeKind[];
  /** Whether a reader may be given a challenge of this kind. */
  isOffered(kind: string | undefined): kind is CodeKind | undefined;
  issue(request: IssueRequest): Promise<Challenge>;
  /** Judges and spends; the spend is undone when the transaction of `spent` is. */
  check(attempt: ChallengeAttempt, spent: SpentStore): Promise<CodeCheck>;
}

const noChallenges: ChallengeSource = {
  kinds: [],
  isOffered: (_kind): _kind is CodeKind | undefined => true,
  issue: async () => ({ kind: 'none' }),
  check: async () => ({ kind: 'passed', ageSeconds: Infinity }),
};

const toCodeCheck = (result: CheckResult): CodeCheck =>
  result.kind === 'passed'
    ? { kind: 'passed', ageSeconds: result.ageSeconds }
    : { kind: 'refused', code: `challenge-${result.kind}` };

/** Challenges by the given security code; without one, no code is asked for. */
export function createChallengeSource(securityCode: SecurityCode | undefined): ChallengeSource {
  if (!securityCode) return noChallenges;
  return {
    kinds: securityCode.kinds,
    isOffered: (kind): kind is CodeKind | undefined =>
      kind === undefined || securityCode.kinds.some((offered) => offered === kind),
    issue: (request) => securityCode.issue(request),
    async check({ article, challenge }, spent) {
      if (!challenge) return { kind: 'refused', code: 'challenge-missing' };
      const result = await securityCode.check({ ...challenge, article, spent });
      const check = toCodeCheck(result);
      // A kind may have gone out of offer since.
      const isKnown = result.kind !== 'malformed' && securityCode.kinds.includes(result.form.kind);
      return isKnown ? { ...check, next: result.form } : check;
    },
  };
}

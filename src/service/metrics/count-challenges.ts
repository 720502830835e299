import type { ChallengeSource, CodeCheck } from '../challenge-source.ts';
import type { ChallengeOutcome, ServiceMeter } from './service-meter.ts';

const outcomes: Readonly<Partial<Record<string, ChallengeOutcome>>> = {
  'challenge-wrong': 'wrong',
  'challenge-expired': 'expired',
  'challenge-spent': 'used',
};

const outcomeOf = (check: CodeCheck): ChallengeOutcome =>
  check.kind === 'passed' ? 'right' : (outcomes[check.code] ?? 'other');

/** The same challenges, counted. A check that its database has undone and had done again is counted each time. */
export function countChallenges(
  source: ChallengeSource,
  meter: Pick<ServiceMeter, 'countChallenge'>,
): ChallengeSource {
  return {
    ...source,
    async issue(request) {
      const challenge = await source.issue(request);
      if (challenge.kind !== 'none') meter.countChallenge('given');
      return challenge;
    },
    async check(attempt, spent) {
      const check = await source.check(attempt, spent);
      // Nobody has answered a code where none was asked for, or none was sent.
      if (attempt.challenge && !('kind' in attempt.challenge))
        meter.countChallenge(outcomeOf(check));
      return check;
    },
  };
}

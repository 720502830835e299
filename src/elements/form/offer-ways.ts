import type { ChallengeAnswer, WorkChallenge } from '../../protocol/types.ts';
import type { CodeKeeper } from './code-keeper.ts';
import type { FormModel } from './form-model.ts';

/**
 * Fetches what lets the reader have a code otherwise than by the picture. A file of its own, for most forms of which
 * nothing else is offered. False where the challenge cannot be met here: another is to be asked for.
 */
export async function offerWays(
  model: FormModel,
  keeper: CodeKeeper,
  answer: Partial<ChallengeAnswer>,
): Promise<boolean> {
  const { work } = (answer.challenge ?? {}) as Partial<WorkChallenge>;
  const { kinds = [] } = answer;
  const isChoice = kinds.some((kind) => kind === 'work' || kind === 'none');
  const taking = (async (): Promise<boolean> => {
    if (work || isChoice) {
      const { CodeChoice } = await import('./code-choice.ts');
      if (keeper.ways instanceof CodeChoice) return keeper.ways.turn(answer);
      keeper.ways?.stop();
      const choice = new CodeChoice(model, keeper);
      keeper.ways = choice;
      return choice.turn(answer);
    }
    if (kinds.includes('speech') && !keeper.ways) {
      const { SpokenCode } = await import('./spoken-code.ts');
      keeper.ways ??= new SpokenCode(model, keeper);
    }
    return true;
  })().catch(() => false);
  void taking.then(() => model.element.requestUpdate());
  // Without these files there is the picture.
  return work ? taking : true;
}

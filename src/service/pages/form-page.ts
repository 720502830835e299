import type { Phase } from '../../elements/form/phase.ts';
import type { Challenge, PublishedComment } from '../../protocol/types.ts';
import type { ServiceContext } from '../http/service-context.ts';
import { noticeFor } from '../privacy-notices.ts';
import { formSection } from './form-section-view.ts';
import type { PageOptions, PageWorld } from './page-world.ts';
import type { TypedForm } from './typed-form.ts';

/** What a form is shown for. */
export interface FormRequest {
  readonly typed: TypedForm;
  readonly phase: Phase;
  readonly answered: PublishedComment | undefined;
  readonly closesAt: string | undefined;
  /** Whether the reader's last code was counted when it was used. */
  readonly isCounted: boolean;
}

/** A form as it is shown, and whether it plays a sound. */
export interface ShownForm {
  readonly html: string;
  readonly hasSound: boolean;
}

/** Draws the form with a code of its own, which is counted like any other. */
export async function showForm(
  options: PageOptions,
  context: ServiceContext,
  { typed, phase, answered, closesAt, isCounted }: FormRequest,
  world: PageWorld,
): Promise<ShownForm> {
  const { challenges, limits, notices, settings } = options;
  const { language, localize, formatTime, addresses } = world;
  const { article, codeKind, lastKind } = typed;
  const wanted = codeKind ?? lastKind;
  const issue = async (): Promise<Challenge | undefined> => {
    const limited = isCounted ? undefined : await limits?.countChallenge(context.env.address);
    if (limited) return undefined;
    // A page without script can do no work: under pressure its comments are held.
    await limits?.pressure?.countChallenge(context.env.address);
    // Work is done by script; where there is nothing else, the page has a picture.
    const usual = challenges.kinds.find((kind) => kind !== 'work') ?? 'picture';
    const kind = challenges.isOffered(wanted) && wanted !== 'work' ? (wanted ?? usual) : usual;
    return challenges.issue({ article, kind, lang: language });
  };
  const challenge = await issue();
  const section = {
    phase,
    typed,
    answered,
    challenge,
    hasSpeech: challenges.kinds.includes('speech'),
    allowsNone: challenges.kinds.includes('none'),
    notice: noticeFor(notices, language),
    limits: settings.limits,
    closing:
      closesAt === undefined
        ? undefined
        : localize('state.closing', { date: formatTime(closesAt) }),
  };
  return {
    html: formSection(section, addresses, localize),
    hasSound: challenge?.kind === 'speech',
  };
}

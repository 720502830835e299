import { countMessagesEn } from '../../src/messages/count.en.ts';
import { countMessagesVi } from '../../src/messages/count.vi.ts';
import { formAccentMessagesVi } from '../../src/messages/form-accents.vi.ts';
import { formCheckMessagesVi } from '../../src/messages/form-checks.vi.ts';
import { formChoiceMessagesVi } from '../../src/messages/form-choice.vi.ts';
import { formConsentMessagesVi } from '../../src/messages/form-consent.vi.ts';
import { formRefusalMessagesVi } from '../../src/messages/form-refusals.vi.ts';
import { formSituationMessagesVi } from '../../src/messages/form-situation.vi.ts';
import { formSpeechMessagesVi } from '../../src/messages/form-speech.vi.ts';
import { formMessagesEn } from '../../src/messages/form.en.ts';
import { formMessagesVi } from '../../src/messages/form.vi.ts';
import { listActionMessagesVi } from '../../src/messages/list-actions.vi.ts';
import { listRefusalMessagesVi } from '../../src/messages/list-refusals.vi.ts';
import { listMessagesEn } from '../../src/messages/list.en.ts';
import { listMessagesVi } from '../../src/messages/list.vi.ts';
import { reasonMessagesVi } from '../../src/messages/reasons.vi.ts';

/** Everything the elements say in Vietnamese, of all files that a page loads. */
export const vietnamese: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...formMessagesVi,
    ...formAccentMessagesVi,
    ...formCheckMessagesVi,
    ...formChoiceMessagesVi,
    ...formConsentMessagesVi,
    ...formRefusalMessagesVi,
    ...formSituationMessagesVi,
    ...listMessagesVi,
    ...listActionMessagesVi,
    ...listRefusalMessagesVi,
    ...reasonMessagesVi,
    ...countMessagesVi,
    ...formSpeechMessagesVi,
  }),
);

/** Everything the elements say in English. */
export const english: ReadonlyMap<string, string> = new Map(
  Object.entries({ ...formMessagesEn, ...listMessagesEn, ...countMessagesEn }),
);

/** Key and text of every message in both languages. */
export const everything: readonly (readonly [key: string, text: string])[] = [
  ...vietnamese,
  ...english,
];

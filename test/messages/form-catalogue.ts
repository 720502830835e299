import { formCheckMessagesVi } from '../../src/messages/form-checks.vi.ts';
import { formConsentMessagesVi } from '../../src/messages/form-consent.vi.ts';
import { formMessagesEn } from '../../src/messages/form.en.ts';
import { formMessagesVi } from '../../src/messages/form.vi.ts';

/** Everything the form says in Vietnamese, of all files that a page loads. */
export const vietnamese: ReadonlyMap<string, string> = new Map(
  Object.entries({ ...formMessagesVi, ...formCheckMessagesVi, ...formConsentMessagesVi }),
);

/** Everything the form says in English. */
export const english: ReadonlyMap<string, string> = new Map(Object.entries(formMessagesEn));

/** Key and text of every message in both languages. */
export const everything: readonly (readonly [key: string, text: string])[] = [
  ...vietnamese,
  ...english,
];

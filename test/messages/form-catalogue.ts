import { formCheckMessagesVi } from '../../src/messages/form-checks.vi.ts';
import { formConsentMessagesVi } from '../../src/messages/form-consent.vi.ts';
import { formMessagesEn } from '../../src/messages/form.en.ts';
import { formMessagesVi } from '../../src/messages/form.vi.ts';
import { listActionMessagesVi } from '../../src/messages/list-actions.vi.ts';
import { listMessagesEn } from '../../src/messages/list.en.ts';
import { listMessagesVi } from '../../src/messages/list.vi.ts';

/** Everything the form and the list say in Vietnamese, of all files that a page loads. */
export const vietnamese: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...formMessagesVi,
    ...formCheckMessagesVi,
    ...formConsentMessagesVi,
    ...listMessagesVi,
    ...listActionMessagesVi,
  }),
);

/** Everything the form and the list say in English. */
export const english: ReadonlyMap<string, string> = new Map(
  Object.entries({ ...formMessagesEn, ...listMessagesEn }),
);

/** Key and text of every message in both languages. */
export const everything: readonly (readonly [key: string, text: string])[] = [
  ...vietnamese,
  ...english,
];

import { createLocalize, type Localize } from '../../elements/localize.ts';
import { formAccentMessagesVi } from '../../messages/form-accents.vi.ts';
import { formCheckMessagesVi } from '../../messages/form-checks.vi.ts';
import { formChoiceMessagesVi } from '../../messages/form-choice.vi.ts';
import { formConsentMessagesVi } from '../../messages/form-consent.vi.ts';
import { formRefusalMessagesVi } from '../../messages/form-refusals.vi.ts';
import { formSituationMessagesVi } from '../../messages/form-situation.vi.ts';
import { formSpeechMessagesVi } from '../../messages/form-speech.vi.ts';
import { formMessagesEn } from '../../messages/form.en.ts';
import { type FormMessageKey, formMessagesVi } from '../../messages/form.vi.ts';
import { listActionMessagesVi } from '../../messages/list-actions.vi.ts';
import { listRefusalMessagesVi } from '../../messages/list-refusals.vi.ts';
import { reasonMessagesVi } from '../../messages/reasons.vi.ts';
import { listMessagesEn } from '../../messages/list.en.ts';
import { type ListMessageKey, listMessagesVi } from '../../messages/list.vi.ts';
import { pageMessagesEn } from '../../messages/page.en.ts';
import { type PageMessageKey, pageMessagesVi } from '../../messages/page.vi.ts';
import type { PageLanguage } from './page-language.ts';

/** Everything a page says: the form's words, the list's and its own. */
export type PageWords = Localize<FormMessageKey | ListMessageKey | PageMessageKey>;

const vietnamese = {
  ...formMessagesVi,
  ...formAccentMessagesVi,
  ...formCheckMessagesVi,
  ...formChoiceMessagesVi,
  ...formConsentMessagesVi,
  ...formRefusalMessagesVi,
  ...formSituationMessagesVi,
  ...formSpeechMessagesVi,
  ...listMessagesVi,
  ...listActionMessagesVi,
  ...listRefusalMessagesVi,
  ...reasonMessagesVi,
  ...pageMessagesVi,
};

const english = { ...formMessagesEn, ...listMessagesEn, ...pageMessagesEn };

const wordsIn = (language: PageLanguage, messages: typeof vietnamese | typeof english): PageWords =>
  createLocalize(language, messages, { newsroom: messages.newsroom });

/** The words of the pages by language. */
export const pageWords: Readonly<Record<PageLanguage, PageWords>> = {
  vi: wordsIn('vi', vietnamese),
  en: wordsIn('en', english),
};

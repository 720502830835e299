import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { consentMessagesEn } from '../messages/consent.en.ts';
import { type ConsentMessages, consentMessagesVi } from '../messages/consent.vi.ts';
import { maxNoticeVersionCharacters } from '../protocol/schemas-of-consent.ts';
import type { ConsentPurpose, ConsentQuestion, PrivacyNotice } from '../protocol/types.ts';
import { ConfigurationError } from './configuration-error.ts';
import { composeNotice, type NoticeFacts } from './compose-notice.ts';
import { settingPlaces } from './setting-table.ts';
import type { Settings } from './settings.ts';

/** The notice in force, in each language it is given in; the first is for readers of all others. */
export type PrivacyNotices = readonly PrivacyNotice[];

const words: Readonly<Record<string, ConsentMessages>> = {
  vi: consentMessagesVi,
  en: consentMessagesEn,
};

const days = z.int().min(1).max(36_500);

const facts: z.ZodType<NoticeFacts> = z.strictObject({
  version: z.string().min(1).max(maxNoticeVersionCharacters),
  date: z.iso.date(),
  controller: z.string().min(1),
  contact: z.string().min(1),
  emailMonths: z.int().min(1).max(1200),
  ipDays: days,
  rejectedDays: days,
  ipMode: z.record(z.string(), z.string().min(1)),
  recipients: z.record(z.string(), z.string().min(1)).exactOptional(),
  url: z.url({ protocol: /^https?$/ }).exactOptional(),
  text: z.record(z.string(), z.string().trim().min(1)).exactOptional(),
});

const refuse = (file: string, what: string): never => {
  throw new ConfigurationError(
    'NOTICE_UNREADABLE',
    `The notice ${file} (${settingPlaces('notice')}) ${what}; correct the file or leave the setting out.`,
  );
};

const readFacts = (file: string): NoticeFacts => {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return refuse(file, 'cannot be read as JSON');
  }
  const parsed = facts.safeParse(json);
  if (parsed.success) return parsed.data;
  const { path, message } = parsed.error.issues[0] ?? { path: [], message: '' };
  return refuse(file, `is not right at ${path.join('.') || 'its top'} (${message})`);
};

const ask = (
  purposes: readonly ConsentPurpose[],
  controller: string,
  messages: ConsentMessages,
): ConsentQuestion[] =>
  purposes.map((purpose) => ({
    purpose,
    label: messages[`consent.${purpose}`].replace('{controller}', controller),
    required: purpose === 'process',
  }));

/** The proof of a notice: SHA-256 over every member that a reader sees, in base64url. */
export function hashNotice(notice: Omit<PrivacyNotice, 'hash'>): string {
  const { version, locale, text, url = null, consents } = notice;
  const shown = [
    version,
    locale,
    text,
    url,
    ...consents.map(({ purpose, label }) => [purpose, label]),
  ];
  return createHash('sha256').update(JSON.stringify(shown)).digest('base64url');
}

/**
 * Reads the notice that the settings name: boxes by `legalBasis` and `consents`, the text from the file's facts or, where
 * it has a `text` of its own for a language, that text. Without a notice there is none.
 * @throws {ConfigurationError} `NOTICE_UNREADABLE`, with a sentence that names the file and the member.
 */
export function readPrivacyNotices({
  notice: file,
  legalBasis,
  consents,
}: Pick<Settings, 'notice' | 'legalBasis' | 'consents'>): PrivacyNotices {
  if (file === undefined) return [];
  const given = readFacts(file);
  const purposes: ConsentPurpose[] = legalBasis === 'consent' ? ['process', ...consents] : [];
  const locales = Object.keys(given.text ?? given.ipMode).filter((locale) => locale in words);
  if (locales.length === 0) refuse(file, 'is in no language of the service (vi, en)');
  return locales.map((locale) => {
    const messages = words[locale] ?? consentMessagesVi;
    const notice = {
      version: given.version,
      locale,
      text: given.text?.[locale] ?? composeNotice(given, locale, messages),
      ...(given.url === undefined ? {} : { url: given.url }),
      consents: ask(purposes, given.controller, messages),
    };
    return { ...notice, hash: hashNotice(notice) };
  });
}

/** The notice for a reader's language. */
export const noticeFor = (
  notices: PrivacyNotices,
  lang: string | undefined,
): PrivacyNotice | undefined =>
  notices.find(({ locale }) => lang?.slice(0, 2).toLowerCase() === locale) ?? notices[0];

import type { ConsentMessages } from '../messages/consent.vi.ts';

/** What a site says of itself for its notice; texts in several languages stand under their BCP 47 tags. */
export interface NoticeFacts {
  readonly version: string;
  /** First day it is in force, ISO 8601. */
  readonly date: string;
  /** Who decides on the data, as the law names it. */
  readonly controller: string;
  /** Where readers turn to. */
  readonly contact: string;
  /** How long what is kept. */
  readonly emailMonths: number;
  readonly ipDays: number;
  readonly rejectedDays: number;
  /** What is kept of IP addresses, in words; its languages are those of the notice. */
  readonly ipMode: Readonly<Record<string, string>>;
  readonly recipients?: Readonly<Record<string, string>>;
  /** The site's whole policy. */
  readonly url?: string;
  /** The whole text, in place of the one made of these facts. */
  readonly text?: Readonly<Record<string, string>>;
}

const paragraphs = [
  'notice.controller',
  'notice.data',
  'notice.sensitive',
  'notice.purpose',
  'notice.retention',
  'notice.recipients',
  'notice.rights',
  'notice.minors',
  'notice.version',
] as const;

const formatDate = (date: string, locale: string): string =>
  new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
    dateStyle: 'long',
    timeZone: 'UTC',
  }).format(new Date(date));

/** The notice's text in one language, made of the service's own paragraphs (L-5). */
export function composeNotice(
  facts: NoticeFacts,
  locale: string,
  messages: ConsentMessages,
): string {
  const values: Readonly<Record<string, string>> = {
    version: facts.version,
    date: formatDate(facts.date, locale),
    controller: facts.controller,
    contact: facts.contact,
    emailMonths: String(facts.emailMonths),
    ipDays: String(facts.ipDays),
    rejectedDays: String(facts.rejectedDays),
    ipMode: facts.ipMode[locale] ?? '',
    recipients: facts.recipients?.[locale] ?? '',
  };
  return paragraphs
    .map((key) =>
      key === 'notice.recipients' && !values['recipients'] ? 'notice.recipients.none' : key,
    )
    .map((key) =>
      messages[key].replaceAll(/\{(\w+)\}/g, (_hole, name: string) => values[name] ?? ''),
    )
    .join('\n\n');
}

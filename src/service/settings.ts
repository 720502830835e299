import { join } from 'node:path';
import * as z from 'zod';
import type { ModerationMode } from '../protocol/desk.ts';
import type { FieldLimits } from '../protocol/limits.ts';
import { ConfigurationError } from './configuration-error.ts';
import {
  isSecretSetting,
  isSettingName,
  settingChecks,
  type SettingName,
} from './setting-checks.ts';
import { isSettingVariable, settingPlaces, settingVariable } from './setting-table.ts';

/** What the service runs by, read and checked by {@link readSettings}. */
export interface Settings {
  /** 0–65535; 0 lets the system choose. */
  readonly port: number;
  readonly host: string;
  /** Where the comments are served: begins with a slash and ends without one; `/` alone is the root. */
  readonly path: string;
  /** Folder of the database and the secret. */
  readonly data: string;
  /** `sqlite:` and the path of a file, or the address of a PostgreSQL database. */
  readonly database: string;
  /** Foreign origins whose pages may send comments. */
  readonly allowOrigins: readonly string[];
  /** Kinds of security codes on offer, the first is what who does not choose gets; empty for none. */
  readonly challenges: readonly ('picture' | 'speech' | 'work')[];
  /** Of work: how many keys are tried on the average, 1–1,000,000. */
  readonly workDifficulty: number;
  /** Whether comments sent without a security code are refused, or held for the newsroom. */
  readonly withoutCode: 'refuse' | 'hold';
  /**
   * Whether comments wait for the newsroom or are published at once, where the desk has set no mode (L-2: `pre` unless
   * told otherwise): all (`post`), or of whom enough was published before (`trusted`). With `closed` none is taken.
   */
  readonly moderation: ModerationMode;
  /** With `trusted`: how many of an author's last comments have to be published, 1–100. */
  readonly trustedAccepted: number;
  /** With `trusted`: how many of an author's last comments that were decided on are looked at, 1–100. */
  readonly trustedOf: number;
  /** What becomes of Vietnamese written without its accents (T-10): nothing, a hint or a question in the form, held, or refused. */
  readonly accents: 'off' | 'hint' | 'warn' | 'hold' | 'require';
  /** Links a comment may have (T-16); with more it is refused. */
  readonly maxLinks: number;
  /** Hours in which a text sent again is known as a copy (T-17); 0: never. */
  readonly duplicateHours: number;
  /** Whether readers are told how their data is used, or asked to agree to it (L-5). */
  readonly legalBasis: 'notice-only' | 'consent';
  /** With `consent`: what readers may agree to beside receiving, editing and publishing. */
  readonly consents: readonly ('address' | 'email' | 'print')[];
  /** Path of the notice's JSON file. */
  readonly notice?: string;
  /** Digits of a security code, 4–8. */
  readonly codeLength: number;
  /** Days an article takes comments, counted from its first one (L-14); 0: no end. The newsroom's word wins. */
  readonly autoCloseDays: number;
  /** How long comments are kept that were not published, from that decision on (L-8); 0: for ever. */
  readonly keepRefusedDays: number;
  /** How long emails are kept, from the last decision about their comments on; 0: for ever. */
  readonly keepEmailDays: number;
  /** How long it is kept from which network a comment came; 0: for ever. */
  readonly keepNetworkDays: number;
  /** Life of a security code in seconds, 1,200–86,400. */
  readonly codeLifetimeSeconds: number;
  /** IANA time zone in which pages without script write times. */
  readonly timeZone: string;
  /** What the form's fields must and may hold. */
  readonly limits: FieldLimits;
  /** Whether there are limits on how much a reader may ask for (M-14); `limits` among the options. */
  readonly rateLimits: 'on' | 'off';
  /** Comments a minute, all articles together, that make a wave: more is asked of readers then. */
  readonly wavePosts: number;
  /** Addresses and networks (CIDR) of the proxies whose forwarding headers are believed. */
  readonly trustProxies: readonly string[];
  /** What is kept with a comment of the address it came from (L-7). */
  readonly ipMode: 'none' | 'truncate' | 'hmac' | 'full';
  /** Files of words that make a comment junk (T-13); `own` is the package's list. */
  readonly banWords: readonly string[];
  /** Files of words that hold a comment for the newsroom (T-13); `own` is the package's list. */
  readonly suspectWords: readonly string[];
  /** Each of at least 32 bytes, the one in use first; absent where the data folder keeps them. */
  readonly secret?: readonly string[];
  /** Where removals are posted, so that a CDN lets go of them at once. */
  readonly purgeUrl?: string;
  /** Bearer token shown there. */
  readonly purgeSecret?: string;
  /** What is written to the standard error stream: lines of text for failures, or JSON for these and every request. */
  readonly log: 'text' | 'json';
  /** Port at which metrics are read; absent where there are none. */
  readonly metricsPort?: number;
  readonly metricsHost: string;
  /** Whether the newsroom's desk is there. */
  readonly desk: 'on' | 'off';
  /** Origin at which editors open the desk. */
  readonly deskUrl?: string;
  /** What other backends show to have codes checked, each of at least 32 bytes; absent where none may. */
  readonly verifySecret?: readonly string[];
}

/** Values as a command line or code gives them, before they are checked. */
export type SettingValues = Readonly<Partial<Record<SettingName, unknown>>>;

/** Environment variables, such as `process.env`. */
export type Environment = Readonly<Record<string, string | undefined>>;

const schema = z.strictObject(settingChecks);
const settingNames = Object.keys(settingChecks).filter(isSettingName);

const fromVariables = (env: Environment): Record<string, string> => {
  const known = new Map(settingNames.map((name) => [settingVariable(name), name]));
  const values: Record<string, string> = {};
  for (const [variable, value] of Object.entries(env)) {
    if (!isSettingVariable(variable)) continue;
    const name = known.get(variable);
    if (name === undefined) {
      throw new ConfigurationError(
        'SETTING_UNKNOWN',
        `There is no setting ${variable}; remove it, or choose one of ${[...known.keys()].join(', ')}.`,
      );
    }
    // A variable that is set to nothing is how compose files leave one out.
    if (value !== undefined && value !== '') values[name] = value;
  }
  return values;
};

const given = (values: SettingValues): Record<string, unknown> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));

const refusal = (error: z.ZodError, values: Record<string, unknown>): ConfigurationError => {
  const issue = error.issues[0];
  const name = issue?.path[0];
  if (!isSettingName(name)) {
    const unknown = Object.keys(values).filter((key) => !isSettingName(key));
    return new ConfigurationError(
      'SETTING_UNKNOWN',
      `There is no setting ${unknown.join(', ')}; the settings are ${settingNames.join(', ')}.`,
    );
  }
  const demand = settingChecks[name].description;
  // A secret is never printed, wrong or right, nor a URL that may hold one.
  const isTold = name !== 'purgeSecret' && name !== 'purgeUrl';
  const value = isSecretSetting(name) ? 'a shorter one' : JSON.stringify(values[name]);
  const contrast = isTold ? `, not ${value}` : '';
  return new ConfigurationError(
    'SETTING_INVALID',
    `The setting ${name} (${settingPlaces(name)}) must be ${demand}${contrast}; correct it or leave it out.`,
  );
};

/**
 * Reads the settings: first what `options` hold, then the `READER_COMMENTS_*` variables, then the defaults.
 * @throws {ConfigurationError} `SETTING_INVALID` or `SETTING_UNKNOWN`, with a sentence that names the setting.
 */
export function readSettings(options: SettingValues = {}, env: Environment = {}): Settings {
  const values = { ...fromVariables(env), ...given(options) };
  const result = schema.safeParse(values);
  if (!result.success) throw refusal(result.error, values);
  const {
    name,
    address,
    email,
    secret,
    verifySecret,
    database,
    notice,
    limits,
    purgeUrl,
    purgeSecret,
    deskUrl,
    metricsPort,
    ...rest
  } = result.data;
  const { maxNameGraphemes, allowNameDigits, maxAddressGraphemes, ...more } = rest;
  const { minContentGraphemes, maxContentGraphemes, ...settings } = more;
  if (minContentGraphemes > maxContentGraphemes) {
    throw new ConfigurationError(
      'SETTING_INVALID',
      `The setting minContentGraphemes (${settingPlaces('minContentGraphemes')}) must not be above maxContentGraphemes; lower it or raise the other.`,
    );
  }
  if (settings.trustedAccepted > settings.trustedOf) {
    throw new ConfigurationError(
      'SETTING_INVALID',
      `The setting trustedAccepted (${settingPlaces('trustedAccepted')}) must not be above trustedOf; lower it or raise the other.`,
    );
  }
  if (settings.legalBasis === 'consent' && notice === undefined) {
    throw new ConfigurationError(
      'SETTING_INVALID',
      `The setting legalBasis (${settingPlaces('legalBasis')}) must be notice-only as long as there is no notice to agree to; give one by notice (${settingPlaces('notice')}).`,
    );
  }
  if (settings.desk === 'on' && deskUrl === undefined) {
    throw new ConfigurationError(
      'SETTING_INVALID',
      `The setting desk (${settingPlaces('desk')}) must be off as long as nobody knows where editors open it; name its origin by deskUrl (${settingPlaces('deskUrl')}), such as https://www.example.vn.`,
    );
  }
  return {
    ...settings,
    rateLimits: limits,
    ...(notice === undefined ? {} : { notice }),
    database: database ?? `sqlite:${join(settings.data, 'comments.sqlite')}`,
    ...(secret === undefined ? {} : { secret }),
    ...(verifySecret === undefined ? {} : { verifySecret }),
    ...(purgeUrl === undefined ? {} : { purgeUrl }),
    ...(purgeSecret === undefined ? {} : { purgeSecret }),
    ...(deskUrl === undefined ? {} : { deskUrl }),
    ...(metricsPort === undefined ? {} : { metricsPort }),
    limits: {
      name,
      address,
      email,
      maxNameGraphemes,
      allowNameDigits,
      maxAddressGraphemes,
      minContentGraphemes,
      maxContentGraphemes,
    },
  };
}

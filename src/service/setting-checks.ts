// Over 250 lines: a type and a check for each setting, side by side.
import * as z from 'zod';
import { isNetwork } from './ip-address.ts';
import { type ModerationMode, moderationModes } from '../protocol/desk.ts';
import { defaultFieldLimits, type FieldLimits } from '../protocol/limits.ts';

/** Shortest secret in bytes. */
export const minSecretBytes = 32;

// Values come as texts from flags and variables, and as what they are from code.
const toNumber = (value: unknown): unknown =>
  typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value;

const toBoolean = (value: unknown): unknown =>
  value === 'true' || value === 'false' ? value === 'true' : value;

const toList = (value: unknown): unknown =>
  typeof value === 'string' ? value.split(',').map((item) => item.trim()) : value;

/** Secrets as they stand in one text, the first one first: parted by commas or line breaks, so they hold neither. */
export const splitSecrets = (text: string): readonly string[] =>
  text
    .split(/[,\n]/)
    .map((secret) => secret.trim())
    .filter((secret) => secret !== '');

const secretList = z
  .preprocess(
    (value) => (typeof value === 'string' ? splitSecrets(value) : value),
    z.array(z.string().refine((secret) => Buffer.byteLength(secret) >= minSecretBytes)).min(1),
  )
  .optional()
  .describe(`at least ${minSecretBytes} bytes long, or several such parted by commas`);

const isOrigin = (text: string): boolean =>
  /^https?:/.test(text) && URL.canParse(text) && new URL(text).origin === text;

const loopbackHosts: readonly string[] = ['localhost', '127.0.0.1', '[::1]'];

// Passwords and sessions travel there, and browsers make passkeys on https and on their own machine only.
const isDeskUrl = (text: string): boolean =>
  isOrigin(text) && (text.startsWith('https:') || loopbackHosts.includes(new URL(text).hostname));

const isTimeZone = (name: string): boolean => {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
};

// The browser's fetch, which Node's is, refuses names and passwords in URLs.
const isPurgeUrl = (text: string): boolean => {
  if (!/^https?:/.test(text) || !URL.canParse(text)) return false;
  const { username, password } = new URL(text);
  return username === '' && password === '';
};

/** All settings beside each other, as flags and variables name them. */
export interface FlatSettings extends FieldLimits {
  readonly port: number;
  readonly host: string;
  readonly path: string;
  readonly data: string;
  readonly database: string | undefined;
  readonly allowOrigins: readonly string[];
  readonly challenges: readonly ('picture' | 'speech' | 'work')[];
  readonly workDifficulty: number;
  readonly withoutCode: 'refuse' | 'hold';
  readonly moderation: ModerationMode;
  readonly trustedAccepted: number;
  readonly trustedOf: number;
  readonly accents: 'off' | 'hint' | 'warn' | 'hold' | 'require';
  readonly maxLinks: number;
  readonly duplicateHours: number;
  readonly wavePosts: number;
  readonly legalBasis: 'notice-only' | 'consent';
  readonly consents: readonly ('address' | 'email' | 'print')[];
  readonly notice: string | undefined;
  readonly codeLength: number;
  readonly codeLifetimeSeconds: number;
  readonly autoCloseDays: number;
  readonly keepRefusedDays: number;
  readonly keepEmailDays: number;
  readonly keepNetworkDays: number;
  readonly timeZone: string;
  readonly limits: 'on' | 'off';
  readonly trustProxies: readonly string[];
  readonly ipMode: 'none' | 'truncate' | 'hmac' | 'full';
  readonly banWords: readonly string[];
  readonly suspectWords: readonly string[];
  readonly log: 'text' | 'json';
  readonly metricsPort: number | undefined;
  readonly metricsHost: string;
  readonly desk: 'on' | 'off';
  readonly deskUrl: string | undefined;
  readonly secret: readonly string[] | undefined;
  readonly verifySecret: readonly string[] | undefined;
  readonly purgeUrl: string | undefined;
  readonly purgeSecret: string | undefined;
}

/** Name of a setting. */
export type SettingName = keyof FlatSettings;

const wholeNumber = (min: number, max: number, byDefault: number) =>
  z
    .preprocess(toNumber, z.int().min(min).max(max))
    .default(byDefault)
    .describe(`a whole number from ${min} to ${max}`);

const wordFiles = z
  .preprocess(toList, z.array(z.string().min(1)))
  .transform((files) => files.filter((file) => file !== 'none'))
  .default(['own'])
  .describe('paths of text files, own for the list that comes along, or none');

const hostName = z.string().regex(/^[\w.:-]+$/);
const hostWords = 'a host name or an IP address';

const fieldUse = z.enum(['required', 'optional', 'off']);
const fieldUseWords = 'required, optional or off';

/** The one table of all settings: their checks and defaults; each description completes "must be …". */
export const settingChecks: {
  readonly [Name in SettingName]: z.ZodType<FlatSettings[Name]>;
} = {
  port: wholeNumber(0, 65_535, 3000),
  host: hostName.default('127.0.0.1').describe(hostWords),
  path: z
    .string()
    .regex(/^\/$|^(\/[\w.~-]+)+\/?$/)
    .transform((path) => (path === '/' ? path : path.replace(/\/$/, '')))
    .default('/comments')
    .describe('a path that begins with a slash, such as /comments'),
  data: z.string().min(1).default('data').describe('the path of a folder'),
  database: z
    .string()
    .regex(/^(?:sqlite:.|postgres(?:ql)?:\/\/.)/s)
    .optional()
    .describe(
      '"sqlite:" and the path of a file, such as sqlite:data/comments.sqlite, or an address such as postgres://user@host/comments',
    ),
  allowOrigins: z
    .preprocess(toList, z.array(z.string().refine(isOrigin)))
    .default([])
    .describe('origins such as https://www.example.vn, each without a path and a final slash'),
  challenges: z
    .preprocess(
      (value) => (value === 'none' ? [] : toList(value)),
      // Speech goes with a picture, never alone and never first.
      z
        .array(z.enum(['picture', 'speech', 'work']))
        .refine((kinds) => !kinds.includes('speech') || kinds.includes('picture')),
    )
    .transform((kinds) =>
      [...new Set(kinds)].toSorted((a, b) => Number(a === 'speech') - Number(b === 'speech')),
    )
    .default(['picture', 'speech'])
    .describe('none, or some of picture, work and speech, which goes with a picture'),
  workDifficulty: wholeNumber(1, 1_000_000, 1000),
  withoutCode: z.enum(['refuse', 'hold']).default('refuse').describe('refuse or hold'),
  moderation: z.enum(moderationModes).default('pre').describe('pre, trusted, post or closed'),
  trustedAccepted: wholeNumber(1, 100, 3),
  trustedOf: wholeNumber(1, 100, 5),
  accents: z
    .enum(['off', 'hint', 'warn', 'hold', 'require'])
    .default('warn')
    .describe('off, hint, warn, hold or require'),
  maxLinks: wholeNumber(0, 100, 2),
  duplicateHours: wholeNumber(0, 720, 24),
  wavePosts: wholeNumber(1, 100_000, 120),
  legalBasis: z
    .enum(['notice-only', 'consent'])
    .default('notice-only')
    .describe('notice-only or consent'),
  consents: z
    .preprocess(toList, z.array(z.enum(['address', 'email', 'print'])))
    .transform((purposes) => [...new Set(purposes)])
    .default([])
    .describe('some of address, email and print'),
  notice: z.string().min(1).optional().describe('the path of a JSON file'),
  codeLength: wholeNumber(4, 8, 6),
  codeLifetimeSeconds: wholeNumber(1200, 86_400, 1800),
  autoCloseDays: wholeNumber(0, 3650, 14),
  keepRefusedDays: wholeNumber(0, 3650, 90),
  keepEmailDays: wholeNumber(0, 3650, 365),
  keepNetworkDays: wholeNumber(0, 3650, 30),
  name: fieldUse.default(defaultFieldLimits.name).describe(fieldUseWords),
  address: fieldUse.default(defaultFieldLimits.address).describe(fieldUseWords),
  email: fieldUse.default(defaultFieldLimits.email).describe(fieldUseWords),
  allowNameDigits: z
    .preprocess(toBoolean, z.boolean())
    .default(defaultFieldLimits.allowNameDigits)
    .describe('true or false'),
  maxNameGraphemes: wholeNumber(1, 100, defaultFieldLimits.maxNameGraphemes),
  maxAddressGraphemes: wholeNumber(1, 200, defaultFieldLimits.maxAddressGraphemes),
  minContentGraphemes: wholeNumber(1, 1000, defaultFieldLimits.minContentGraphemes),
  maxContentGraphemes: wholeNumber(1, 100_000, defaultFieldLimits.maxContentGraphemes),
  timeZone: z
    .string()
    .refine(isTimeZone)
    .default('Asia/Ho_Chi_Minh')
    .describe('a time zone such as Asia/Ho_Chi_Minh'),
  limits: z.enum(['on', 'off']).default('on').describe('on or off'),
  trustProxies: z
    .preprocess(toList, z.array(z.string().refine(isNetwork)))
    .default([])
    .describe('IP addresses or networks such as 10.0.0.0/8'),
  ipMode: z
    .enum(['none', 'truncate', 'hmac', 'full'])
    .default('truncate')
    .describe('none, truncate, hmac or full'),
  banWords: wordFiles,
  suspectWords: wordFiles,
  log: z.enum(['text', 'json']).default('text').describe('text or json'),
  metricsPort: z
    .preprocess(toNumber, z.int().min(0).max(65_535).optional())
    .describe('a whole number from 0 to 65535'),
  metricsHost: hostName.default('127.0.0.1').describe(hostWords),
  desk: z.enum(['on', 'off']).default('off').describe('on or off'),
  deskUrl: z
    .string()
    .refine(isDeskUrl)
    .optional()
    .describe(
      'an origin such as https://www.example.vn, without a path and a final slash; http goes with localhost alone',
    ),
  secret: secretList,
  verifySecret: secretList,
  purgeUrl: z
    .string()
    .refine(isPurgeUrl)
    .optional()
    .describe('an http or https URL without a name and password in it'),
  purgeSecret: z
    .string()
    .regex(/^[!-~]{1,1024}$/)
    .optional()
    .describe('1–1024 visible ASCII characters'),
};

/** Settings that are never given as flags, which a list of processes would show, and never printed. */
export type SecretSettingName = 'secret' | 'verifySecret' | 'purgeSecret';

/** Whether a setting is a secret. */
export const isSecretSetting = (name: SettingName): name is SecretSettingName =>
  name === 'secret' || name === 'verifySecret' || name === 'purgeSecret';

/** Whether there is a setting of this name. */
export const isSettingName = (name: unknown): name is SettingName =>
  typeof name === 'string' && Object.hasOwn(settingChecks, name);

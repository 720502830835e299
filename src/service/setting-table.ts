import { isSecretSetting, type SecretSettingName, type SettingName } from './setting-checks.ts';

/** How a setting is given on the command line. */
export interface SettingFlag {
  /** Name of the flag without its dashes. */
  readonly flag: string;
  /** What stands for the value in the help. */
  readonly value: string;
  readonly help: string;
  /** May be given more than once. */
  readonly repeatable?: true;
}

/** All settings but the secrets. */
export const settingFlags: Readonly<Record<Exclude<SettingName, SecretSettingName>, SettingFlag>> =
  {
    port: { flag: 'port', value: 'NUMBER', help: 'port to listen on (3000; 0 = any free one)' },
    host: { flag: 'host', value: 'HOST', help: 'address to listen on (127.0.0.1; 0.0.0.0 = all)' },
    path: { flag: 'path', value: 'PATH', help: 'where the comments are served (/comments)' },
    data: { flag: 'data', value: 'DIR', help: 'folder of the database and the secret (data)' },
    database: {
      flag: 'database',
      value: 'sqlite:FILE|postgres://…',
      help: 'where comments are kept (comments.sqlite in the data folder)',
    },
    allowOrigins: {
      flag: 'allow-origin',
      value: 'ORIGIN',
      help: 'another origin whose pages may send comments, such as https://www.example.vn',
      repeatable: true,
    },
    challenges: {
      flag: 'challenges',
      value: 'picture,speech,work|none',
      help: 'how the security code can be had, the usual way first (picture,speech)',
    },
    workDifficulty: {
      flag: 'work-difficulty',
      value: 'NUMBER',
      help: 'keys a machine has to try on the average where there is work (1000: about a second)',
    },
    withoutCode: {
      flag: 'without-code',
      value: 'refuse|hold',
      help: 'whether comments sent without a code are refused or held for the newsroom (refuse)',
    },
    moderation: {
      flag: 'moderation',
      value: 'pre|trusted|post|closed',
      help: 'comments wait for the newsroom, are published at once (post; trusted: of known authors), or are not taken (pre)',
    },
    trustedAccepted: {
      flag: 'trusted-accepted',
      value: 'NUMBER',
      help: "with trusted: how many of an author's last comments have to be published (3), none of them spam",
    },
    trustedOf: {
      flag: 'trusted-of',
      value: 'NUMBER',
      help: "with trusted: how many of an author's last comments that were decided on are looked at (5)",
    },
    accents: {
      flag: 'accents',
      value: 'off|hint|warn|hold|require',
      help: 'Vietnamese without accents is let be, noted (hint, warn), held or refused (warn)',
    },
    maxLinks: {
      flag: 'max-links',
      value: 'NUMBER',
      help: 'links a comment may have (2); with two or more it is held',
    },
    duplicateHours: {
      flag: 'duplicate-hours',
      value: 'NUMBER',
      help: 'how long a text that is sent again is known as a copy (24; 0 = never)',
    },
    legalBasis: {
      flag: 'legal-basis',
      value: 'notice-only|consent',
      help: 'readers are told how their data is used, or asked to agree (notice-only)',
    },
    consents: {
      flag: 'consent',
      value: 'address|email|print',
      help: 'with --legal-basis consent: what else readers may agree to',
      repeatable: true,
    },
    notice: {
      flag: 'notice',
      value: 'FILE',
      help: 'JSON file of the notice on personal data; needed with --legal-basis consent',
    },
    codeLength: { flag: 'code-length', value: 'NUMBER', help: 'digits of the security code (6)' },
    codeLifetimeSeconds: {
      flag: 'code-lifetime-seconds',
      value: 'NUMBER',
      help: 'how long a security code can be used (1800)',
    },
    autoCloseDays: {
      flag: 'auto-close-days',
      value: 'NUMBER',
      help: 'how long an article takes comments, from its first one on (14; 0 = no end)',
    },
    keepRefusedDays: {
      flag: 'keep-refused-days',
      value: 'NUMBER',
      help: 'how long comments are kept that were not published, from that decision on (90; 0 = for ever)',
    },
    keepEmailDays: {
      flag: 'keep-email-days',
      value: 'NUMBER',
      help: 'how long emails of comments are kept, from the last decision on (365; 0 = for ever)',
    },
    keepNetworkDays: {
      flag: 'keep-network-days',
      value: 'NUMBER',
      help: 'how long it is kept from which network a comment came (30; 0 = for ever)',
    },
    name: {
      flag: 'name',
      value: 'required|optional|off',
      help: 'the field of the name (required)',
    },
    address: {
      flag: 'address',
      value: 'required|optional|off',
      help: 'the field of the address (optional)',
    },
    email: {
      flag: 'email',
      value: 'required|optional|off',
      help: 'the field of the email (required)',
    },
    allowNameDigits: {
      flag: 'allow-name-digits',
      value: 'true|false',
      help: 'digits in names, such as "Bạn đọc 68" (true)',
    },
    maxNameGraphemes: {
      flag: 'max-name-graphemes',
      value: 'NUMBER',
      help: 'longest name in characters as readers count them (100)',
    },
    maxAddressGraphemes: {
      flag: 'max-address-graphemes',
      value: 'NUMBER',
      help: 'longest address in characters (200)',
    },
    minContentGraphemes: {
      flag: 'min-content-graphemes',
      value: 'NUMBER',
      help: 'shortest comment in characters (1)',
    },
    maxContentGraphemes: {
      flag: 'max-content-graphemes',
      value: 'NUMBER',
      help: 'longest comment in characters (2000)',
    },
    timeZone: {
      flag: 'time-zone',
      value: 'ZONE',
      help: 'time zone of the pages without script (Asia/Ho_Chi_Minh)',
    },
    limits: {
      flag: 'limits',
      value: 'on|off',
      help: 'how much one reader, email or article may send (on)',
    },
    wavePosts: {
      flag: 'wave-posts',
      value: 'NUMBER',
      help: 'comments a minute that make a wave, when more is asked of readers (120)',
    },
    trustProxies: {
      flag: 'trust-proxy',
      value: 'NETWORK',
      help: 'address or network of a proxy whose X-Forwarded-For or Forwarded counts, such as 10.0.0.0/8',
      repeatable: true,
    },
    purgeUrl: {
      flag: 'purge-url',
      value: 'URL',
      help: 'told of each removal, so that your CDN lets go at once (a CDN needs up to 40 s by itself)',
    },
    ipMode: {
      flag: 'ip-mode',
      value: 'none|truncate|hmac|full',
      help: "what is kept of a sender's address (truncate: its network, /24 or /48)",
    },
    banWords: {
      flag: 'ban-words',
      value: 'FILE|own|none',
      help: 'words that make a comment junk, one a line; "own" is the list that comes along (own)',
      repeatable: true,
    },
    suspectWords: {
      flag: 'suspect-words',
      value: 'FILE|own|none',
      help: 'words that hold a comment for the newsroom, one a line (own)',
      repeatable: true,
    },
    log: {
      flag: 'log',
      value: 'text|json',
      help: 'failures as lines of text, or these and every request as JSON; needs the package pino (text)',
    },
    metricsPort: {
      flag: 'metrics-port',
      value: 'NUMBER',
      help: 'port at which Prometheus reads metrics; needs the package prom-client (none)',
    },
    metricsHost: {
      flag: 'metrics-host',
      value: 'HOST',
      help: 'address of that port (127.0.0.1; whoever reaches it may read them)',
    },
    desk: {
      flag: 'desk',
      value: 'on|off',
      help: "the newsroom's desk; needs --desk-url and the packages better-auth and @simplewebauthn/server (off)",
    },
    deskUrl: {
      flag: 'desk-url',
      value: 'ORIGIN',
      help: 'where editors open the desk, such as https://www.example.vn; their passkeys are bound to it',
    },
  };

const prefix = 'READER_COMMENTS_';

/** The environment variable of a setting. */
export const settingVariable = (name: SettingName): string =>
  prefix + name.replaceAll(/[A-Z]/g, '_$&').toUpperCase();

/** Whether a variable means to be one of ours. */
export const isSettingVariable = (variable: string): boolean => variable.startsWith(prefix);

/** Where a setting can be given, for people. */
export const settingPlaces = (name: SettingName): string => {
  const variable = settingVariable(name);
  return isSecretSetting(name) ? variable : `--${settingFlags[name].flag} or ${variable}`;
};

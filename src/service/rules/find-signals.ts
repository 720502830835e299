import type { CommentDraft } from '../../protocol/types.ts';
import type { Settings } from '../settings.ts';
import type { Signal, SignalSeverity } from './signal.ts';
import { findAccentSignals } from './signals/find-accent-signals.ts';
import { findCapitalSignals } from './signals/find-capital-signals.ts';
import { findContactSignals } from './signals/find-contact-signals.ts';
import { findFontSignals } from './signals/find-font-signals.ts';
import { findLookAlikeSignals, findMarkSignals } from './signals/find-letter-signals.ts';
import { findLinkSignals } from './signals/find-link-signals.ts';
import type { SearchedTexts, SignalFinder } from './signals/signal-finder.ts';

/** A comment as its signals are looked for. */
export interface SignalSource {
  readonly texts: SearchedTexts;
  readonly draft: Pick<CommentDraft, 'trap'>;
  /** Age of its security code; infinite where none is asked for. */
  readonly codeAgeSeconds: number;
  /** Whether it came without a code where one is asked for. */
  readonly isWithoutCode?: boolean | undefined;
  /** Finds the words of lists, as they are now. */
  readonly findWords?: SignalFinder | undefined;
}

/** What {@link createFindSignals} works with. */
export interface FindSignalsOptions {
  readonly accents: Settings['accents'];
}

/** What is odd about a comment. No signal refuses it; what each does is its severity. */
export type FindSignals = (source: SignalSource) => readonly Signal[];

/** Nobody reads a code and writes a comment in less time. */
const minHumanSeconds = 2;

/** What missing accents do by the site's wish (T-10); `require` has refused them by now. */
const accentSeverity: Readonly<Record<Settings['accents'], SignalSeverity | undefined>> = {
  off: undefined,
  hint: 'note',
  warn: 'note',
  hold: 'hold',
  require: undefined,
};

/** The table of what is looked for in texts. */
const textFinders: readonly SignalFinder[] = [
  findLinkSignals,
  findContactSignals,
  findLookAlikeSignals,
  findMarkSignals,
  findFontSignals,
  findCapitalSignals,
];

const plain = (code: 'trap' | 'fast' | 'no-code', severity: SignalSeverity): Signal => ({
  code,
  severity,
  offsets: [],
});

/** Puts all finders together. */
export function createFindSignals({ accents }: FindSignalsOptions): FindSignals {
  const severity = accentSeverity[accents];
  const all: readonly SignalFinder[] = [
    ...textFinders,
    ...(severity ? [(texts: SearchedTexts) => findAccentSignals(texts, severity)] : []),
  ];
  return ({ texts, draft, codeAgeSeconds, isWithoutCode, findWords }) => [
    ...(draft.trap === undefined ? [] : [plain('trap', 'junk')]),
    ...(codeAgeSeconds < minHumanSeconds ? [plain('fast', 'hold')] : []),
    ...(isWithoutCode ? [plain('no-code', 'hold')] : []),
    ...all.flatMap((find) => find(texts)),
    ...(findWords?.(texts) ?? []),
  ];
}

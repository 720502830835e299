import { findUnusualMarks } from '../../../text/abnormal-marks.ts';
import { findMixedScriptWords } from '../../../text/mixed-scripts.ts';
import type { Signal } from '../signal.ts';
import { type SearchedTexts, signalsOfPlaces } from './signal-finder.ts';

/** Words that mix Latin with Cyrillic or Greek letters (T-7). Held. */
export const findLookAlikeSignals = (texts: SearchedTexts): readonly Signal[] =>
  signalsOfPlaces(texts, { code: 'look-alike', severity: 'hold' }, findMixedScriptWords);

/** Latin letters with marks that no language of Vietnam writes (T-5). Held. */
export const findMarkSignals = (texts: SearchedTexts): readonly Signal[] =>
  signalsOfPlaces(texts, { code: 'unusual-marks', severity: 'hold' }, findUnusualMarks);

import * as z from 'zod';
import type { Signal, SignalCode } from './signal.ts';

type OwnCode = Exclude<SignalCode, `site:${string}`>;

// A record, so that none can be left out.
const ownCodes: Readonly<Record<OwnCode, OwnCode>> = {
  trap: 'trap',
  fast: 'fast',
  'no-code': 'no-code',
  link: 'link',
  contact: 'contact',
  'banned-word': 'banned-word',
  'suspect-word': 'suspect-word',
  duplicate: 'duplicate',
  'no-accents': 'no-accents',
  capitals: 'capitals',
  'look-alike': 'look-alike',
  'legacy-font': 'legacy-font',
  'unusual-marks': 'unusual-marks',
  burst: 'burst',
  'author-refused': 'author-refused',
  'author-reviewed': 'author-reviewed',
};

/** Longest `detail` of a signal in UTF-16 code units. */
export const maxDetailCharacters = 200;

/** A signal as it is kept with its comment. */
export const signalSchema: z.ZodType<Signal> = z.object({
  code: z.union([z.enum(ownCodes), z.templateLiteral(['site:', z.string()])]),
  severity: z.enum(['note', 'hold', 'junk']),
  field: z.enum(['name', 'address', 'content']).exactOptional(),
  offsets: z.array(z.tuple([z.int().min(0), z.int().min(0)])),
  detail: z.string().max(maxDetailCharacters).exactOptional(),
});

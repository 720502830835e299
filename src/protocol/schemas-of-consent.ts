import * as z from 'zod';

import type { ConsentPurpose, Consents, PrivacyNotice } from './types.ts';

/** Everything a reader may be asked to agree to. */
export const consentPurposes: readonly ConsentPurpose[] = ['process', 'address', 'email', 'print'];

const isConsentPurpose = (purpose: string): purpose is ConsentPurpose =>
  consentPurposes.some((known) => known === purpose);

/** Longest version of a notice in UTF-16 code units. */
export const maxNoticeVersionCharacters = 64;

/** What a reader agreed to; purposes of a later version are dropped, for nothing is done for them here. */
export const consentsSchema: z.ZodType<Consents> = z
  .object({
    notice: z.object({
      version: z.string().max(maxNoticeVersionCharacters),
      hash: z.string().max(64),
    }),
    purposes: z
      .array(z.string().max(32))
      .max(16)
      .transform((purposes) => [...new Set(purposes.filter(isConsentPurpose))].toSorted()),
  })
  .describe('What the reader was told and agreed to, where the site has a notice.');

/** A notice as it is put to readers. */
export const privacyNoticeSchema: z.ZodType<PrivacyNotice> = z
  .strictObject({
    version: z.string().min(1).max(maxNoticeVersionCharacters),
    locale: z.string(),
    text: z.string().min(1).describe('Plain text; paragraphs are parted by empty lines.'),
    url: z.string().exactOptional(),
    consents: z.array(
      z.strictObject({
        purpose: z.enum(consentPurposes),
        label: z.string().min(1),
        required: z.boolean(),
      }),
    ),
    hash: z.string().min(1),
  })
  .describe('What readers are told about their data.');

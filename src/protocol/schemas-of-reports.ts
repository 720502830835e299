import * as z from 'zod';
import { countGraphemes } from '../text/count-graphemes.ts';
import { normalizeText } from '../text/normalize-text.ts';
import { countUtf8Bytes } from '../text/utf8-bytes.ts';
import { maxBytesPerGrapheme } from './limits.ts';
import type { CommentReport, ReportReason } from './types.ts';

/** Longest note of a report in graphemes. */
export const maxReportNoteGraphemes = 500;

/** Why readers report; a record, so that the compiler misses no reason of the union. */
export const reportReasons: { readonly [Reason in ReportReason]: Reason } = {
  offensive: 'offensive',
  hate: 'hate',
  false: 'false',
  privacy: 'privacy',
  spam: 'spam',
  other: 'other',
};

const maxNoteBytes = maxBytesPerGrapheme * maxReportNoteGraphemes;

const note = z
  .string()
  .check((payload) => {
    // T-4: a short text may still be heavy, for marks and stripped characters count nothing.
    const overBytes = Math.ceil(
      (countUtf8Bytes(payload.value) - maxNoteBytes) / maxBytesPerGrapheme,
    );
    // The heavy one is not counted by graphemes, which would take long.
    const over =
      overBytes > 0
        ? overBytes
        : countGraphemes(normalizeText(payload.value)) - maxReportNoteGraphemes;
    if (over <= 0) return;
    const params = { code: 'too-long', max: maxReportNoteGraphemes, over };
    payload.issues.push({ code: 'custom', input: payload.value, params });
  })
  .describe(
    `Plain text; normalised, at most ${maxReportNoteGraphemes} graphemes. At most ${maxNoteBytes} bytes.`,
  );

/** The schema of `POST /{id}/report`; unknown members are dropped. */
export const commentReportSchema: z.ZodType<CommentReport> = z.object({
  reason: z.enum(reportReasons),
  note: note.optional(),
});

import * as z from 'zod';
import {
  type AuthorStanding,
  authorStandings,
  commentStatuses,
  type DeskDecision,
  deskQueues,
  type DeskSelection,
  type RejectReason,
  rejectReasons,
} from './desk.ts';

/** Longest remark an editor leaves for the newsroom, in UTF-16 units. */
export const maxNoteCharacters = 1000;

/** Longest code of a signal, in UTF-16 units. */
export const maxFlagCharacters = 100;

/** Comments that one bulk decision is about at most (M-9). */
export const maxBulkComments = 500;

const decisions: readonly DeskDecision[] = [
  'publish',
  'reject',
  'spam',
  'remove',
  'restore',
  'keep',
];

const version = z.int().min(0);
const note = z.string().max(maxNoteCharacters).optional();
const reason = z.enum(rejectReasons).optional();
const decision = z.enum(decisions);

interface DecisionBody {
  readonly decision: DeskDecision;
  readonly reason?: RejectReason | undefined;
}

interface BulkBody extends DecisionBody {
  readonly selection: DeskSelection;
  readonly note?: string | undefined;
  /** Nothing is done yet. */
  readonly preview?: boolean | undefined;
}

/** A comment is not refused without a reason (M-6); where many are only looked at, it may come later. */
const hasReason = ({ decision: wanted, preview, reason: given }: Partial<BulkBody>): boolean =>
  wanted !== 'reject' || given !== undefined || preview === true;

const withReason = { error: 'empty', path: ['reason'], params: { code: 'empty' } };

/** Body of `POST /desk/api/comments/{id}/decision`. */
export const decisionSchema: z.ZodType<
  DecisionBody & { readonly version: number; readonly note?: string | undefined }
> = z.object({ version, decision, reason, note }).refine(hasReason, withReason);

/** Body of `PUT /desk/api/comments/{id}/text`. */
export const textEditSchema: z.ZodType<{
  readonly version: number;
  readonly content: string | null;
  readonly note?: string | undefined;
  readonly publish?: boolean | undefined;
}> = z.object({ version, content: z.string().nullable(), note, publish: z.boolean().optional() });

/** Body of `PUT /desk/api/comments/{id}/marks`. */
export const marksSchema: z.ZodType<{
  readonly version: number;
  readonly pinned?: boolean | undefined;
  readonly pick?: boolean | undefined;
}> = z.object({ version, pinned: z.boolean().optional(), pick: z.boolean().optional() });

/** Body of `POST /desk/api/comments/{id}/reply`. */
export const replySchema: z.ZodType<{
  readonly content: string;
  readonly name?: string | undefined;
}> = z.object({ content: z.string(), name: z.string().min(1).max(80).optional() });

/** Body of `POST /desk/api/undo`. */
export const undoSchema: z.ZodType<{ readonly undo: string }> = z.object({
  undo: z.string().max(200),
});

const selection: z.ZodType<DeskSelection> = z
  .strictObject({
    ids: z.array(z.uuid()).min(1).max(maxBulkComments).exactOptional(),
    queue: z.enum(deskQueues).exactOptional(),
    status: z.enum(commentStatuses).exactOptional(),
    flag: z.string().min(1).max(maxFlagCharacters).exactOptional(),
    article: z.string().min(1).max(512).exactOptional(),
    author: z.string().max(100).exactOptional(),
    query: z.string().max(200).exactOptional(),
    from: z.iso.datetime().exactOptional(),
    to: z.iso.datetime().exactOptional(),
  })
  // Nothing named would be everything there is.
  .refine((given) => Object.keys(given).length > 0);

/** Body of `POST /desk/api/bulk`. */
export const bulkSchema: z.ZodType<BulkBody> = z
  .object({ selection, decision, reason, note, preview: z.boolean().optional() })
  .refine(hasReason, withReason);

/** Body of `PUT /desk/api/authors/{key}`. */
export const authorSchema: z.ZodType<{
  readonly standing: AuthorStanding;
  readonly until?: string | undefined;
}> = z.object({
  standing: z.enum(authorStandings),
  until: z.iso.datetime().optional().describe('When it ends; for good where it is left out.'),
});

import type { Selectable } from 'kysely';
import * as z from 'zod';
import { consentPurposes } from '../../protocol/schemas-of-consent.ts';
import type { ConsentPurpose } from '../../protocol/types.ts';
import { isHeld } from '../rules/hold-rule.ts';
import type { Signal } from '../rules/signal.ts';
import { signalSchema } from '../rules/signal-schema.ts';
import type { CommentMarks, NewComment, PublicComment, StoredComment } from './comment-store.ts';
import type { Tables } from './tables.ts';

/** One row of the table of comments. */
export type CommentRow = Selectable<Tables['comments']>;

const signals = z.array(signalSchema);

/** The signals a row holds as JSON. */
export const signalsOf = (json: string): readonly Signal[] => signals.parse(JSON.parse(json));
const text = z.string();

const purposes = z.array(z.enum(consentPurposes));

const purposesOf = (json: string | null): readonly ConsentPurpose[] =>
  json === null ? [] : purposes.parse(JSON.parse(json));

const shownAddress = (
  address: string,
  agreed: readonly ConsentPurpose[],
): Pick<PublicComment, 'shownAddress'> =>
  address !== '' && agreed.includes('address') ? { shownAddress: address } : {};

const literal = (json: string): string => text.parse(JSON.parse(json));

/** The row of a comment that just came in; `author` is the key of its email. */
export function toCommentRow(
  comment: NewComment,
  { createdAt, author }: { readonly createdAt: string; readonly author: string | null },
): CommentRow {
  const { texts, rawTexts } = comment;
  return {
    id: comment.id,
    article: comment.article,
    parent: comment.parent,
    status: 'pending',
    name: texts.name,
    address: texts.address,
    email: texts.email,
    content: texts.content,
    raw_name: JSON.stringify(rawTexts.name),
    raw_address: JSON.stringify(rawTexts.address),
    raw_email: JSON.stringify(rawTexts.email),
    raw_content: JSON.stringify(rawTexts.content),
    signals: JSON.stringify(comment.signals),
    created_at: createdAt,
    held: Number(isHeld(comment.signals)),
    author,
    version: 0,
    open_reports: 0,
    edited_content: null,
    decided_at: null,
    published_at: null,
    notice: comment.consent?.notice ?? null,
    consents: comment.consent ? JSON.stringify(comment.consent.purposes) : null,
    network: comment.network ?? null,
    copy_key: comment.copyKey ?? null,
    verified_as: comment.verifiedAs ?? null,
    pinned: 0,
    pick: 0,
    staff: 0,
    edited: 0,
    likes: 0,
    published_replies: 0,
    listed: 0,
  };
}

/** What the public list reads of a row: neither emails nor what was typed. */
export const publicColumns = [
  'id',
  'parent',
  'status',
  'name',
  'address',
  'content',
  'created_at',
  'published_at',
  'consents',
  'pinned',
  'pick',
  'staff',
  'edited',
  'likes',
  'published_replies',
  'verified_as',
  'edited_content',
] as const;

/** A row as the public list reads it. */
export type PublicRow = Pick<CommentRow, (typeof publicColumns)[number]>;

const marksOf = (row: PublicRow): CommentMarks => ({
  pinned: row.pinned === 1,
  pick: row.pick === 1,
  staff: row.staff === 1,
  edited: row.edited === 1,
  likes: row.likes,
});

const shownTexts = (
  row: PublicRow,
): Pick<PublicComment, 'texts' | 'shownAddress' | 'verifiedAs' | 'gone'> => {
  if (row.status !== 'published') {
    const gone = row.status === 'erased' ? 'erased' : 'removed';
    return { texts: { name: '', content: '' }, gone };
  }
  const address = row.address === '' ? {} : shownAddress(row.address, purposesOf(row.consents));
  return {
    texts: { name: row.name, content: row.edited_content ?? row.content },
    ...address,
    ...(row.verified_as && { verifiedAs: row.verified_as }),
  };
};

/** The public side of a row that the list shows. */
export const toPublicComment = (row: PublicRow): PublicComment => ({
  id: row.id,
  parent: row.parent,
  ...shownTexts(row),
  ...marksOf(row),
  createdAt: row.created_at,
  publishedAt: row.published_at,
});

/** The comment of a row. */
export function toStoredComment(row: CommentRow): StoredComment {
  return {
    id: row.id,
    article: row.article,
    parent: row.parent,
    status: row.status,
    texts: { name: row.name, address: row.address, email: row.email, content: row.content },
    rawTexts: {
      name: literal(row.raw_name),
      address: literal(row.raw_address),
      email: literal(row.raw_email),
      content: literal(row.raw_content),
    },
    signals: signalsOf(row.signals),
    createdAt: row.created_at,
    decidedAt: row.decided_at,
    publishedAt: row.published_at,
    ...marksOf(row),
    version: row.version,
    openReports: row.open_reports,
    ...(row.author === null ? {} : { author: row.author }),
    ...(row.edited_content === null ? {} : { editedContent: row.edited_content }),
    ...(row.network === null ? {} : { network: row.network }),
    ...(row.copy_key === null ? {} : { copyKey: row.copy_key }),
    ...(row.verified_as === null ? {} : { verifiedAs: row.verified_as }),
    ...(row.notice === null
      ? {}
      : { consent: { notice: row.notice, purposes: purposesOf(row.consents) } }),
  };
}

/** The public side of a comment. */
export const publicSideOf = (comment: StoredComment): PublicComment => ({
  ...comment,
  texts: { ...comment.texts, content: shownText(comment) },
  ...shownAddress(comment.texts.address, comment.consent?.purposes ?? []),
});

/** The text readers see of a comment. */
export const shownText = ({
  editedContent,
  texts,
}: Pick<StoredComment, 'editedContent' | 'texts'>): string => editedContent ?? texts.content;

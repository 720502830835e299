import type { Selectable } from 'kysely';
import * as z from 'zod';
import type { NewComment, PublicComment, StoredComment } from './comment-store.ts';
import type { Tables } from './tables.ts';

/** One row of the table of comments. */
export type CommentRow = Selectable<Tables['comments']>;

const signals = z.array(z.enum(['fast']));
const text = z.string();

const literal = (json: string): string => text.parse(JSON.parse(json));

/** The row of a comment that just came in. */
export function toCommentRow(comment: NewComment, createdAt: string): CommentRow {
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
    decided_at: null,
    published_at: null,
  };
}

/** What the public list reads of a row: neither emails nor what was typed. */
export const publicColumns = [
  'id',
  'parent',
  'name',
  'content',
  'created_at',
  'published_at',
] as const;

/** The public side of a row. */
export const toPublicComment = (
  row: Pick<CommentRow, (typeof publicColumns)[number]>,
): PublicComment => ({
  id: row.id,
  parent: row.parent,
  texts: { name: row.name, content: row.content },
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
    signals: signals.parse(JSON.parse(row.signals)),
    createdAt: row.created_at,
    decidedAt: row.decided_at,
    publishedAt: row.published_at,
  };
}

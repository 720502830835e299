import { normalizeField } from '../protocol/fields.ts';
import type { CommentDraft } from '../protocol/types.ts';
import type { ReaderTexts } from './store/comment-store.ts';

/** A draft's four texts: as typed, which is kept untouched, and normalised, by which everything is judged. */
export interface DraftTexts {
  readonly rawTexts: ReaderTexts;
  readonly texts: ReaderTexts;
}

/** Reads the texts of a draft. */
export function textsOf({ name, address = '', email, content }: CommentDraft): DraftTexts {
  return {
    rawTexts: { name, address, email, content },
    texts: {
      name: normalizeField.name(name),
      address: normalizeField.address(address),
      email: normalizeField.email(email),
      content: normalizeField.content(content),
    },
  };
}

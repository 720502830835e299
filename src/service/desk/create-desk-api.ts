import type { Secrets } from '../../captcha/index.ts';
import type { FieldLimits } from '../../protocol/limits.ts';
import type { CommentStore } from '../store/comment-store.ts';
import { createUuidV7 } from '../uuid-v7.ts';
import { addCommentWrites } from './add-comment-writes.ts';
import type { AddDeskApi } from './add-desk-routes.ts';
import { createUndoTokens } from './undo.ts';

/** What the desk's work on comments needs. */
export interface DeskApiOptions {
  readonly store: CommentStore;
  readonly limits: FieldLimits;
  readonly secret: Secrets;
  readonly now: () => number;
}

/** All that editors may ask for at the desk beside who they are. */
export function createDeskApi({
  store,
  limits,
  secret,
  now,
}: DeskApiOptions): readonly AddDeskApi[] {
  const writes = {
    store,
    limits,
    undoTokens: createUndoTokens(secret, now),
    newId: createUuidV7(now),
  };
  return [(api, editorRule) => addCommentWrites(api, editorRule, writes)];
}

import { addArticles } from './add-articles.ts';
import { addAuthors } from './add-authors.ts';
import { createUuidV7 } from '../uuid-v7.ts';
import { addBulk } from './add-bulk.ts';
import { addCommentReads } from './add-comment-reads.ts';
import { addLiveCounts } from './add-live-counts.ts';
import { addModes } from './add-modes.ts';
import { addStats } from './add-stats.ts';
import { addWords } from './add-words.ts';
import { addCommentWrites } from './add-comment-writes.ts';
import type { AddDeskApi } from './add-desk-routes.ts';
import type { DeskWork } from './desk.ts';
import { createUndoTokens } from './undo.ts';

/** All that editors may ask for at the desk beside who they are. */
export function createDeskApi({
  store,
  limits,
  secret,
  now,
  closing,
  log,
  moderation,
  autoCloseDays,
  words,
  rechecks,
}: DeskWork): readonly AddDeskApi[] {
  const writes = {
    store,
    limits,
    undoTokens: createUndoTokens(secret, now),
    newId: createUuidV7(now),
  };
  return [
    (api, editorRule) => {
      addCommentReads(api, editorRule, { store });
      addCommentWrites(api, editorRule, writes);
      addBulk(api, editorRule, writes);
      addAuthors(api, editorRule, { store });
      addArticles(api, editorRule, { store, now, moderation, autoCloseDays });
      addModes(api, editorRule, { store, moderation });
      addStats(api, editorRule, { store });
      addWords(api, editorRule, { store, words, rechecks });
      addLiveCounts(api, editorRule, { store, closing, log });
    },
  ];
}

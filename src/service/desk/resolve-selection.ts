import type { DeskQueue, DeskSelection } from '../../protocol/desk.ts';
import { isHeld } from '../rules/hold-rule.ts';
import type { CommentStore, StoredComment } from '../store/comment-store.ts';
import type { AuthorPlace, QueuePlace, SearchPlace } from '../store/desk-reading.ts';
import { maxDecidedAtOnce } from './decide-many.ts';
import { readSearch } from './read-search.ts';

/** What a selection is about. */
export interface SelectedComments {
  /** At most 500. */
  readonly comments: readonly StoredComment[];
  readonly hasMore: boolean;
}

const stands: Readonly<Record<DeskQueue, (comment: StoredComment) => boolean>> = {
  reported: ({ status, openReports }) => status === 'published' && openReports > 0,
  suspect: ({ status, signals }) => status === 'pending' && isHeld(signals),
  new: ({ status, signals }) => status === 'pending' && !isHeld(signals),
  published: ({ status }) => status === 'published',
  rejected: ({ status }) => status === 'rejected',
  spam: ({ status }) => status === 'spam',
  removed: ({ status }) => status === 'removed',
};

/** Whether a comment is one that a selection is about. */
export const isSelected =
  ({ queue, status, flag, article, author, from, to }: DeskSelection) =>
  (comment: StoredComment): boolean =>
    (queue === undefined || stands[queue](comment)) &&
    (status === undefined || comment.status === status) &&
    (flag === undefined || comment.signals.some(({ code }) => code === flag)) &&
    (article === undefined || comment.article === article) &&
    (author === undefined || comment.author === author) &&
    (from === undefined || Date.parse(comment.createdAt) >= Date.parse(from)) &&
    (to === undefined || Date.parse(comment.createdAt) < Date.parse(to));

const comesFrom = async function* <Place>(
  read: (
    after: Place | undefined,
  ) => Promise<{ readonly comments: readonly StoredComment[]; readonly next: Place | null }>,
): AsyncGenerator<StoredComment> {
  let after: Place | undefined;
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- each page begins where the last one ended
    const page = await read(after);
    yield* page.comments;
    if (page.next === null) return;
    after = page.next;
  }
};

const limit = 100;

/** Where the comments of a selection are looked for: by what narrows them down most. */
function candidates(store: CommentStore, selection: DeskSelection): AsyncIterable<StoredComment> {
  const { ids, query, author, article, status, flag, from, to } = selection;
  if (ids) {
    return comesFrom<never>(async () => {
      const found = await Promise.all([...new Set(ids)].map((id) => store.find(id)));
      return { comments: found.filter((comment) => comment !== undefined), next: null };
    });
  }
  if (query !== undefined) {
    const phrases = readSearch(query);
    return comesFrom<SearchPlace>(async (after) =>
      phrases.length === 0
        ? { comments: [], next: null }
        : store.searchComments({ phrases, article, status, limit, after }),
    );
  }
  if (author !== undefined) {
    return comesFrom<AuthorPlace>((after) => store.listByAuthor({ author, limit, after }));
  }
  // What is taken down by article or time alone is what readers see.
  const { queue = 'published' } = selection;
  return comesFrom<QueuePlace>((after) =>
    store.listQueue({
      queue,
      order: 'oldest',
      limit,
      article,
      flag,
      fromMs: from === undefined ? undefined : Date.parse(from),
      toMs: to === undefined ? undefined : Date.parse(to),
      after,
    }),
  );
}

/** The comments a selection names that can make a move at all. */
export async function resolveSelection(
  store: CommentStore,
  selection: DeskSelection,
): Promise<SelectedComments> {
  const comments: StoredComment[] = [];
  const isMeant = isSelected(selection);
  for await (const comment of candidates(store, selection)) {
    if (!isMeant(comment)) continue;
    if (comments.length === maxDecidedAtOnce) return { comments, hasMore: true };
    comments.push(comment);
  }
  return { comments, hasMore: false };
}

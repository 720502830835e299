import { articleTag } from './cache-tags.ts';
import { describeError, type ServiceLog } from './service-log.ts';
import type { CommentStore, StoreTransaction } from './store/comment-store.ts';

/** Something the public saw of an article and must not see any more. */
export interface Removal {
  /** Id of the article. */
  readonly article: string;
  /** Tags of all answers about it, as in their `Cache-Tag` and `Surrogate-Key`. */
  readonly tags: readonly string[];
}

/** Tells caches of a removal, such as a CDN. What it throws is logged and changes nothing. */
export type OnRemoval = (removal: Removal) => void | Promise<void>;

const noteRemovals = (
  transaction: StoreTransaction,
  note: (article: string) => void,
): StoreTransaction => ({
  ...transaction,
  async changeStatus(change) {
    const before = await transaction.find(change.id);
    const after = await transaction.changeStatus(change);
    if (before?.status === 'published') note(before.article);
    return after;
  },
  async edit(change) {
    const before = await transaction.find(change.id);
    const after = await transaction.edit(change);
    // What an editor has taken out of a text is taken down too.
    const isOther = before?.editedContent !== after?.editedContent;
    if (before?.status === 'published' && isOther) note(before.article);
    return after;
  },
  async setArticle(id, change) {
    await transaction.setArticle(id, change);
    if (change.state === 'hidden') note(id);
  },
});

/**
 * A store that tells when a published comment was taken down or its article hidden: after the transaction is kept, and
 * without making it wait. Closing waits for those who are being told.
 */
export function announceRemovals(
  store: CommentStore,
  { onRemoval, log }: { readonly onRemoval: OnRemoval; readonly log: ServiceLog },
): CommentStore {
  const underWay = new Set<Promise<void>>();

  const tell = async (article: string): Promise<void> => {
    try {
      await onRemoval({ article, tags: [articleTag(article)] });
    } catch (error) {
      log(`Caches could not be told of a removal: ${describeError(error)}`);
    }
  };

  return {
    ...store,
    async transaction(work) {
      const articles = new Set<string>();
      const result = await store.transaction((transaction) =>
        work(noteRemovals(transaction, (article) => articles.add(article))),
      );
      for (const article of articles) {
        const told = tell(article).finally(() => underWay.delete(told));
        underWay.add(told);
      }
      return result;
    },
    async close() {
      await Promise.all(underWay);
      await store.close();
    },
  };
}

import { applyArticleChange, type ArticleChange } from './rules/article-change.ts';
import type {
  ArticleSettingsChange,
  StoredArticle,
  StoreTransaction,
} from './store/comment-store.ts';
import type { Actor } from './store/newsroom-transaction.ts';

/** What the newsroom wants of an article; what it leaves out stays. */
export interface ArticleWish extends ArticleChange {
  /** Null: its section or the site decides. */
  readonly mode?: StoredArticle['mode'] | undefined;
  /** Null: none. */
  readonly section?: StoredArticle['section'] | undefined;
}

const members = ['state', 'closesAt', 'mode', 'section'] as const;

/**
 * Sets what the newsroom says of an article that is known, with an entry in the audit log that names what was and what
 * is; where nothing becomes another thing, nothing is written. What is hidden can be hidden again, for caches that were not
 * reached the first time.
 */
export async function changeArticle(
  transaction: StoreTransaction,
  article: StoredArticle,
  wish: ArticleWish,
  { nowMs, ...actor }: Actor & { readonly nowMs: number },
): Promise<void> {
  const { id, mode, section } = article;
  const wanted = {
    ...applyWish(article, wish, nowMs),
    mode: wish.mode === undefined ? mode : wish.mode,
    section: wish.section === undefined ? section : wish.section,
  };
  const changed = members.filter(
    (name) => wanted[name] !== article[name] || (name === 'state' && wish.state === 'hidden'),
  );
  if (changed.length === 0) return;
  const change: ArticleSettingsChange = Object.fromEntries(
    changed.map((name) => [name, wanted[name]]),
  );
  await transaction.setArticle(id, change);
  const note = changed
    .map((name) => `${name}: ${article[name] ?? 'none'} → ${wanted[name] ?? 'none'}`)
    .join('; ');
  await transaction.audit({ ...actor, action: 'article', article: id, note });
}

/** What becomes of state and time; a wish that names neither leaves an article that nobody has set as it is. */
const applyWish = (
  article: StoredArticle,
  { state, closesAt }: ArticleWish,
  nowMs: number,
): Pick<StoredArticle, 'state' | 'closesAt'> =>
  state === undefined && closesAt === undefined
    ? article
    : applyArticleChange(article, { state, closesAt }, nowMs);

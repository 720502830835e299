import type { CommentCounts } from '../../protocol/types.ts';
import type { ListModel } from './list-model.ts';

/** Asks how many comments there are by now, and offers what has come since the list was loaded. */
export async function lookForNews(model: ListModel): Promise<void> {
  const { page, article } = model;
  if (!page) return;
  const reply = await model.ask('/count', { query: { article } });
  const { counts }: Partial<CommentCounts> = reply.ok ? reply.body : {};
  const news = (counts?.[article] ?? 0) - page.article.count;
  if (model.page?.article !== page.article || news <= model.news) return;
  model.news = news;
  model.say('list.new', { n: news });
  model.redraw();
}

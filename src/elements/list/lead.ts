import type { CommentPlace } from '../../protocol/types.ts';
import type { ListModel } from './list-model.ts';
import type { Reading } from './reading.ts';
import { joinById, withReply } from './threads.ts';

const isShown = ({ page }: ListModel, id: string): boolean =>
  Boolean(
    page?.comments.some(
      (one) => one.id === id || one.replies?.items.some((reply) => reply.id === id),
    ),
  );

/** Loads the page that begins with the comment, or with the one it answers; whether it is there then. */
async function openAt(model: ListModel, reading: Reading, id: string): Promise<boolean> {
  const signal = model.begin();
  const query = { sort: model.sort };
  const found = await model.ask(`/${encodeURIComponent(id)}`, { query, signal });
  if (signal.aborted) return false;
  const { article, thread, reply, after }: Partial<CommentPlace> = found.ok ? found.body : {};
  if (!thread || article?.id !== model.article) {
    if (!model.page) await model.open();
    return false;
  }
  if (!(await model.open(after)) || !model.page) return false;
  const { page } = model;
  if (!isShown(model, thread.id)) {
    model.page = { ...page, comments: joinById([thread], page.comments) };
  }
  if (reply) reading.change(thread.id, (one) => withReply(one, reply));
  return true;
}

/** Leads the reader to one comment and marks it, also where it stands on a later page; one that is not to be had is passed over. */
export async function lead(model: ListModel, reading: Reading, id: string): Promise<void> {
  if (!isShown(model, id) && !(await openAt(model, reading, id))) return;
  model.marked = id;
  model.redraw();
  await model.moveFocus(id, 'center');
}

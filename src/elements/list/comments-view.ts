import { html, nothing } from 'lit';

import type { ListMessageKey } from '../../messages/list.vi.ts';
import type { CommentPage } from '../../protocol/types.ts';
import { CommentReplyEvent } from '../events.ts';
import type { Localize } from '../localize.ts';
import { actionsView, type CommentAction } from './actions-view.ts';
import { buttonView } from './button-view.ts';
import { type CommentContext, nameOf } from './comment-view.ts';
import { foldView, isLong } from './fold-view.ts';
import { createFormatTime } from './format-time.ts';
import type { ListModel } from './list-model.ts';
import { listView } from './list-view.ts';
import { linkTo } from './permalink.ts';

/** The comments as the element shows them: with their buttons, and with what leads to more. */
export function commentsView(
  model: ListModel,
  page: CommentPage,
  language: string,
  localize: Localize<ListMessageKey>,
): unknown {
  const { element, assistant, isMoreFailed, long, marked, unfolded } = model;
  const { timeZone, withoutLikes, withoutReplies, withoutReports } = element;
  const isLeftOut = {
    like: withoutLikes,
    reply: withoutReplies || page.article.state !== 'open',
    report: withoutReports,
  };
  const plain: CommentContext = {
    localize,
    formatTime: createFormatTime(language, timeZone, localize, Date.now),
    linkTo,
    marked,
    fold({ id, content }, whole) {
      if (!isLong(content)) return whole;
      const isOpen = unfolded.has(id);
      const toggle = (): void => {
        if (isOpen) unfolded.delete(id);
        else unfolded.add(id);
        model.redraw();
      };
      return foldView(whole, isOpen, toggle, localize);
    },
  };
  const withButtons: CommentContext = {
    ...plain,
    keep: long && ((comment, draw) => long.draw(comment, language, draw)),
    actions(comment, thread) {
      const { id } = comment;
      const onAction = (action: CommentAction): void => {
        if (action === 'reply') {
          const name = nameOf(comment, localize);
          element.dispatchEvent(new CommentReplyEvent(model.article, thread.id, name));
        } else void model.help((helper) => helper.run(action, comment));
      };
      const isLiked = Boolean(assistant?.isLiked(id));
      const note = assistant?.noteOn(id);
      return actionsView(comment, { isLeftOut, isLiked, note }, onAction, localize);
    },
    moreReplies(thread) {
      const { items = [], count = 0, next } = thread.replies ?? {};
      const words = localize('replies.show', { n: count - items.length });
      return next
        ? buttonView(
            'replies',
            words,
            () => void model.help(({ reading }) => reading.moreReplies(thread)),
          )
        : nothing;
    },
  };
  const above = assistant?.above(plain, localize);
  const below = [
    isMoreFailed ? html`<p part="failed">${localize('list.failed')}</p>` : nothing,
    page.next === null
      ? nothing
      : buttonView(
          'more',
          localize(isMoreFailed ? 'retry' : 'list.more'),
          () => void model.help(({ reading }) => reading.more()),
        ),
  ];
  const comments = page.comments.slice(0, long?.shown);
  return listView({ ...page, comments }, { above, below }, withButtons);
}

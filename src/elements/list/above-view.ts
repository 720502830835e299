import { html, nothing, type TemplateResult } from 'lit';

import type { ListMessageKey } from '../../messages/list.vi.ts';
import type { Localize } from '../localize.ts';
import { buttonView } from './button-view.ts';
import { type CommentContext, commentView } from './comment-view.ts';
import type { OwnComment } from './own-comments.ts';

/** What stands above the comments: the reader's own that wait, and from a later page the way to the beginning. */
export function aboveView(
  own: readonly OwnComment[],
  onFirst: (() => void) | undefined,
  context: CommentContext,
  localize: Localize<ListMessageKey>,
): TemplateResult {
  const pending: CommentContext = {
    ...context,
    actions: () => html`<p part="pending">${localize('item.mine.pending')}</p>`,
  };
  return html`${
    own.length > 0
      ? html`<ul part="own" role="list">
          ${own.map((one) =>
            'comment' in one
              ? commentView(one.comment, one.isPending ? pending : context)
              : one.view?.(context),
          )}
        </ul>`
      : nothing
  }${onFirst ? buttonView('first', localize('list.first'), onFirst) : nothing}`;
}

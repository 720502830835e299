import { html, type TemplateResult } from 'lit';

import { listRefusalMessagesVi } from '../../messages/list-refusals.vi.ts';
import { reasonMessagesVi } from '../../messages/reasons.vi.ts';
import { buttonView } from './button-view.ts';
import type { CommentContext } from './comment-view.ts';
import { dropReceipt, type OwnComment, type RefusedComment } from './own-comments.ts';
import type { ListModel } from './list-model.ts';

const withinSentence = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

function refusalView(
  { id, reason, sentAtMs }: RefusedComment,
  { localize, formatTime }: CommentContext,
  model: ListModel,
): TemplateResult {
  const key = reason.replace('no-accents', 'noAccents') as 'other';
  const why = localize(`reason.${key}`) || localize('reason.other');
  const onClose = (): void => {
    dropReceipt(id);
    model.own = model.own.filter((one) => 'comment' in one || one.id !== id);
    model.redraw();
    void model.moveFocus();
  };
  return html`<li part="refused">
    <p part="byline">
      <span part="time">${formatTime(new Date(sentAtMs).toISOString())}</span>
    </p>
    <p part="content">${localize('reason.reader.text', { reason: withinSentence(why) })}</p>
    <p part="comment-actions">
      ${buttonView('refused', localize('mine.refused.close'), onClose)}
    </p>
  </li>`;
}

/** The reader's own comments, of which those that are not published say why until the reader has read it (M-6, L-15). */
export function withRefusals(own: readonly OwnComment[], model: ListModel): readonly OwnComment[] {
  const { assistant } = model;
  if (assistant) {
    assistant.messages = { ...assistant.messages, ...reasonMessagesVi, ...listRefusalMessagesVi };
  }
  return own.map((one) =>
    'comment' in one ? one : { ...one, view: (context) => refusalView(one, context, model) },
  );
}

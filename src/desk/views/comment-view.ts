import { html, nothing, type TemplateResult } from 'lit';

import type { DeskComment } from '../../protocol/desk.ts';
import { conflictText } from '../decisions.ts';
import type { Desk } from '../desk.ts';
import { safeUrl } from '../safe-url.ts';
import { signalText } from '../signal-texts.ts';
import { aboutView } from './about-view.ts';
import { actionsView } from './actions-view.ts';
import { diffView } from './diff-view.ts';
import { markedText, signalId } from './text-view.ts';
import { writeView } from './write-view.ts';

function articleView({ article }: DeskComment, desk: Desk): TemplateResult {
  const { filter, localize } = desk.model;
  const title = article.title || localize('item.noTitle', { id: article.id });
  const url = safeUrl(article.url);
  return html`<p class="article">
    <span class="label">${localize('item.article')}</span>
    ${
      url
        ? html`<a href=${url} target="_blank" rel="noopener noreferrer" dir="auto"
            >${title}<span class="unseen"> ${localize('item.newTab.sr')}</span></a
          >`
        : html`<span dir="auto">${title}</span>`
    }
    ${
      filter.article?.id === article.id
        ? nothing
        : html`<button
            type="button"
            class="quiet"
            @click=${() => desk.reading.guard(() => void desk.listing.narrow({ article }))}
          >
            ${localize('filter.article')}
          </button>`
    }
    ${
      desk.model.may('article')
        ? html`<button type="button" class="quiet" @click=${() => void desk.article.open(article.id)}>
            ${localize('article.heading')}
          </button>`
        : nothing
    }
  </p>`;
}

const badge = (text: string, kind = ''): TemplateResult =>
  html`<span class="flag ${kind}">${text}</span>`;

function headView(comment: DeskComment, desk: Desk): TemplateResult {
  const { detail, localize, times } = desk.model;
  const { address, createdAt, name, pick, pinned, signals, staff, status, verified } = comment;
  return html`<header class="comment-head">
    <h2 id="comment-heading" tabindex="-1">
      <span class="unseen">${localize('item.by', { name: '' })}</span>
      <bdi>${name ? markedText(name, signals, 'name') : localize('item.anonymous')}</bdi>
    </h2>
    <span class="flag status ${status}">${localize(`status.${status}`)}</span>
    ${staff ? badge(localize('item.staff')) : nothing}
    ${pinned ? badge(localize('item.pinned'), 'good') : nothing}
    ${pick ? badge(localize('item.pick'), 'good') : nothing}
    ${comment.editedContent !== undefined ? badge(localize('item.edited')) : nothing}
    ${verified === undefined ? nothing : badge(verified || '✓', 'good')}
    <p class="meta">
      <time datetime=${createdAt}>${localize('item.sent', { time: times.at(createdAt) })}</time>
      ${status === 'pending' ? html`<span>${localize('queue.wait', { time: times.since(createdAt) })}</span>` : nothing}
      ${address ? html`<bdi>${markedText(address, signals, 'address')}</bdi>` : nothing}
      ${detail?.email ? html`<bdi>${detail.email}</bdi>` : nothing}
    </p>
    ${articleView(comment, desk)}
  </header>`;
}

function parentView(desk: Desk): TemplateResult | typeof nothing {
  const { detail, localize } = desk.model;
  if (!detail?.parent) return nothing;
  const { content, name } = detail.parent;
  return html`<blockquote class="parent">
    <p class="label">
      ${localize('item.parent', { name: name || localize('item.anonymous') })}
    </p>
    <p class="text" dir="auto">${content}</p>
  </blockquote>`;
}

function textView(comment: DeskComment, desk: Desk): TemplateResult {
  const { localize } = desk.model;
  const { content, editedContent, signals, status } = comment;
  if (status === 'erased') return html`<p class="quiet-text">${localize('item.erased')}</p>`;
  const original = html`<p class="text" id="original" dir="auto">${markedText(content, signals, 'content')}</p>`;
  if (editedContent === undefined) return original;
  return html`<h3>${localize('edit.edited')}</h3>
    <p class="text" dir="auto">${editedContent}</p>
    <h3>${localize('edit.original')}</h3>
    ${original}
    <h3>${localize('edit.diff')}</h3>
    ${diffView(content, editedContent, localize)}`;
}

function signalsView({ signals }: DeskComment, desk: Desk): TemplateResult | typeof nothing {
  const { localize } = desk.model;
  if (signals.length === 0) return nothing;
  return html`<section class="signals" aria-labelledby="signals-heading">
    <h3 id="signals-heading">${localize('flags.label')}</h3>
    <ul>
      ${signals.map(
        (signal, index) => html`<li
          class="signal ${['hold', 'junk'].includes(signal.severity) ? signal.severity : 'note'}"
          id=${signalId(index)}
          dir="auto"
        >
          ${signalText(signal, localize)}
        </li>`,
      )}
    </ul>
  </section>`;
}

/** The comment in full, with what is known of it and what can be done. */
export function commentView(desk: Desk): TemplateResult {
  const { conflict, current, isDetailFailed, localize, mode } = desk.model;
  const back = html`<button
    type="button"
    class="quiet back"
    @click=${() => desk.reading.guard(() => void desk.reading.back())}
  >
    ← ${localize('desk.back')}
  </button>`;
  if (!current) return html`${back}<p class="quiet-text empty">${localize('item.choose')}</p>`;
  return html`${back}
    <article aria-labelledby="comment-heading">
      ${headView(current, desk)}
      ${conflict ? html`<p class="conflict">${conflictText(desk.model)}</p>` : nothing}
      ${parentView(desk)}
      ${mode === 'editing' ? writeView(desk) : textView(current, desk)}
      ${mode === 'replying' ? writeView(desk) : nothing} ${signalsView(current, desk)}
      ${mode === 'reading' ? actionsView(desk) : nothing}
      ${
        isDetailFailed
          ? html`<p class="quiet-text">${localize('desk.failed')}</p>
              <button type="button" @click=${() => void desk.reading.reload()}>
                ${localize('desk.retry')}
              </button>`
          : aboutView(desk)
      }
    </article>`;
}

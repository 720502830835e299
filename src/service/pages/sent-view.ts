import { html, nothing, type TemplateResult } from 'lit';
import type { PageAddresses } from './page-address.ts';
import type { PageQuery } from './page-query.ts';
import type { PageWords } from './page-words.ts';

/** Tells a reader that the comment has come; stands where the form was. */
export const sentView = (
  { sent = 'pending', comment, sort }: PageQuery,
  addresses: PageAddresses,
  localize: PageWords,
): TemplateResult =>
  html`<div class="reader-comment-form"><section aria-labelledby="sent">
    <div part="sent">
      <h2 part="sent-heading" id="sent" tabindex="-1">${localize('sent.heading')}</h2>
      <p part="sent-text">${localize(`sent.${sent}`)}</p>
      <p class="links">
        ${
          sent === 'published' && comment !== undefined
            ? html`<a href=${addresses.comment(comment)}
              >${localize('page.see')}</a
            >`
            : nothing
        }
        <a href=${addresses.page({ sort }, 'write')}>${localize('sent.another')}</a>
      </p>
    </div>
  </section></div>`;

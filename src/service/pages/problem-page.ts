import { html, nothing } from 'lit';
import { problemStatus } from '../../protocol/problem.ts';
import { outageSeconds } from '../http/failure-response.ts';
import type { PageMessageKey } from '../../messages/page.vi.ts';
import { renderDocument } from './document.ts';
import { privatePage } from './html-answer.ts';
import type { PageWorld } from './page-world.ts';
import { renderHtml } from './render-html.ts';

type PageProblem =
  | 'invalid-query'
  | 'not-found'
  | 'origin-refused'
  | 'too-large'
  | 'unavailable'
  | 'unsupported-media-type';

const messageKeys: Readonly<
  Record<PageProblem, PageMessageKey | 'server.tooLarge' | 'server.maintenance'>
> = {
  'invalid-query': 'page.problem.invalid-query',
  'not-found': 'page.problem.not-found',
  'origin-refused': 'page.problem.origin-refused',
  'too-large': 'server.tooLarge',
  unavailable: 'server.maintenance',
  'unsupported-media-type': 'page.problem.invalid-query',
};

/** A page in place of one that cannot be shown. `hasArticle`: whether there is a page to go on to. */
export function problemPage(
  code: PageProblem,
  { language, localize, addresses, styles }: PageWorld,
  hasArticle: boolean,
): Response {
  const title = localize('page.problem');
  const body = html`<main>
    <h1>${title}</h1>
    <p>${localize(messageKeys[code])}</p>
    ${
      hasArticle
        ? html`<p class="links"><a href=${addresses.page()}>${localize('page.all')}</a></p>`
        : nothing
    }
  </main>`;
  const page = { language, title, styles, isUnlisted: true, body: renderHtml(body) };
  return privatePage(renderDocument(page), {
    status: problemStatus[code],
    ...(code === 'unavailable' && { headers: { 'Retry-After': String(outageSeconds) } }),
  });
}

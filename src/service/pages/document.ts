import { html } from '@lit-labs/ssr/lib/server-template.js';
import { nothing } from 'lit';
import type { PageLanguage } from './page-language.ts';
import { renderHtml } from './render-html.ts';

/** What a page is made of. */
export interface PageDocument {
  readonly language: PageLanguage;
  readonly title: string;
  /** Address of the stylesheet. */
  readonly styles: string;
  readonly canonical?: string | undefined;
  readonly next?: string | undefined;
  readonly previous?: string | undefined;
  readonly first?: string | undefined;
  readonly feed?: string | undefined;
  /** Whether search engines are to leave it out. */
  readonly isUnlisted?: boolean;
  /** Finished HTML: data for search engines. */
  readonly data?: string;
  /** Finished HTML. */
  readonly body: string;
}

const link = (rel: string, href: string | undefined, type?: string): unknown =>
  href === undefined ? nothing : html`<link rel=${rel} type=${type ?? nothing} href=${href} />`;

/** A whole page. */
export function renderDocument(page: PageDocument): string {
  const head = html`<meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${page.title}</title>
    ${page.isUnlisted ? html`<meta name="robots" content="noindex, follow" />` : nothing}
    ${link('stylesheet', page.styles)}${link('canonical', page.canonical)}${link('next', page.next)}
    ${link('prev', page.previous)}${link('first', page.first)}${link('alternate', page.feed, 'application/atom+xml')}`;
  return (
    `<!doctype html>\n<html lang="${page.language}">\n<head>\n${renderHtml(head)}\n${page.data ?? ''}</head>\n` +
    `<body>\n${page.body}\n</body>\n</html>\n`
  );
}

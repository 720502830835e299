import { createHash } from 'node:crypto';
import { deskMessagesEn } from '../../messages/desk.en.ts';
import { deskMessagesVi } from '../../messages/desk.vi.ts';
import { escapeHtml } from '../pages/escape-html.ts';

/** Name of the desk's script; it stands beside the page, and fetches its chunks from there. */
export const deskScript = 'reader-comments.desk.js';

/** What the page of the desk is made for. */
export interface DeskPageOptions {
  /** Path of the comment service, without a slash at the end. */
  readonly path: string;
  readonly language: 'vi' | 'en';
  /** Name of the newsroom in the texts. */
  readonly newsroom?: string | undefined;
  /** IANA. */
  readonly timeZone?: string | undefined;
}

const styles = 'body{margin:0}';
const stylesHash = createHash('sha256').update(styles).digest('base64');

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  `style-src 'self' 'sha256-${stylesHash}'`,
  "connect-src 'self'",
  // The site's icon, which browsers ask for by themselves.
  "img-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
].join('; ');

const attribute = (name: string, value: string | undefined): string =>
  value ? ` ${name}="${escapeHtml(value)}"` : '';

/** The document of the desk; the newsroom's data come only to who has signed in. */
export function renderDeskPage({ path, language, newsroom, timeZone }: DeskPageOptions): string {
  const words = language === 'en' ? deskMessagesEn : deskMessagesVi;
  const attributes =
    attribute('endpoint', path) +
    attribute('newsroom', newsroom) +
    attribute('time-zone', timeZone);
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<meta name="robots" content="noindex" />
<meta name="color-scheme" content="light dark" />
<title>${escapeHtml(words['desk.title'])}</title>
<style>${styles}</style>
<script type="module" src="${escapeHtml(path)}/desk/${deskScript}"></script>
</head>
<body>
<reader-comments-desk${attributes}></reader-comments-desk>
</body>
</html>
`;
}

/** Headers of the desk's page: nothing of other hosts, no frame around it, no cache, no address in a referrer. */
export const deskPageHeaders: Readonly<Record<string, string>> = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy': policy,
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'same-origin',
  'X-Robots-Tag': 'noindex',
  'Cross-Origin-Opener-Policy': 'same-origin',
  Vary: 'Accept-Language',
};

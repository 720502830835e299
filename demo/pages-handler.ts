import { readFile } from 'node:fs/promises';

import type { PagesHandler } from '../src/service/index.ts';

/** What the library needs of a page's policy, and not more (design.md §7); pictures and the search form are the page's own. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
].join('; ');

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  jpg: 'image/jpeg',
};

// Letters, digits, hyphens and one dot: such a name cannot leave its folder.
const pageName = /^\/(?:([\w-]+)\.html)?$/;
const assetName = /^\/assets\/([\w-]+\.(css|js|svg|jpg))$/;

const fileOf = (path: string): readonly [file: string, extension: string] | undefined => {
  const page = pageName.exec(path);
  if (page) return [`pages/${page[1] ?? 'article'}.html`, 'html'];
  const asset = assetName.exec(path);
  return asset?.[1] && asset[2] ? [`assets/${asset[1]}`, asset[2]] : undefined;
};

/** The demo's pages and what they show, under the strict policy. */
export const demoPages: PagesHandler = async (request) => {
  if (!['GET', 'HEAD'].includes(request.method)) return undefined;
  const [file, extension = ''] = fileOf(new URL(request.url).pathname) ?? [];
  const body = file && (await readFile(new URL(file, import.meta.url)).catch(() => undefined));
  if (!body) return undefined;
  return new Response(request.method === 'HEAD' ? null : new Uint8Array(body), {
    headers: {
      'Content-Type': types[extension] ?? 'application/octet-stream',
      'Cache-Control': 'no-cache',
      'Content-Security-Policy': policy,
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'strict-origin-when-cross-origin',
    },
  });
};

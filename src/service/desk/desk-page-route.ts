import type { Handler } from 'hono';
import { pageLanguage } from '../pages/page-language.ts';
import { deskPageHeaders, renderDeskPage } from './desk-page.ts';

/** Where a desk stands. */
export interface DeskPlace {
  /** Path of the comment service. */
  readonly path: string;
  /** IANA. */
  readonly timeZone: string;
}

/** `GET /desk/`: the page of the desk, the same for everybody. */
export const deskPageRoute =
  ({ path, timeZone }: DeskPlace): Handler =>
  (context) => {
    const language = pageLanguage(context.req.query('lang'), context.req.header('accept-language'));
    const base = path === '/' ? '' : path;
    return new Response(renderDeskPage({ path: base, language, timeZone }), {
      headers: deskPageHeaders,
    });
  };

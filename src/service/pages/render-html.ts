import { render } from '@lit-labs/ssr/lib/render.js';
import { collectResultSync } from '@lit-labs/ssr/lib/render-result.js';

// What a browser would go by to bring a view to life. Texts are escaped, so that no reader can write such a thing.
const markers = /<!--\/?lit-(?:part|node)[^>]*-->|<\?>/g;

// As in the browser's files: a line break between tags is the template's, a space that counts stands on a line with both.
const lineBreaks = />\s*\n\s*</g;

/** A view as HTML, without the marks of hydration and the template's own line breaks. */
export const renderHtml = (view: unknown): string =>
  collectResultSync(render(view)).replace(markers, '').replace(lineBreaks, '><');

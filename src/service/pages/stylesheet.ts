import { createHash } from 'node:crypto';
import { consentStyles } from '../../elements/form/consent.styles.ts';
import { styles as formStyles } from '../../elements/form/form.styles.ts';
import { touchedStyles } from '../../elements/form/touched.styles.ts';
import { styles as listStyles } from '../../elements/list/list.styles.ts';
import { pageStyles } from './page.styles.ts';
import { scopeStyles } from './scope-styles.ts';

/** The looks of all pages as one file. */
export interface Stylesheet {
  readonly css: string;
  /** Changes with every byte of the file. */
  readonly version: string;
}

const inForm = [formStyles, consentStyles, touchedStyles].map(({ cssText }) =>
  scopeStyles(cssText, '.reader-comment-form'),
);

const inList = scopeStyles(listStyles.cssText, '.reader-comment-list');

const css = [...inForm, inList, pageStyles].join('\n').replaceAll(/\n\s*/g, '\n');

/** Made once, of the elements' own styles and the page's. */
export const stylesheet: Stylesheet = {
  css,
  version: createHash('sha256').update(css).digest('hex').slice(0, 12),
};

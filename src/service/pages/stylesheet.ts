import { createHash } from 'node:crypto';
import { baseStyles } from '../../elements/base.styles.ts';
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

const within = (scope: string, styles: readonly { readonly cssText: string }[]): string =>
  styles.map(({ cssText }) => scopeStyles(cssText, scope)).join('\n');

const inForm = within('.reader-comment-form', [
  baseStyles,
  formStyles,
  consentStyles,
  touchedStyles,
]);

const inList = within('.reader-comment-list', [baseStyles, listStyles]);

const css = [inForm, inList, pageStyles].join('\n').replaceAll(/\n\s*/g, '\n');

/** Made once, of the elements' own styles and the page's. */
export const stylesheet: Stylesheet = {
  css,
  version: createHash('sha256').update(css).digest('hex').slice(0, 12),
};

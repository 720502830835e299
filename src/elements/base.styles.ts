import { type CSSResult, unsafeCSS } from 'lit';

/**
 * What form and list look like alike, kept in the first file alone. Each value that a page may want to change is read
 * once, from a public property. Colours are mixed from the page's own text colour, so that they follow any page, light
 * or dark; only the accent is a colour of ours.
 * A plain string in place of `css`: nothing is put into it, and the tag's own code need not be loaded.
 */
export const baseStyles: CSSResult = unsafeCSS(`
  :host {
    display: block;
    max-width: 44rem;
    line-height: 1.5;
    overflow-wrap: anywhere;
  }
  :host([hidden]) {
    display: none;
  }
  section {
    --_gap: var(--reader-comments-gap, 1.25rem);
    --_radius: var(--reader-comments-radius, 0.25rem);
    --_accent: var(--reader-comments-accent-color, #2668ab);
    --_error: var(--reader-comments-error-color, color-mix(in srgb, #c8102e 55%, currentColor));
    --_muted: var(--reader-comments-muted-color, color-mix(in srgb, currentColor 75%, transparent));
    --_border: var(--reader-comments-border-color, color-mix(in srgb, currentColor 55%, transparent));
  }
  * {
    box-sizing: border-box;
    margin: 0;
  }
  h2 {
    font-size: var(--reader-comments-heading-size, 1.375em);
    text-transform: var(--reader-comments-heading-transform, none);
  }
  input,
  textarea,
  select,
  button {
    min-height: 2.75rem;
    padding: var(--reader-comments-field-padding, 0.5rem 0.75rem);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--reader-comments-field-background, transparent);
    color: inherit;
    font: inherit;
    font-size: max(1em, 16px);
    letter-spacing: inherit;
    word-spacing: inherit;
  }
  .unseen {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`);

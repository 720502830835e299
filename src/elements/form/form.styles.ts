import { type CSSResult, unsafeCSS } from 'lit';

/**
 * Looks of the form as it first stands. What appears after a touch is in `touched.styles.ts`.
 * Colours are mixed from the page's own text colour, so that they follow any page, light or dark; only the accent is
 * a colour of ours. Each value that a page may want to change is read once, from a public property.
 * Where the window is narrow, the buttons of the code have a line of their own, as "Nghe mã" may come to it, the place
 * under the button is kept for the note of a draft found again, and where a code
 * comes the words begin at the same spot, so that nothing moves when they change.
 * A plain string in place of `css`: nothing is put into it, and the tag's own code need not be loaded.
 */
export const styles: CSSResult = unsafeCSS(`
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
  [part=field],
  [part=actions] {
    margin-top: var(--_gap);
  }
  label {
    font-weight: 600;
  }
  [part=intro],
  [part=hint],
  [part=counter],
  [part=optional-mark],
  [part=code-note] {
    color: var(--reader-comments-muted-color, color-mix(in srgb, currentColor 75%, transparent));
    font-size: 0.9375em;
    font-weight: 400;
  }
  [part=required-mark] {
    color: var(--_error);
  }
  [part=hint-line],
  [part=code-line],
  [part=actions] {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 1rem;
    align-items: center;
  }
  [part=counter] {
    margin-left: auto;
  }
  input,
  textarea,
  button {
    min-height: 2.75rem;
    padding: var(--reader-comments-field-padding, 0.5rem 0.75rem);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--reader-comments-field-background, transparent);
    color: inherit;
    font: inherit;
    font-size: max(1em, 16px);
  }
  input,
  textarea {
    width: 100%;
  }
  input,
  textarea,
  [part=code-line] {
    margin-top: 0.375rem;
  }
  textarea {
    min-height: 10rem;
  }
  [type=submit] {
    padding-inline: 1.5rem;
    background: var(--_accent);
    color: var(--reader-comments-accent-text-color, #fff);
    font-weight: 600;
  }
  [part=code-box],
  [part~=code-input] {
    width: 12.75rem;
    max-width: 100%;
  }
  [part=code-box] {
    display: grid;
    min-height: 4.75rem;
    padding: 0.125rem;
    border: 1px dashed var(--_border);
    border-radius: var(--_radius);
  }
  [part=code-note] {
    padding: 0.5rem 0.75rem;
  }
  @media (max-width: 30em) {
    [part=code-box] {
      margin-right: calc(100% - 12.75rem);
    }
    [part=actions] {
      min-height: 6.75rem;
      align-content: start;
    }
  }
`);

import { type CSSResult, unsafeCSS } from 'lit';

/** Looks of the boxes of consent. */
export const consentStyles: CSSResult = unsafeCSS(`
  fieldset {
    min-width: 0;
    margin-top: var(--_gap);
    padding: 0;
    border: 0;
  }
  legend {
    padding: 0;
    font-weight: 600;
  }
  [part=consent] {
    display: flex;
    gap: 0.625rem;
    margin-top: 0.625rem;
  }
  [part=consent-input] {
    flex: none;
    width: 1.5rem;
    height: 1.5rem;
    min-height: 0;
    margin: 0;
    accent-color: var(--_accent);
    scroll-margin: calc(var(--reader-comments-scroll-margin, 1rem) + 5rem) 0 2rem;
  }
  [part=consent-label] {
    font-weight: 400;
  }
  [part=notice] {
    margin-top: 0.75rem;
  }
  [part=notice-summary] {
    width: fit-content;
    min-height: 1.5rem;
    cursor: pointer;
  }
  [part=notice-text] {
    margin-top: 0.5rem;
    padding-inline-start: 0.75rem;
    border-inline-start: 1px solid var(--_border);
    font-size: 0.9375em;
    white-space: pre-wrap;
  }
  [part=notice-link] {
    display: inline-block;
    margin-top: 0.5rem;
    color: inherit;
  }
`);

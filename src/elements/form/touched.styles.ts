import { type CSSResult, unsafeCSS } from 'lit';

/** Looks of what appears after the reader's first touch; without them it is plain, but readable. */
export const touchedStyles: CSSResult = unsafeCSS(`
  [part=error],
  [part=summary-heading] {
    color: var(--_error);
    font-weight: 600;
  }
  [aria-invalid] {
    border-color: var(--_error);
    box-shadow: inset 0 0 0 1px var(--_error);
  }
  [part~=input] {
    scroll-margin: calc(var(--reader-comments-scroll-margin, 1rem) + 5rem) 0 2rem;
  }
  [part~=code-input] {
    letter-spacing: 0.15em;
  }
  textarea {
    resize: vertical;
  }
  .growing {
    field-sizing: content;
  }
  button {
    cursor: pointer;
  }
  button:hover {
    text-decoration: underline;
  }
  [part=summary],
  [part=sent] {
    margin-top: var(--_gap);
    padding: 1rem;
    border-inline-start: 0.3125rem solid var(--_error);
    border-radius: var(--_radius);
    background: color-mix(in srgb, var(--_error) 9%, transparent);
    scroll-margin: var(--reader-comments-scroll-margin, 1rem);
  }
  :focus-visible,
  [tabindex]:focus {
    outline: 3px solid var(--reader-comments-focus-color, var(--_accent));
    outline-offset: 2px;
  }
  h3 {
    font-size: 1.125em;
    line-height: 1.4;
    scroll-margin: calc(var(--reader-comments-scroll-margin, 1rem) + 1rem);
  }
  [part=summary-list] {
    padding-inline-start: 1.25rem;
  }
  [part=summary-link] {
    display: inline-block;
    padding-block: 0.125rem;
    color: inherit;
    vertical-align: top;
  }
  [part=code-picture] {
    max-width: 100%;
    height: auto;
  }
  [part=suggestion-button],
  [part=discard-button] {
    min-height: 2rem;
    padding: 0.125rem 0.5rem;
  }
  [part=sent] {
    border-color: var(--_accent);
    background: color-mix(in srgb, var(--_accent) 9%, transparent);
  }
  [part=retry-button],
  [part=suggestion],
  [part=sent-text],
  [part=summary-list] {
    margin-top: 0.5rem;
  }
  [part=sent-content] {
    margin-block: 1rem;
    padding-inline-start: 1rem;
    border-inline-start: 1px solid var(--_border);
    white-space: pre-wrap;
  }
  [aria-disabled] {
    cursor: progress;
  }
  @media (forced-colors: active) {
    [type=submit] {
      border-color: ButtonBorder;
    }
    [aria-invalid] {
      border-width: 2px;
    }
  }
`);

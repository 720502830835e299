import { type CSSResult, unsafeCSS } from 'lit';

/** Looks of what is said of an answer and of the article's state. */
export const situationStyles: CSSResult = unsafeCSS(`
  :host(:state(hidden)),
  :host(:state(closed)) [part=actions],
  :host(:state(closed)) [part=code-field] {
    display: none;
  }
  [part=reply],
  [part=state] {
    margin-top: var(--_gap);
    padding: 0.5rem 0.75rem;
    border-inline-start: 0.3125rem solid var(--_accent);
    border-radius: var(--_radius);
    background: color-mix(in srgb, var(--_accent) 9%, transparent);
  }
  [part=state] {
    scroll-margin: var(--reader-comments-scroll-margin, 1rem);
  }
  [part=cancel-reply-button] {
    min-height: 2rem;
    margin-inline-start: 0.5rem;
    padding: 0.125rem 0.625rem;
  }
`);

import { type CSSResult, unsafeCSS } from 'lit';

/** Looks of the question about missing accents; they come with it. */
export const accentStyles: CSSResult = unsafeCSS(`
  [part=accents] {
    margin-top: var(--_gap);
    padding: 1rem;
    border-inline-start: 0.3125rem solid var(--_accent);
    border-radius: var(--_radius);
    background: color-mix(in srgb, var(--_accent) 9%, transparent);
    scroll-margin: var(--reader-comments-scroll-margin, 1rem);
  }
  [part=accents-text] {
    font-weight: 600;
  }
  [part=accents-hint] {
    margin-top: 0.5rem;
    color: var(--_muted);
    font-size: 0.9375em;
  }
  [part=accents] [part=accents-hint] {
    color: inherit;
  }
  [part=accents-actions] {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem 1rem;
    margin-top: 0.75rem;
  }
`);

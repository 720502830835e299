import { type CSSResult, unsafeCSS } from 'lit';

/**
 * Looks of the list, on top of the base.
 * Items out of sight are not drawn, so that a thousand of them cost no more than a few.
 */
export const styles: CSSResult = unsafeCSS(`
  :host(:state(reserved)) {
    min-height: var(--reader-comments-list-height, 100vh);
  }
  section {
    --_line: color-mix(in srgb, currentColor 18%, transparent);
  }
  * {
    scroll-margin: calc(var(--reader-comments-scroll-margin, 1rem) + 1rem) 0 1rem;
  }
  ul {
    padding: 0;
    list-style: none;
  }
  [part=toolbar],
  [part=byline],
  [part=comment-actions],
  [part=report-actions] {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 0.75rem;
    align-items: center;
  }
  [part=toolbar] {
    justify-content: space-between;
    min-height: 2.75rem;
    margin-block: 0.5rem;
  }
  [part=list] > li {
    padding: var(--_gap) 0.5rem calc(var(--_gap) * 0.6);
    border-top: 1px solid var(--_line);
    content-visibility: auto;
    contain-intrinsic-size: auto 10rem;
  }
  [part=replies] {
    margin-top: 0.75rem;
    padding-inline-start: 1rem;
    border-inline-start: 2px solid var(--_line);
  }
  [part=replies] > li + li {
    margin-top: 0.75rem;
  }
  [part=replies-button] {
    min-height: 2rem;
    margin: 0.5rem 0 0 1rem;
    padding: 0.125rem 0.625rem;
  }
  [part=name] {
    font-weight: 600;
  }
  [part=address],
  [part=time-link],
  [part~=action],
  [part=like-count],
  [part=note],
  [part=state],
  [part=gone],
  [part=pending] {
    color: var(--_muted);
    font-size: 0.9375em;
  }
  [part=time-link] {
    min-height: 1.5rem;
    text-decoration: none;
  }
  [part~=badge] {
    padding: 0 0.5rem;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    font-size: 0.875em;
  }
  [part~=staff-badge] {
    border-color: var(--_accent);
    background: var(--_accent);
    color: var(--reader-comments-accent-text-color, #fff);
  }
  [part=content] {
    margin-block: 0.375rem;
    white-space: pre-line;
  }
  [part=content] p + p {
    margin-top: 0.75em;
  }
  .folded {
    max-height: 12em;
    overflow: hidden;
    mask-image: linear-gradient(#000 9em, transparent);
  }
  [part~=action],
  [part=fold-button] {
    min-height: 2rem;
    padding: 0.125rem 0;
    border: 0;
    background: none;
    font-size: 0.9375em;
  }
  [part=fold-button] {
    text-decoration: underline;
  }
  [part~=like-button]::before {
    margin-inline-end: 0.25rem;
    content: '♡\\FE0E' / '';
  }
  [part=like-count] {
    margin-inline-start: -0.375rem;
  }
  [part=empty],
  [part=loading],
  [part=failed],
  [part=state] {
    margin-block: 0.75rem;
  }
  [part=more-button] {
    width: 100%;
  }
  @media (max-width: 30em) {
    [part=toolbar] {
      min-height: 6rem;
      align-content: start;
    }
  }
`);

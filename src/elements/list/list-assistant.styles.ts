import { type CSSResult, unsafeCSS } from 'lit';

/** Looks of what appears once the reader does something, or was led to a comment. */
export const assistantStyles: CSSResult = unsafeCSS(`
  h3 {
    font-size: 1.125em;
  }
  option {
    color: CanvasText;
    background: Canvas;
  }
  button {
    cursor: pointer;
  }
  button:hover,
  [part=time-link]:hover {
    text-decoration: underline;
  }
  [part~=like-button][aria-pressed=true] {
    color: var(--_error);
    font-weight: 600;
  }
  [part~=like-button][aria-pressed=true]::before {
    content: '♥\\FE0E' / '';
  }
  :focus-visible,
  [tabindex]:focus {
    outline: 3px solid var(--reader-comments-focus-color, var(--_accent));
    outline-offset: 2px;
  }
  [part=own],
  [aria-current] {
    border-radius: var(--_radius);
    background: color-mix(in srgb, var(--_accent) 9%, transparent);
    box-shadow: 0 0 0 0.375rem color-mix(in srgb, var(--_accent) 9%, transparent);
  }
  [part=own] {
    margin: 1rem 0.5rem 1.25rem;
  }
  [part=first-button] {
    margin-bottom: 1rem;
  }
  [aria-disabled] {
    cursor: progress;
  }
  dialog {
    width: min(30rem, 100vw - 2rem);
    margin: auto;
    padding: 1.25rem;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: Canvas;
    color: CanvasText;
  }
  dialog::backdrop {
    background: #0008;
  }
  [part=reason] {
    display: flex;
    gap: 0.625rem;
    padding-block: 0.375rem;
  }
  [type=radio] {
    flex: none;
    width: 1.5rem;
    height: 1.5rem;
    margin: 0;
    accent-color: var(--_accent);
  }
  [part=report-note-label] {
    display: block;
    margin-top: 0.5rem;
    font-weight: 600;
  }
  textarea {
    width: 100%;
    margin-block: 0.375rem 0.75rem;
    resize: vertical;
  }
  [part=report-actions] {
    margin-top: 0.5rem;
  }
  [part=report-send-button] {
    background: var(--_accent);
    color: var(--reader-comments-accent-text-color, #fff);
    font-weight: 600;
  }
  [part=error] {
    color: var(--_error);
    font-weight: 600;
  }
  @media (forced-colors: active) {
    [aria-current],
    [aria-pressed=true] {
      outline: 2px solid Highlight;
    }
  }
`);

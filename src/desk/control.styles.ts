import { css, type CSSResult } from 'lit';

/** Colours and sizes of the desk and what all its parts share: quiet greys, colour only where it means something. */
export const controlStyles: CSSResult = css`
  :host {
    display: block;
    color-scheme: light dark;
    --_ground: light-dark(#f4f5f6, #16181a);
    --_paper: light-dark(#fff, #1f2225);
    --_text: light-dark(#1a1d20, #e6e8ea);
    --_muted: light-dark(#565d64, #a7aeb5);
    --_line: light-dark(#d8dce0, #3a3f44);
    --_edge: light-dark(#868e96, #7d858c);
    --_accent: light-dark(#1f5a96, #8fc1f5);
    --_on-accent: light-dark(#fff, #10202f);
    --_chosen: light-dark(#e4eef8, #26384a);
    --_error: light-dark(#a8141f, #ff9d9d);
    --_warn: light-dark(#fff0c2, #4a3c10);
    --_alarm: light-dark(#ffd9d6, #5a2320);
    --_good: light-dark(#dcf2e1, #1e4029);
    background: var(--_ground);
    color: var(--_text);
    font: 0.9375rem/1.5 system-ui, 'Segoe UI', Roboto, 'Noto Sans', sans-serif;
    overflow-wrap: anywhere;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  * {
    box-sizing: border-box;
    margin: 0;
  }
  .desk {
    display: flex;
    flex-direction: column;
    min-height: 100dvh;
  }
  h1 {
    font-size: 1.0625rem;
  }
  h2 {
    font-size: 1.125rem;
    line-height: 1.4;
  }
  h3 {
    font-size: 0.8125rem;
    font-weight: 600;
    color: var(--_muted);
  }
  ul,
  ol {
    padding: 0;
    list-style: none;
  }
  a {
    color: var(--_accent);
  }
  button,
  input,
  select,
  textarea {
    min-height: 2.125rem;
    padding: 0.25rem 0.625rem;
    border: 1px solid var(--_edge);
    border-radius: 0.25rem;
    background: var(--_paper);
    color: inherit;
    font: inherit;
    letter-spacing: inherit;
    word-spacing: inherit;
    max-width: 100%;
  }
  button,
  summary,
  select,
  label:has(input[type='checkbox'], input[type='radio']) {
    cursor: pointer;
  }
  button:hover {
    border-color: var(--_text);
  }
  button.main {
    border-color: var(--_accent);
    background: var(--_accent);
    color: var(--_on-accent);
    font-weight: 600;
  }
  button.grave {
    border-color: var(--_error);
    color: var(--_error);
  }
  button.quiet {
    border-color: transparent;
    background: transparent;
    color: var(--_accent);
  }
  button.quiet:hover {
    border-color: currentColor;
  }
  button[aria-disabled='true'] {
    cursor: progress;
  }
  textarea {
    display: block;
    width: 100%;
    padding: 0.5rem 0.625rem;
    resize: vertical;
  }
  input[type='checkbox'],
  input[type='radio'] {
    flex: none;
    width: 1.125rem;
    min-height: 0;
    height: 1.125rem;
    margin: 0.1875rem;
    accent-color: var(--_accent);
  }
  :focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  summary {
    min-height: 1.5rem;
  }
  .check,
  .switch {
    display: flex;
    gap: 0.375rem;
    align-items: center;
    min-height: 1.5rem;
  }
  kbd {
    display: inline-block;
    min-width: 1.375rem;
    margin-inline-start: 0.5rem;
    padding: 0 0.25rem;
    border: 1px solid currentColor;
    border-radius: 0.1875rem;
    font: 0.75rem/1.35 ui-monospace, monospace;
    text-align: center;
  }
  .unseen {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .label,
  .meta,
  .hint,
  .quiet-text {
    color: var(--_muted);
  }
  .label,
  .meta,
  .hint {
    font-size: 0.8125rem;
  }
  .quiet-text {
    padding: 0.5rem 0;
  }
  .error,
  .problem {
    color: var(--_error);
    font-weight: 600;
  }
  .field {
    display: grid;
    gap: 0.25rem;
  }
  .field label {
    font-weight: 600;
    font-size: 0.8125rem;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
  }
`;

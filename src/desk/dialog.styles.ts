import { css, type CSSResult } from 'lit';

/** Dialogs: one width, one rhythm. */
export const dialogStyles: CSSResult = css`
  dialog {
    width: 34rem;
    max-width: calc(100vw - 2rem);
    max-height: calc(100dvh - 2rem);
    margin: auto;
    padding: 1.25rem;
    border: 1px solid var(--_edge);
    border-radius: 0.5rem;
    background: var(--_paper);
    color: var(--_text);
    overflow: auto;
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 45%);
  }
  dialog,
  dialog form {
    grid-template-columns: minmax(0, 1fr);
    gap: 0.75rem;
  }
  dialog .field {
    grid-template-columns: minmax(0, 1fr);
    justify-items: start;
  }
  dialog .field > :is(input, select) {
    width: 100%;
  }
  dialog[open],
  dialog form {
    display: grid;
  }
  .reasons {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 14rem), 1fr));
    gap: 0.125rem 1rem;
  }
  .reader-text {
    min-height: 5.25rem;
    padding: 0.5rem 0.75rem;
    border-radius: 0.25rem;
    background: var(--_ground);
  }
  .now {
    min-height: 0;
  }
  .sample,
  .sessions,
  .key-list {
    display: grid;
    gap: 0.5rem;
  }
  .sample li {
    padding-inline-start: 0.75rem;
    border-inline-start: 3px solid var(--_line);
  }
  .sessions li {
    display: grid;
    gap: 0.25rem;
    justify-items: start;
    padding-bottom: 0.5rem;
    border-bottom: 1px solid var(--_line);
  }
  .key-list li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto minmax(6rem, auto);
    gap: 0.5rem;
    align-items: center;
  }
  dialog section,
  .word-hits {
    display: grid;
    gap: 0.5rem;
  }
  .pair {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 12rem), 1fr));
    gap: 0.75rem;
    align-items: end;
  }
  .word-list li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0.5rem;
    align-items: center;
    padding-block: 0.125rem;
    border-bottom: 1px solid var(--_line);
  }
  .word {
    display: flex;
    flex-wrap: wrap;
    gap: 0.125rem 0.5rem;
    align-items: baseline;
    overflow-wrap: anywhere;
  }
  dialog [role='alert']:empty,
  .note:empty {
    display: none;
  }
`;

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
  dialog:has(#stats-heading) {
    width: 60rem;
  }
  dialog .period {
    grid-template-columns: repeat(auto-fit, minmax(9rem, max-content));
    align-items: end;
  }
  .numbers {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(6.5rem, 1fr));
    gap: 0.75rem 1rem;
    margin: 0;
  }
  .numbers dd {
    margin: 0;
    font-size: 1.375rem;
    font-weight: 600;
  }
  .numbers small {
    display: block;
    font-size: 0.875rem;
    font-weight: 400;
  }
  .table {
    overflow-x: auto;
  }
  table {
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
  }
  :is(th, td) {
    min-width: 4.5rem;
    padding: 0.375rem 0.5rem;
    border-bottom: 1px solid var(--_line);
    text-align: end;
    vertical-align: baseline;
  }
  thead th {
    vertical-align: bottom;
    font-size: 0.875rem;
  }
  th:first-child {
    min-width: 11rem;
    max-width: 20rem;
    text-align: start;
    overflow-wrap: anywhere;
  }
  tbody th {
    font-weight: 400;
  }
  dialog [role='alert']:empty,
  .note:empty {
    display: none;
  }
`;

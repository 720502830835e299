import { css, type CSSResult } from 'lit';

/** The list of comments: dense, two lines of text for each. */
export const listStyles: CSSResult = css`
  .list {
    display: flex;
    flex-direction: column;
    min-height: 0;
  }
  @media (min-width: 72rem) {
    .list {
      border-inline-start: 1px solid var(--_line);
    }
  }
  .list-head {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 0.5rem;
    align-items: center;
    justify-content: space-between;
    padding: 0.5rem 1rem 0;
  }
  .news {
    border-color: var(--_accent);
    color: var(--_accent);
    font-weight: 600;
  }
  .filter {
    padding: 0 1rem 0.25rem;
  }
  .filter summary {
    width: fit-content;
    color: var(--_muted);
    font-size: 0.8125rem;
  }
  .filter-fields {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(9.5rem, 1fr));
    gap: 0.5rem;
    padding-block: 0.375rem;
  }
  .filter-fields label {
    display: grid;
    font-size: 0.8125rem;
    min-width: 0;
  }
  .filter-fields select,
  .filter-fields input {
    width: 100%;
    min-width: 0;
  }
  .filter-article {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.5rem;
    align-items: center;
    font-size: 0.8125rem;
  }
  .selection {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 0.5rem;
    align-items: center;
    padding: 0.25rem 1rem 0.375rem 0.75rem;
    border-bottom: 1px solid var(--_line);
    font-size: 0.8125rem;
  }
  .bulk {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem;
    width: 100%;
  }
  .bulk button {
    min-height: 1.875rem;
    padding: 0.125rem 0.5rem;
  }
  .scroll {
    flex: 1;
    min-height: 0;
    overflow: auto;
  }
  .scroll > .quiet-text {
    padding: 1rem;
  }
  .row {
    display: flex;
    border-bottom: 1px solid var(--_line);
    background: var(--_paper);
  }
  .row.current {
    background: var(--_chosen);
    box-shadow: inset 3px 0 var(--_accent);
  }
  .row-check {
    padding: 0.5rem 0 0.5rem 0.75rem;
  }
  .row-button {
    flex: 1;
    display: grid;
    gap: 0.0625rem;
    min-width: 0;
    padding: 0.5rem 1rem 0.5rem 0.5rem;
    border: 0;
    border-radius: 0;
    background: transparent;
    text-align: start;
  }
  .row-button:hover {
    background: color-mix(in srgb, var(--_chosen) 55%, transparent);
  }
  .row-button:focus-visible {
    outline-offset: -3px;
  }
  .row-top {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.5rem;
    justify-content: space-between;
  }
  .row-name {
    font-weight: 600;
  }
  .row-time,
  .row-article {
    color: var(--_muted);
    font-size: 0.8125rem;
  }
  .row-article {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .row-text {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
  }
  .flags {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem;
    margin-top: 0.125rem;
  }
  .flag {
    width: fit-content;
    max-width: 100%;
    padding: 0 0.375rem;
    border-radius: 0.1875rem;
    background: var(--_warn);
    color: var(--_text);
    font-size: 0.75rem;
    line-height: 1.5;
  }
  .flag.strong,
  .flag.rejected,
  .flag.spam,
  .flag.removed {
    background: var(--_alarm);
  }
  .flag.good,
  .flag.published {
    background: var(--_good);
  }
  .flag.pending,
  .flag.erased {
    background: var(--_ground);
    box-shadow: inset 0 0 0 1px var(--_line);
  }
  .more {
    display: block;
    margin: 0.75rem auto;
  }
  @media (forced-colors: active) {
    .flag {
      border: 1px solid;
    }
  }
`;

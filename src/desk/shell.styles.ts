import { css, type CSSResult } from 'lit';

/** The frame of the desk: one column on a phone, two on a tablet, three on a desk. */
export const shellStyles: CSSResult = css`
  .start {
    display: grid;
    gap: 1rem;
    justify-items: start;
    padding: 2rem 1.5rem;
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem 1.25rem;
    align-items: center;
    padding: 0.5rem 1rem;
    border-bottom: 1px solid var(--_line);
    background: var(--_paper);
  }
  search {
    flex: 1 1 16rem;
    min-width: 0;
    max-width: 32rem;
  }
  .search {
    display: flex;
    gap: 0.25rem;
  }
  .search input {
    flex: 1;
    min-width: 0;
  }
  .search button {
    white-space: nowrap;
  }
  .keys {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem;
    align-items: center;
    margin-inline-start: auto;
  }
  .account {
    position: relative;
  }
  .account summary {
    padding: 0.25rem 0.5rem;
  }
  .menu {
    position: absolute;
    inset-inline-end: 0;
    z-index: 2;
    display: grid;
    gap: 0.25rem;
    justify-items: start;
    width: max-content;
    max-width: calc(100vw - 2rem);
    padding: 0.75rem;
    border: 1px solid var(--_edge);
    border-radius: 0.25rem;
    background: var(--_paper);
  }
  .bar + .problem {
    padding: 0.5rem 1rem;
    background: var(--_paper);
    border-bottom: 1px solid var(--_line);
  }
  .panes {
    flex: 1;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    grid-template-rows: auto 1fr;
    min-height: 0;
  }
  main:focus {
    outline: none;
  }
  .panes > main {
    display: none;
    padding: 0.75rem 1rem 5rem;
    background: var(--_paper);
  }
  .detail-shown > main {
    display: block;
  }
  .detail-shown > .list,
  .detail-shown > .queues {
    display: none;
  }
  .queues {
    padding: 0.5rem 1rem;
  }
  .queues ul {
    display: none;
  }
  .queue-field select {
    width: 100%;
  }
  .queue {
    display: flex;
    gap: 0.5rem;
    justify-content: space-between;
    width: 100%;
    border-color: transparent;
    background: transparent;
    text-align: start;
  }
  .queue .count {
    color: var(--_muted);
    font-variant-numeric: tabular-nums;
  }
  .queue[aria-current] {
    background: var(--_chosen);
    font-weight: 600;
  }
  .queue[aria-current] .count {
    color: inherit;
  }
  .queue.reported.some .count {
    color: var(--_error);
    font-weight: 600;
  }
  @media (max-width: 55.99rem) {
    .account {
      order: 1;
      margin-inline-start: auto;
    }
    search {
      order: 2;
      flex-basis: 100%;
      max-width: none;
    }
    .keys {
      order: 3;
      margin-inline-start: 0;
    }
    .bar:has(~ .detail-shown) {
      display: none;
    }
  }
  @media (min-width: 56rem) {
    .desk {
      height: 100dvh;
    }
    .panes {
      grid-template-columns: minmax(17rem, 24rem) minmax(0, 1fr);
      grid-template-rows: auto minmax(0, 1fr);
    }
    .panes > .list,
    .detail-shown > .list {
      display: flex;
    }
    .panes > .queues,
    .detail-shown > .queues {
      display: block;
    }
    .panes > main {
      display: block;
      grid-row: 1 / span 2;
      grid-column: 2;
      overflow: auto;
      padding: 1rem 1.5rem 5rem;
      border-inline-start: 1px solid var(--_line);
    }
    .back {
      display: none;
    }
  }
  @media (min-width: 72rem) {
    .panes {
      grid-template-columns: 13rem minmax(20rem, 25rem) minmax(0, 1fr);
      grid-template-rows: minmax(0, 1fr);
    }
    .queues {
      padding: 0.75rem 0.5rem;
      overflow: auto;
    }
    .queues ul {
      display: grid;
      gap: 0.125rem;
    }
    .queue-field {
      display: none;
    }
    .panes > main {
      grid-row: 1;
      grid-column: 3;
    }
  }
  @media (forced-colors: active) {
    .row.current {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
    /* Not by an outline, which is that of the focus. */
    .queue[aria-current] {
      padding: calc(0.25rem - 2px) calc(0.625rem - 2px);
      border: 3px solid Highlight;
    }
  }
`;

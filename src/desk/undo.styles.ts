import { css, type CSSResult } from 'lit';

/** The offer to undo: over the list where there is one, and over neither heading nor actions on a phone. */
export const undoStyles: CSSResult = css`
  .undo {
    position: fixed;
    inset-inline: 0;
    top: 0.25rem;
    z-index: 3;
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 1rem;
    align-items: center;
    width: max-content;
    max-width: calc(100vw - 2rem);
    margin-inline: auto;
    padding: 0.5rem 0.5rem 0.5rem 1rem;
    border: 1px solid transparent;
    border-radius: 0.375rem;
    background: light-dark(#1f2428, #e6e8ea);
    color: light-dark(#fff, #16181a);
    box-shadow: 0 2px 12px rgb(0 0 0 / 30%);
  }
  .undo button {
    border-color: currentColor;
    background: transparent;
    font-weight: 600;
  }
  .undo :focus-visible {
    outline-color: currentColor;
  }
  .left {
    min-width: 6.5rem;
    font-size: 0.8125rem;
    font-variant-numeric: tabular-nums;
  }
  @media (min-width: 56rem) {
    .undo {
      inset-inline: 1rem auto;
      top: auto;
      bottom: 1rem;
    }
  }
`;

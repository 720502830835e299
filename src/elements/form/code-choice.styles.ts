import { type CSSResult, unsafeCSS } from 'lit';

/** Looks of the choice between the ways to a code. */
export const choiceStyles: CSSResult = unsafeCSS(`
  [part=code-choice] {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem 1rem;
    align-items: center;
    margin-top: var(--_gap);
  }
  [part=code-choice] > p {
    flex-basis: 100%;
  }
`);

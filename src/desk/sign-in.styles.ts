import { css, type CSSResult } from 'lit';

/** The way to the desk: one narrow sheet. */
export const signInStyles: CSSResult = css`
  .sign-in {
    display: grid;
    gap: 1rem;
    width: 26rem;
    max-width: 100%;
    margin: clamp(0rem, 8vh, 6rem) auto auto;
    padding: 2rem 1.5rem;
    border: 1px solid var(--_line);
    border-radius: 0.5rem;
    background: var(--_paper);
  }
  .sign-in h1 {
    margin-top: -0.75rem;
    font-size: 1.375rem;
  }
  .sign-in form {
    display: grid;
    gap: 1rem;
  }
  .sign-in input:not([type='checkbox']) {
    width: 100%;
    min-height: 2.75rem;
    font-size: 1rem;
  }
  .sign-in .actions {
    flex-direction: column;
  }
  .sign-in .actions button {
    min-height: 2.75rem;
  }
  .qr {
    width: 13rem;
    max-width: 100%;
    margin-inline: auto;
    background: #fff;
    fill: #000;
    forced-color-adjust: none;
  }
  .secret,
  .codes {
    padding: 0.5rem 0.75rem;
    border-radius: 0.25rem;
    background: var(--_ground);
    font-size: 1rem;
  }
  .codes {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(8rem, 1fr));
    gap: 0.25rem 1rem;
  }
`;

import { type CSSResult, unsafeCSS } from 'lit';

/**
 * Looks of the form as it first stands, on top of the base. What appears after a touch is in `touched.styles.ts`.
 * Where the window is narrow, the buttons of the code have a line of their own, as "Nghe mã" may come to it, the place
 * under the button is kept for the note of a draft found again, and where a code
 * comes the words begin at the same spot, so that nothing moves when they change.
 */
export const styles: CSSResult = unsafeCSS(`
  [part=field],
  [part=actions] {
    margin-top: var(--_gap);
  }
  label {
    font-weight: 600;
  }
  [part=intro],
  [part=hint],
  [part=counter],
  [part=optional-mark],
  [part=code-note] {
    color: var(--_muted);
    font-size: 0.9375em;
    font-weight: 400;
  }
  [part=required-mark] {
    color: var(--_error);
  }
  [part=hint-line],
  [part=code-line],
  [part=actions] {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 1rem;
    align-items: center;
  }
  [part=counter] {
    margin-left: auto;
  }
  input,
  textarea {
    width: 100%;
  }
  input,
  textarea,
  [part=code-line] {
    margin-top: 0.375rem;
  }
  textarea {
    min-height: 10rem;
  }
  [type=submit] {
    padding-inline: 1.5rem;
    background: var(--_accent);
    color: var(--reader-comments-accent-text-color, #fff);
    font-weight: 600;
  }
  [part=code-box],
  [part~=code-input] {
    width: 12.75rem;
    max-width: 100%;
  }
  [part=code-box] {
    display: grid;
    min-height: 4.75rem;
    padding: 0.125rem;
    border: 1px dashed var(--_border);
    border-radius: var(--_radius);
  }
  [part=code-note] {
    padding: 0.5rem 0.75rem;
  }
  @media (max-width: 30em) {
    [part=code-box] {
      margin-right: calc(100% - 12.75rem);
    }
    [part=actions] {
      min-height: 6.75rem;
      align-content: start;
    }
  }
`);

import { css, type CSSResult } from 'lit';

/** One comment in full: a measure that reads well, the actions always at hand. */
export const commentStyles: CSSResult = css`
  .back {
    margin: 0 0 0.5rem -0.625rem;
  }
  article {
    display: grid;
    gap: 1rem;
    max-width: 60rem;
  }
  .comment-head {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 0.5rem;
    align-items: center;
  }
  h2:focus,
  h1:focus {
    outline: none;
  }
  h2:focus-visible,
  h1:focus-visible {
    outline: 2px solid var(--_accent);
  }
  .meta {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1rem;
  }
  time.meta {
    display: inline;
  }
  .comment-head .meta,
  .article {
    width: 100%;
  }
  .article {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.5rem;
    align-items: center;
  }
  .article a {
    display: inline-block;
    min-height: 1.5rem;
  }
  .article .quiet {
    padding-inline: 0.25rem;
  }
  .text {
    white-space: pre-wrap;
  }
  article > .text,
  .write > .text,
  .side-by-side .text {
    max-width: 42rem;
    font-size: 1.0625rem;
    line-height: 1.6;
  }
  article > h3 {
    margin-bottom: -0.75rem;
  }
  .parent {
    display: grid;
    gap: 0.125rem;
    max-width: 42rem;
    max-height: 9rem;
    overflow: auto;
    padding: 0.25rem 0.75rem;
    border-inline-start: 3px solid var(--_line);
  }
  .conflict {
    padding: 0.5rem 0.75rem;
    border: 1px solid var(--_error);
    border-radius: 0.25rem;
    background: var(--_alarm);
    font-weight: 600;
  }
  mark {
    background: var(--_warn);
    color: inherit;
    text-decoration: underline;
    text-decoration-thickness: 2px;
    text-underline-offset: 0.2em;
  }
  mark.note {
    background: transparent;
    text-decoration-style: dotted;
  }
  mark.junk {
    background: var(--_alarm);
  }
  ins {
    background: var(--_good);
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  del {
    background: var(--_alarm);
    text-decoration: line-through;
  }
  del + ins {
    margin-inline-start: 0.1875rem;
  }
  .signals ul {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 0.375rem;
    margin-top: 0.25rem;
  }
  .signal {
    padding: 0.0625rem 0.5rem;
    border-radius: 0.25rem;
    background: var(--_warn);
    font-size: 0.8125rem;
  }
  .signal.note {
    background: transparent;
    box-shadow: inset 0 0 0 1px var(--_edge);
  }
  .signal.junk {
    background: var(--_alarm);
    font-weight: 600;
  }
  article > .actions {
    position: sticky;
    bottom: 0;
    padding-block: 0.625rem;
    border-block: 1px solid var(--_line);
    background: var(--_paper);
  }
  .about {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 19rem), 1fr));
    gap: 1rem 2rem;
    align-items: start;
    font-size: 0.875rem;
  }
  .about section {
    display: grid;
    gap: 0.25rem;
    min-width: 0;
  }
  .about-wait {
    min-height: 10rem;
  }
  .events,
  .latest {
    display: grid;
    gap: 0.5rem;
  }
  .latest {
    margin-top: 0.5rem;
    max-height: 20rem;
    overflow: auto;
  }
  .standing {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    align-items: end;
  }
  .standing label {
    display: grid;
    font-size: 0.8125rem;
  }
  .standing input {
    width: 6rem;
  }
  .write {
    display: grid;
    gap: 0.75rem;
  }
  .side-by-side {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 17rem), 1fr));
    gap: 1rem;
  }
  .side-by-side .field label {
    color: var(--_muted);
    line-height: 1.5;
  }
  .side-by-side textarea {
    min-height: 12rem;
    font-size: 1.0625rem;
    line-height: 1.6;
  }
  @media (forced-colors: active) {
    .signal,
    mark {
      border: 1px solid;
    }
  }
`;

/**
 * Looks of a page as a whole; those of form and list come from their elements. Colours are the reader's own scheme,
 * light or dark, and the page is one column at any width.
 */
export const pageStyles: string = `
:root {
  color-scheme: light dark;
  --page: #fff;
  --text: #1b1d20;
  --muted: #565b61;
  --line: #d9dce0;
  --link: #1d5b99;
  --reader-comments-muted-color: var(--muted);
  --reader-comments-focus-color: var(--link);
  background: var(--page);
  color: var(--text);
  font: 1.0625rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
  -webkit-text-size-adjust: 100%;
  text-size-adjust: 100%;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #15171a;
    --text: #e6e8eb;
    --muted: #a9aeb5;
    --line: #383c42;
    --link: #8fc0f5;
  }
}
body {
  max-width: 44rem;
  margin: 0 auto;
  padding: 1.5rem 1rem 4rem;
  overflow-wrap: anywhere;
}
a {
  color: var(--link);
  text-underline-offset: 0.15em;
}
a:focus-visible,
summary:focus-visible {
  outline: 3px solid var(--link);
  outline-offset: 2px;
}
h1 {
  margin: 0.5rem 0 0;
  font-size: clamp(1.375rem, 1.1rem + 1.4vw, 1.875rem);
  line-height: 1.25;
}
.links {
  display: flex;
  flex-wrap: wrap;
  gap: 0.25rem 1.5rem;
  margin: 0.75rem 0 0;
  padding: 0;
}
.links a,
.back,
footer a {
  display: inline-block;
  padding-block: 0.25rem;
}
.back {
  text-decoration: none;
}
.back:hover {
  text-decoration: underline;
}
.reader-comment-form,
.reader-comment-list {
  max-width: none;
  margin-top: 1.75rem;
  padding-top: 1.5rem;
  border-top: 1px solid var(--line);
}
.reader-comment-form [formnovalidate] {
  padding-inline: 0.75rem;
  background: transparent;
  color: inherit;
  font-weight: 400;
}
.reader-comment-form [part="sent-heading"] {
  font-size: 1.25rem;
  scroll-margin-top: 4rem;
}
.reader-comment-form [part="intro"]:first-of-type {
  margin-top: 0.375rem;
}
.answered {
  margin-block: 0.75rem 1rem;
}
.answered blockquote {
  max-height: 12rem;
  padding-inline-start: 0.875rem;
  overflow-y: auto;
  border-inline-start: 3px solid var(--line);
  white-space: pre-wrap;
}
.answered p {
  margin-top: 0.375rem;
}
.sorts {
  display: flex;
  flex-wrap: wrap;
  gap: 0.375rem;
  margin-block: 0.75rem 1rem;
}
.sorts a {
  padding: 0.25rem 0.75rem;
  border: 1px solid var(--line);
  border-radius: 0.25rem;
  color: inherit;
  text-decoration: none;
}
.sorts a:hover {
  text-decoration: underline;
}
.reader-comment-list .sorts [aria-current] {
  border-color: currentColor;
  background: none;
  box-shadow: none;
  font-weight: 600;
}
.reader-comment-list [part~="action"] {
  display: inline-flex;
  align-items: center;
}
.more-replies {
  margin: 0.5rem 0 0 1rem;
}
.more-replies a {
  display: inline-block;
  padding-block: 0.25rem;
}
.links .next {
  padding: 0.5rem 1.25rem;
  border: 1px solid var(--line);
  border-radius: 0.25rem;
  color: inherit;
  text-decoration: none;
}
.next:hover {
  text-decoration: underline;
}
.reader-comment-form [part="code-box"]:has(audio) {
  width: 22rem;
}
audio {
  width: 100%;
  max-width: 22rem;
  min-width: 0;
}
footer {
  margin-top: 2.5rem;
  padding-top: 1rem;
  border-top: 1px solid var(--line);
  color: var(--muted);
  font-size: 0.9375rem;
}
`;

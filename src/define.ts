import { defineWhenUsed } from './elements/define-when-used.ts';
import { ReaderCommentFormElement } from './elements/form/reader-comment-form-element.ts';

ReaderCommentFormElement.define();

// A server that imports this has no document.
if (globalThis.document) {
  defineWhenUsed({
    'reader-comment-list': async () =>
      (
        await import('./elements/list/reader-comment-list-element.ts')
      ).ReaderCommentListElement.define(),
    'reader-comment-count': async () =>
      (
        await import('./elements/count/reader-comment-count-element.ts')
      ).ReaderCommentCountElement.define(),
  });
}

export type * from './elements/index.ts';

import { ReaderCommentFormElement } from './elements/form/reader-comment-form-element.ts';

ReaderCommentFormElement.define();

export type * from './elements/index.ts';

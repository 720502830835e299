import { ReaderCommentsDeskElement } from './reader-comments-desk-element.ts';

ReaderCommentsDeskElement.define();

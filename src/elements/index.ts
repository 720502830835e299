export type { RefusalCode, RequestHeaders } from './client.ts';
export { CommentRefusedEvent, CommentSendEvent, CommentSentEvent } from './events.ts';
export { ReaderCommentFormElement } from './form/reader-comment-form-element.ts';
export type { FormMessageKey, FormMessages } from '../messages/form.vi.ts';

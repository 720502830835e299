export type { RefusalCode, RequestHeaders } from './client.ts';
export type { AnswerMeaning, AnswerRule, AnswerRules, RawAnswer } from './legacy/answer-rules.ts';
export type { ExtraFields, WireName, WireNames } from './legacy/form-encoding.ts';
export {
  CommentArticleEvent,
  CommentRefusedEvent,
  CommentReplyEvent,
  CommentSendEvent,
  CommentSentEvent,
} from './events.ts';
export { ReaderCommentFormElement } from './form/reader-comment-form-element.ts';
export type { FormMessageKey, FormMessages } from '../messages/form.vi.ts';
export { ReaderCommentListElement } from './list/reader-comment-list-element.ts';
export type { ListMessageKey, ListMessages } from '../messages/list.vi.ts';
export { ReaderCommentCountElement } from './count/reader-comment-count-element.ts';
export type { CountMessageKey, CountMessages } from '../messages/count.vi.ts';

import type { FieldProblem } from '../protocol/problem.ts';
import type { CommentAnswer, CommentDraft } from '../protocol/types.ts';
import type { RefusalCode } from './client.ts';

const reach: EventInit = { bubbles: true, composed: true };

/** A draft is about to be posted; `preventDefault()` keeps it on the page. */
export class CommentSendEvent extends Event {
  static readonly type = 'reader-comment-send';
  /** What will be posted; every text as typed. */
  readonly draft: CommentDraft;

  constructor(draft: CommentDraft) {
    super(CommentSendEvent.type, { ...reach, cancelable: true });
    this.draft = draft;
  }
}

/** The server has taken the comment. */
export class CommentSentEvent extends Event {
  static readonly type = 'reader-comment-sent';
  readonly article: string;
  readonly answer: CommentAnswer;

  constructor(article: string, answer: CommentAnswer) {
    super(CommentSentEvent.type, reach);
    this.article = article;
    this.answer = answer;
  }
}

/** The comment was not taken; what the reader typed is still in the form. */
export class CommentRefusedEvent extends Event {
  static readonly type = 'reader-comment-refused';
  /** `invalid-fields` also where the form itself found them. */
  readonly code: RefusalCode;
  /** The fields to correct; empty where it is not about fields. */
  readonly problems: readonly FieldProblem[];

  constructor(code: RefusalCode, problems: readonly FieldProblem[]) {
    super(CommentRefusedEvent.type, reach);
    this.code = code;
    this.problems = problems;
  }
}

declare global {
  interface HTMLElementEventMap {
    'reader-comment-send': CommentSendEvent;
    'reader-comment-sent': CommentSentEvent;
    'reader-comment-refused': CommentRefusedEvent;
  }
}

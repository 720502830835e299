import type { FieldProblem } from '../protocol/problem.ts';
import type { ArticleSummary, CommentAnswer, CommentDraft } from '../protocol/types.ts';
import type { RefusalCode } from './client.ts';

const reach: EventInit = { bubbles: true, composed: true };

/** A draft is about to be posted; `preventDefault()` keeps it on the page. */
export class CommentSendEvent extends Event {
  static readonly type = 'reader-comment-send';
  /** What will be posted; every text as typed. */
  declare readonly draft: CommentDraft;

  constructor(draft: CommentDraft) {
    super(CommentSendEvent.type, { ...reach, cancelable: true });
    this.draft = draft;
  }
}

/** The server has taken the comment. */
export class CommentSentEvent extends Event {
  static readonly type = 'reader-comment-sent';
  declare readonly article: string;
  declare readonly answer: CommentAnswer;

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
  declare readonly code: RefusalCode;
  /** The fields to correct; empty where it is not about fields. */
  declare readonly problems: readonly FieldProblem[];

  constructor(code: RefusalCode, problems: readonly FieldProblem[]) {
    super(CommentRefusedEvent.type, reach);
    this.code = code;
    this.problems = problems;
  }
}

/** A reader wants to answer a comment of the list: the form of the same article takes it up. */
export class CommentReplyEvent extends Event {
  static readonly type = 'reader-comment-reply';
  declare readonly article: string;
  /** What the answer's `parent` is: the comment itself, or the one it answers. */
  declare readonly id: string;
  /** Whom the reader answers, as the list names them. */
  declare readonly name: string;

  constructor(article: string, id: string, name: string) {
    super(CommentReplyEvent.type, reach);
    this.article = article;
    this.id = id;
    this.name = name;
  }
}

/** The list has heard how an article stands. */
export class CommentArticleEvent extends Event {
  static readonly type = 'reader-comment-article';
  declare readonly article: string;
  declare readonly state: ArticleSummary['state'];
  /** When it stops, or has stopped, taking comments: ISO 8601 in UTC; absent where no time is set. */
  declare readonly closesAt: string | undefined;
  /** All published comments, answers among them. */
  declare readonly count: number;

  constructor(article: string, { state, closesAt, count }: Omit<ArticleSummary, 'id'>) {
    super(CommentArticleEvent.type, reach);
    this.article = article;
    this.state = state;
    this.closesAt = closesAt;
    this.count = count;
  }
}

declare global {
  interface HTMLElementEventMap {
    'reader-comment-send': CommentSendEvent;
    'reader-comment-sent': CommentSentEvent;
    'reader-comment-refused': CommentRefusedEvent;
    'reader-comment-reply': CommentReplyEvent;
    'reader-comment-article': CommentArticleEvent;
  }
}

/**
 * The contract between page and server, for whoever writes another client or backend.
 * @module reader-comments/protocol
 */
export * from './field-messages.ts';
export {
  type FieldCheck,
  fieldChecks,
  type FieldFinding,
  type FieldName,
  normalizeField,
} from './fields.ts';
export {
  defaultFieldLimits,
  type FieldLimits,
  type FieldUse,
  maxArticleCharacters,
  maxBytesPerGrapheme,
  maxEmailCharacters,
} from './limits.ts';
export * from './problem-messages.ts';
export {
  type ChallengeProblemCode,
  type FieldProblem,
  type FieldProblemCode,
  type Problem,
  type ProblemCode,
  problemStatus,
} from './problem.ts';
export {
  challengeAnswerSchema,
  commentAnswerSchema,
  commentCountsSchema,
  commentPageSchema,
  commentPlaceSchema,
  commentRepliesSchema,
  problemSchema,
  publishedCommentSchema,
  receiptAnswerSchema,
  verifyAnswerSchema,
  visitorAnswerSchema,
} from './schemas-of-answers.ts';
export {
  consentPurposes,
  consentsSchema,
  maxNoticeVersionCharacters,
  privacyNoticeSchema,
} from './schemas-of-consent.ts';
export { commentReportSchema, maxReportNoteGraphemes } from './schemas-of-reports.ts';
export {
  type CountQuery,
  countQuerySchema,
  type ListQuery,
  listQuerySchema,
  maxCountedArticles,
  type PlaceQuery,
  placeQuerySchema,
  type RepliesQuery,
  repliesQuerySchema,
} from './schemas-of-queries.ts';
export {
  challengeRequestSchema,
  createCommentDraftSchema,
  type LooseChallengeRequest,
  maxAnswerCharacters,
  maxPageTitleCharacters,
  maxPageUrlCharacters,
  maxTokenCharacters,
  toFieldProblems,
  verifyRequestSchema,
} from './schemas.ts';
export {
  type ArticleState,
  type ArticleSummary,
  type Challenge,
  type ChallengeAnswer,
  type ChallengeKind,
  type ChallengeRequest,
  type ChallengeSolution,
  type CommentAnswer,
  type CommentCounts,
  type CommentDraft,
  type CommentPage,
  type CommentPlace,
  type CommentReplies,
  type CommentReport,
  type CommentSort,
  type ConsentPurpose,
  type ConsentQuestion,
  type Consents,
  type NoChallenge,
  type OfferedKind,
  picturePath,
  type PictureChallenge,
  type PrivacyNotice,
  type PublishedComment,
  type ReceiptAnswer,
  type ReportReason,
  type SpeechChallenge,
  type VerifyAnswer,
  type VerifyReason,
  type VerifyRequest,
  type VisitorAnswer,
  type WorkChallenge,
  workKeyPattern,
  type WorkTask,
} from './types.ts';

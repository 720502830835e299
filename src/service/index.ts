/**
 * The comment service: storage, the security code and the HTTP contract, for sites without a backend of their own.
 * @module reader-comments/service
 */
export { announceRemovals, type OnRemoval, type Removal } from './announce-removals.ts';
export { articleTag } from './cache-tags.ts';
export {
  type CommentService,
  type CommentServiceOptions,
  createCommentService,
} from './comment-service.ts';
export { ConfigurationError } from './configuration-error.ts';
export { closeOnSignal, listenForStop } from './http/close-on-signal.ts';
export { type RunningServer, serveComments, serveMetrics, type ServeOptions } from './http/node.ts';
export type { AnsweredRequest, OnAnswer } from './http/answered-request.ts';
export type { Connection } from './http/service-context.ts';
export type { PagesHandler } from './http/site-handler.ts';
export { type Metrics, openMetrics } from './metrics/open-metrics.ts';
export type {
  ChallengeOutcome,
  PoolCounts,
  PoolName,
  ServiceMeter,
} from './metrics/service-meter.ts';
export { type OpenedLog, openServiceLog } from './open-service-log.ts';
export { openCaptchaService, type OpenCaptchaServiceOptions } from './open-captcha-service.ts';
export { type LimitBudget, limitBudgets, type LimitName } from './limits/limit-budgets.ts';
export { openRateLimits, type OpenRateLimitsOptions } from './limits/open-rate-limits.ts';
export type {
  CountedPost,
  LikeCount,
  Limited,
  PostFate,
  RateLimits,
} from './limits/rate-limits.ts';
export { openCommentService, type OpenCommentServiceOptions } from './open-comment-service.ts';
export type { AcceptedPost, PostOutcome, ReceivedPost, RefusedPost } from './post-comment.ts';
export { type PrivacyNotices, readPrivacyNotices } from './privacy-notices.ts';
export { readWordLists } from './read-word-lists.ts';
export type { Signal, SignalCode, SignalSeverity } from './rules/signal.ts';
export type { WordEntry, WordLists } from './rules/words/word-list.ts';
export { type CommentStatus, statusTransitions } from './rules/status-transitions.ts';
export { ServiceError, type ServiceErrorCode } from './service-error.ts';
export type { ServiceLog } from './service-log.ts';
export type {
  FindSiteSignals,
  JudgedDraft,
  SiteSignal,
  SiteSignalContext,
} from './site-signals.ts';
export { type Environment, readSettings, type Settings, type SettingValues } from './settings.ts';
export type { CommentCopy, CopiesRequest, CopyTransaction } from './store/comment-copies.ts';
export type {
  ArticlePage,
  ArticleSettingsChange,
  ArticleWithModes,
  CommentMarks,
  CommentStore,
  GivenConsent,
  NewComment,
  PublicComment,
  PublicList,
  PublicThread,
  PublishedListRequest,
  PublishedPosition,
  ReaderTexts,
  RememberedAnswer,
  RepliesRequest,
  StoredArticle,
  StoredComment,
  StoreTransaction,
} from './store/comment-store.ts';
export type { VerifiedAuthor, VerifyAuthor } from './verify-author.ts';
export type {
  ArticleList,
  ArticlePlace,
  ArticleRequest,
  DeskList,
  DeskReading,
  QueuePlace,
  QueueRequest,
  SearchPhrase,
  SearchPlace,
  SearchRequest,
  WaitingQueue,
} from './store/desk-reading.ts';
export type {
  CommentStanding,
  KeptReport,
  NewReport,
  ReaderMarkTransaction,
  ReportedComment,
  ReportList,
} from './store/reader-marks.ts';
export { openStore } from './store/open-store.ts';
export { createSqliteStore, type SqliteStoreOptions } from './store/sqlite-store.ts';
export type {
  Actor,
  CommentEdit,
  NewsroomModes,
  StatusChange,
} from './store/newsroom-transaction.ts';

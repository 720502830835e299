import type { CodeForm } from '../captcha/index.ts';
import type { ModerationMode } from '../protocol/desk.ts';
import type { FieldProblem, ProblemCode } from '../protocol/problem.ts';
import type { ArticleSummary, CommentAnswer, CommentDraft } from '../protocol/types.ts';
import type { ChallengeSource } from './challenge-source.ts';
import type { FindCopies } from './find-copies.ts';
import type { Idempotency } from './idempotency.ts';
import type { KeepComment } from './keep-comment.ts';
import type { KeptNetwork } from './kept-network.ts';
import type { PostFate, RateLimits } from './limits/rate-limits.ts';
import type { ConsentFinding } from './rules/consent-rule.ts';
import { type DraftTexts, textsOf } from './reader-texts.ts';
import type { FindSignals } from './rules/find-signals.ts';
import { findAuthorSignals } from './rules/author-rule.ts';
import { levelsOf, resolveModeration } from './rules/moderation.ts';
import { isAnswerable } from './rules/parent-rule.ts';
import { findBurstSignals } from './rules/burst-rule.ts';
import { calm, type PressureDemand } from './rules/pressure-rules.ts';
import type { Signal } from './rules/signal.ts';
import type { SignalFinder } from './rules/signals/signal-finder.ts';
import { findTextProblems, type TextRules } from './rules/text-rule.ts';
import type { AskSite } from './site-signals.ts';
import type {
  ArticleWithModes,
  CommentStore,
  StoredComment,
  StoreTransaction,
} from './store/comment-store.ts';
import type { SiteWords } from './words/site-words.ts';

/** A comment as it arrived, its schema passed. */
export interface ReceivedPost {
  readonly draft: CommentDraft;
  /** The request's `Idempotency-Key`. */
  readonly key: string | undefined;
  /** The request's `Origin`. */
  readonly origin: string | undefined;
  /** IP address the reader has, as far as it is known. */
  readonly address: string | undefined;
  /** What the reader was told and agreed to. */
  readonly consent: ConsentFinding & { kind: 'given' };
  /** What the site says of a reader it knows by its own login; absent for a guest. */
  readonly verifiedAs?: string | undefined;
}

/** A comment that was taken in. */
export interface AcceptedPost {
  readonly kind: 'accepted';
  readonly comment: StoredComment;
  /** As first answered; the comment may have been decided on since. */
  readonly status: CommentAnswer['status'];
  /** Whether the same post was answered before. */
  readonly isRepeated: boolean;
}

/** A comment that was not. */
export interface RefusedPost {
  readonly kind: 'refused';
  readonly code: ProblemCode;
  /** The fields it is about, where it is `invalid-fields`. */
  readonly errors?: readonly FieldProblem[];
  /** Whether the reader needs another security code to try again. */
  readonly isCodeGone: boolean;
  /** How that code is to be, where it is known how the reader had the last one. */
  readonly next?: CodeForm;
  /** How long to wait, where that is the reason; at least 1. */
  readonly retryAfterSeconds?: number;
}

/** What became of a post. */
export type PostOutcome = AcceptedPost | RefusedPost;

/** What a post works with. */
export interface PostCommentOptions {
  readonly store: CommentStore;
  readonly challenges: ChallengeSource;
  /** Default none. */
  readonly limits?: RateLimits | undefined;
  readonly idempotency: Idempotency;
  readonly acceptArticle: (article: string) => boolean | Promise<boolean>;
  /** Whether readers may write under an article now. */
  readonly judgeArticle: (found: ArticleWithModes) => Pick<ArticleSummary, 'state'>;
  /** What the service was started with. */
  readonly moderation: ModerationMode;
  readonly textRules: TextRules;
  readonly keptNetwork: KeptNetwork;
  readonly findCopies: FindCopies;
  readonly findSignals: FindSignals;
  /** What finds the words of the site's lists now. */
  readonly words: Pick<SiteWords, 'findWords'>;
  /** Signals of the site's own. */
  readonly askSite: AskSite;
  readonly keepComment: KeepComment;
}

/** What is known of a post before its transaction; nothing of it is told before the code. */
interface Preparation extends DraftTexts {
  readonly isAccepted: boolean;
  readonly siteSignals: readonly Signal[];
  readonly demand: PressureDemand;
  readonly findWords: SignalFinder;
}

/** Takes a comment in or refuses it. Rejects when the database or the site's own function does; then nothing is spent. */
export type PostComment = (post: ReceivedPost) => Promise<PostOutcome>;

/** How a post counts. Time passes for everybody, so that a code which expired is no failure. */
const fateOf = (outcome: PostOutcome): PostFate => {
  if (outcome.kind === 'accepted') return outcome.isRepeated ? 'undone' : 'taken';
  return outcome.isCodeGone && outcome.code !== 'challenge-expired' ? 'failed' : 'refused';
};

const withoutCode: readonly ProblemCode[] = [
  'challenge-missing',
  'challenge-malformed',
  'challenge-expired',
];

/** Whether a post counts for the pressure: with a code to its credit, so that nobody raises it for nothing (S43). */
const hasSpentCode = (outcome: PostOutcome): boolean =>
  outcome.kind === 'accepted'
    ? !outcome.isRepeated
    : outcome.isCodeGone && !withoutCode.includes(outcome.code);

/**
 * The order of a post (design: "Order on a post"): limits → idempotency → code → rules → comment and key. No rule
 * answers without a solved code; a refusal commits the spend alone, an error undoes it with all the rest. A repetition
 * of an answered post is answered and not counted, also where nothing else would be taken.
 */
export function createPostComment(options: PostCommentOptions): PostComment {
  const { store, challenges, limits, idempotency, acceptArticle } = options;
  const { textRules, keptNetwork, askSite, findCopies, findSignals, keepComment } = options;

  const findRefusal = async (
    draft: CommentDraft,
    isAccepted: boolean,
    found: ArticleWithModes,
    transaction: StoreTransaction,
  ): Promise<ProblemCode | undefined> => {
    if (!isAccepted) return 'article-refused';
    if (options.judgeArticle(found).state !== 'open') return 'article-closed';
    return (await isAnswerable(draft, transaction)) ? undefined : 'parent-gone';
  };

  const take = async (
    post: ReceivedPost,
    { isAccepted, siteSignals, demand, findWords, texts, rawTexts }: Preparation,
    transaction: StoreTransaction,
  ): Promise<PostOutcome> => {
    const recalled = await idempotency.recall(post, transaction);
    if (recalled) return recalled;
    const code = await challenges.check(post.draft, transaction);
    if (code.kind === 'refused') return { ...code, isCodeGone: true };
    const found = await transaction.findArticleWithModes(post.draft.article);
    const refusal = await findRefusal(post.draft, isAccepted, found, transaction);
    const refuse = (reason: ProblemCode): RefusedPost => ({
      kind: 'refused',
      code: reason,
      isCodeGone: true,
      ...(code.next && { next: code.next }),
    });
    if (refusal) return refuse(refusal);
    const errors = findTextProblems(texts, textRules);
    if (errors.length > 0) return { ...refuse('invalid-fields'), errors };
    const network = keptNetwork(post.address);
    const copies = await findCopies(texts.content, { email: texts.email, network }, transaction);
    if (copies.kind === 'repeated') return refuse('duplicate');
    const standing = await transaction.findStandingOfAuthor(texts.email);
    const { ageSeconds: codeAgeSeconds, isWithoutCode } = code;
    const signals = [
      ...findSignals({ texts, draft: post.draft, codeAgeSeconds, isWithoutCode, findWords }),
      ...(copies.kind === 'copied' ? [copies.signal] : []),
      ...(await findBurstSignals(
        { demand, code, kinds: challenges.kinds, email: texts.email },
        transaction,
      )),
      ...findAuthorSignals(standing),
      ...siteSignals,
    ];
    const { copyKey } = copies;
    const rule = resolveModeration(levelsOf(found, options.moderation), standing);
    const findings = { texts, rawTexts, signals, copyKey, network, rule };
    const comment = await keepComment(post, findings, transaction);
    const status = comment.status === 'published' ? 'published' : 'pending';
    const accepted: AcceptedPost = { kind: 'accepted', comment, status, isRepeated: false };
    await idempotency.remember(post, accepted, transaction);
    return accepted;
  };

  const recallAnswer = async (post: ReceivedPost): Promise<AcceptedPost | undefined> => {
    if (post.key === undefined) return undefined;
    const recalled = await store.transaction((transaction) =>
      idempotency.recall(post, transaction),
    );
    return recalled?.kind === 'accepted' ? recalled : undefined;
  };

  const takeOrRefuse = async (post: ReceivedPost): Promise<PostOutcome> => {
    const { draft, address } = post;
    const { article, page, parent } = draft;
    const texts = textsOf(draft);
    // Nobody is asked about what is refused for want of a code anyway.
    const isAsked = draft.challenge !== undefined || challenges.kinds.length === 0;
    // Asked before the transaction, for a slow site must not hold up every other post; told only after the code.
    const [isAccepted, findWords, demand = calm, siteSignals] = await Promise.all([
      acceptArticle(article),
      options.words.findWords(),
      limits?.pressure?.judge(address),
      isAsked ? askSite({ article, page, parent, ...texts.texts }, address) : [],
    ]);
    const prepared = { isAccepted, siteSignals, demand, findWords, ...texts };
    return store.transaction((transaction) => take(post, prepared, transaction));
  };

  return async (post) => {
    const count = await limits?.countPost(post);
    if (count?.kind === 'limited') {
      const { retryAfterSeconds } = count;
      const refused = { kind: 'refused', code: 'rate-limited', isCodeGone: false } as const;
      return (await recallAnswer(post)) ?? { ...refused, retryAfterSeconds };
    }
    let fate: PostFate = 'undone';
    try {
      const outcome = await takeOrRefuse(post);
      fate = fateOf(outcome);
      if (hasSpentCode(outcome)) await limits?.pressure?.countPost();
      return outcome;
    } finally {
      await count?.settle(fate);
    }
  };
}

// Over 250 lines: the words of the contract between page and server, each with what it means, read in one place.
import type { RejectReason } from './desk.ts';

/** How it is made sure that there is somebody: a code to be read or heard, or work for the reader's machine. */
export type ChallengeKind = 'picture' | 'speech' | 'work';

/** What a reader may ask for; `none` is to send without a code, which the newsroom then looks at first. */
export type OfferedKind = ChallengeKind | 'none';

/** The page asks for no code. */
export interface NoChallenge {
  readonly kind: 'none';
}

/**
 * Work for the reader's machine, by the parameters of ALTCHA 2: of the keys of all counters, from 0 on, find the one that
 * begins with `keyPrefix`. The key of a counter is PBKDF2 of the bytes of `nonce` and the counter (32 bits, big-endian).
 * The answer is that key, see {@link workKeyPattern}.
 */
export interface WorkTask {
  readonly algorithm: 'PBKDF2/SHA-256';
  /** 16 bytes in hexadecimal. */
  readonly nonce: string;
  /** 16 bytes in hexadecimal. */
  readonly salt: string;
  /** Iterations of PBKDF2 for one key. */
  readonly cost: number;
  /** Bytes of a key. */
  readonly keyLength: number;
  /** First half of the key that is looked for, in hexadecimal. */
  readonly keyPrefix: string;
  /** How many counters there are; half as many keys are tried on the average. */
  readonly tries: number;
}

/** How the key that was found is written: 32 bytes in lower-case hexadecimal. */
export const workKeyPattern: RegExp = /^[0-9a-f]{64}$/;

/** Work and nothing to be read or heard. The token is good for one attempt, right or wrong. */
export interface WorkChallenge {
  readonly kind: 'work';
  /** Sealed and bound to the article; opaque to the page. */
  readonly token: string;
  /** Seconds until the token expires, counted from the answer's arrival. */
  readonly lifetimeSeconds: number;
  readonly work: WorkTask;
}

/** A code to be read from a picture. The token is good for one attempt, right or wrong. */
export interface PictureChallenge {
  readonly kind: 'picture';
  /** Sealed and bound to the article; opaque to the page. */
  readonly token: string;
  /** Seconds until the token expires, counted from the answer's arrival. */
  readonly lifetimeSeconds: number;
  /** Number of digits, 4–8. */
  readonly length: number;
  /** Width of the picture in CSS pixels; the path's view box is ten times as wide. */
  readonly width: number;
  /** Height of the picture in CSS pixels; the path's view box is ten times as high. */
  readonly height: number;
  /** Data of one SVG path, filled by the even-odd rule; only characters of {@link picturePath}. */
  readonly path: string;
  /** To be done beside the code, where the server asks for both. */
  readonly work?: WorkTask;
}

/** A code to be heard. The token is good for one attempt, right or wrong. */
export interface SpeechChallenge {
  readonly kind: 'speech';
  /** Sealed and bound to the article; opaque to the page. */
  readonly token: string;
  /** Seconds until the token expires, counted from the answer's arrival. */
  readonly lifetimeSeconds: number;
  /** Number of digits, 4–8. */
  readonly length: number;
  /** A WAV file in base64. */
  readonly audio: string;
  /** To be done beside the code, where the server asks for both. */
  readonly work?: WorkTask;
}

/** What a reader may agree to; `process` is receiving, reviewing, editing and publishing (L-3). */
export type ConsentPurpose = 'process' | 'address' | 'email' | 'print';

/** One box of the form. */
export interface ConsentQuestion {
  readonly purpose: ConsentPurpose;
  /** What is agreed to, in full. */
  readonly label: string;
  /** Whether no comment is taken without it. */
  readonly required: boolean;
}

/** How a site uses what readers send, as it is put to them (L-4, L-5). */
export interface PrivacyNotice {
  /** The site's own name for it, 1–64 characters. */
  readonly version: string;
  /** BCP 47. */
  readonly locale: string;
  /** Plain text; paragraphs are parted by empty lines. */
  readonly text: string;
  /** Where the site's whole policy stands. */
  readonly url?: string;
  /** Empty where the reader is told, and not asked. */
  readonly consents: readonly ConsentQuestion[];
  /** Changes with every other member: the proof of what was put to the reader. */
  readonly hash: string;
}

/** What a reader was told and agreed to. */
export interface Consents {
  readonly notice: { readonly version: string; readonly hash: string };
  readonly purposes: readonly ConsentPurpose[];
}

/** What `POST /challenge` hands out. */
export type Challenge = NoChallenge | PictureChallenge | SpeechChallenge | WorkChallenge;

/** What a path of a picture may be made of; checked by who draws and by who shows. */
export const picturePath: RegExp = /^[Mmlz0-9 -]+$/;

/** Whether readers may write and read under an article. */
export type ArticleState = 'open' | 'closed' | 'readonly' | 'hidden';

/** Body of `POST /challenge`. */
export interface ChallengeRequest {
  readonly article: string;
  /** Default the first that is offered. */
  readonly kind?: OfferedKind | undefined;
  readonly lang?: string | undefined;
  /** False where the page cannot do work, as on plain http: none is then asked for beside a code. */
  readonly work?: boolean | undefined;
}

/** Answer of `POST /challenge`. */
export interface ChallengeAnswer {
  readonly challenge: Challenge;
  /** What the reader may ask for, absent where no code is asked for. A form offers by it, and nothing without. */
  readonly kinds?: readonly OfferedKind[];
  readonly article: Pick<ArticleSummary, 'state' | 'closesAt'>;
  /** What the reader is to be told, where the site has a notice. */
  readonly notice?: PrivacyNotice;
}

/** Body of `POST /challenge/verify`: what a reader sent to a backend in another language. */
export interface VerifyRequest {
  readonly token: string;
  /** As typed; of work, the key that was found. */
  readonly answer: string;
  /** The key that was found beside a code. */
  readonly workKey?: string | undefined;
  readonly article: string;
}

/**
 * Why an answer did not pass: `malformed` is a token that is none of ours, or of another article; `incomplete` a right
 * code without the work that was asked for beside it.
 */
export type VerifyReason = 'wrong' | 'incomplete' | 'expired' | 'spent' | 'malformed';

/** Answer of `POST /challenge/verify`. */
export interface VerifyAnswer {
  readonly passed: boolean;
  /** Only where it did not pass. */
  readonly reason?: VerifyReason;
}

/** An answered challenge. */
export interface ChallengeSolution {
  readonly token: string;
  /** As typed; of work, the key that was found. */
  readonly answer: string;
  /** The key that was found beside a code. */
  readonly workKey?: string | undefined;
}

/** What a reader sends; every text as it was typed. */
export interface CommentDraft {
  /** Id of the article, 1–512 characters. */
  readonly article: string;
  /** Where the reader stood; untrusted, never fetched. */
  readonly page?: { readonly url: string; readonly title: string } | undefined;
  readonly name: string;
  readonly address?: string | undefined;
  readonly email: string;
  readonly content: string;
  /** Id of the comment this one answers. */
  readonly parent?: string | undefined;
  /** `none` is the reader's wish to send without one, where the site allows it. */
  readonly challenge?: ChallengeSolution | NoChallenge | undefined;
  /** Where the form has shown a notice. */
  readonly consents?: Consents | undefined;
  /** What stands in the field that no reader sees. */
  readonly trap?: string | undefined;
}

/** The order of a list: `liked` begins with the comment most readers like. */
export type CommentSort = 'newest' | 'oldest' | 'liked';

/** A published comment as everybody sees it. Holds no email and no IP address. */
export interface PublishedComment {
  /** UUIDv7. */
  readonly id: string;
  readonly parent: string | null;
  /** Empty where the comment is gone. */
  readonly name: string;
  readonly address?: string;
  /** Plain text; lines are parted by `\n`, paragraphs by an empty line. Empty where the comment is gone. */
  readonly content: string;
  /** ISO 8601 in UTC. */
  readonly publishedAt: string;
  /** Whether the newsroom has changed the text. */
  readonly edited: boolean;
  /** Whether it stands before all others. */
  readonly pinned: boolean;
  /** Whether the newsroom has chosen it. */
  readonly pick: boolean;
  /** Whether it is the newsroom's own. */
  readonly staff: boolean;
  /** What the site calls a reader it knows by its own login, such as "Bạn đọc thuê bao" (N-12). */
  readonly verified?: string;
  readonly likes: number;
  /** Taken down, or erased at the sender's request; still listed, without its texts, because others have answered it. */
  readonly gone?: 'removed' | 'erased';
  /** Only on a comment that answers nobody, where it has been answered: the first answers, oldest first. */
  readonly replies?: CommentReplies;
}

/** Answers to one comment, oldest first; also the answer of `GET /{id}/replies`. */
export interface CommentReplies {
  readonly items: readonly PublishedComment[];
  /** All of them. */
  readonly count: number;
  /** Cursor of what follows; `null` at the end. */
  readonly next: string | null;
}

/** What everybody may know of an article. */
export interface ArticleSummary {
  readonly id: string;
  readonly state: ArticleState;
  /** When it stops, or has stopped, taking comments: ISO 8601 in UTC. Absent where no time is set. */
  readonly closesAt?: string;
  /** All published comments, answers among them. */
  readonly count: number;
}

/** Answer of `POST /`: `201` published, `202` waiting for the newsroom. */
export interface CommentAnswer {
  readonly id: string;
  readonly status: 'published' | 'pending';
  /** Bearer by which the sender may ask what became of the comment. */
  readonly receipt: string;
  /** The comment as published; only with `published`. */
  readonly comment?: PublishedComment;
}

/** Answer of `GET /`: a page of the comments that answer nobody, each with its first answers. */
export interface CommentPage {
  readonly article: ArticleSummary;
  readonly comments: readonly PublishedComment[];
  /** Cursor of the next page; `null` on the last. */
  readonly next: string | null;
}

/** Answer of `GET /{id}`: where one published comment stands. */
export interface CommentPlace {
  readonly article: ArticleSummary;
  /** The comment, or the one it answers, with its first answers. */
  readonly thread: PublishedComment;
  /** The comment itself where it is an answer. */
  readonly reply?: PublishedComment;
  /** Value of `after` for a page of the asked-for order that begins with `thread`; `null` where the first page does. */
  readonly after: string | null;
}

/** Answer of `GET /count`: the numbers of published comments by article; 0 for an article nobody knows. */
export interface CommentCounts {
  readonly counts: Readonly<Record<string, number>>;
}

/** Answer of `GET /receipt`, for the holder of a receipt alone. */
export interface ReceiptAnswer {
  readonly id: string;
  readonly article: string;
  /** `rejected` also stands for what was taken for spam. */
  readonly status: 'pending' | 'published' | 'rejected' | 'removed' | 'erased';
  /** The comment as it is published, or would be; only with `pending` and `published`. */
  readonly comment?: PublishedComment;
  /** Why it is not published, where the newsroom said so; only with `rejected`. */
  readonly reason?: RejectReason;
}

/** Answer of `POST /visitor`. */
export interface VisitorAnswer {
  /** Bearer that stands for one browser; says nothing about who uses it. */
  readonly token: string;
}

/** Why a reader reports a comment. */
export type ReportReason = 'offensive' | 'hate' | 'false' | 'privacy' | 'spam' | 'other';

/** Body of `POST /{id}/report`. */
export interface CommentReport {
  readonly reason: ReportReason;
  /** Plain text, at most 500 graphemes. */
  readonly note?: string | undefined;
}

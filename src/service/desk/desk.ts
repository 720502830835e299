import type { Hono } from 'hono';
import type { Secrets } from '../../captcha/index.ts';
import type { ModerationMode } from '../../protocol/desk.ts';
import type { FieldLimits } from '../../protocol/limits.ts';
import type { DescribedPart } from '../http/openapi/described-part.ts';
import type { ServiceEnvironment } from '../http/service-context.ts';
import type { ServiceLog } from '../service-log.ts';
import type { CommentStore } from '../store/comment-store.ts';
import type { Rechecks } from '../words/recheck.ts';
import type { SiteWords } from '../words/site-words.ts';

/** What the desk works on. */
export interface DeskWork {
  readonly store: CommentStore;
  readonly limits: FieldLimits;
  /** Path of the comment service. */
  readonly path: string;
  /** IANA. */
  readonly timeZone: string;
  /** The mode where the desk has set none. */
  readonly moderation: ModerationMode;
  /** Days after which an article closes by itself where the newsroom has said nothing; 0: never. */
  readonly autoCloseDays: number;
  readonly secret: Secrets;
  /** Clock in milliseconds since 1970. */
  readonly now: () => number;
  /** Aborted when the service closes: who watches is let go. */
  readonly closing: AbortSignal;
  readonly words: SiteWords;
  readonly rechecks: Pick<Rechecks, 'run'>;
  readonly log: ServiceLog;
}

/** The newsroom's desk, as the service around it knows it: so that a service without one loads nothing of it. */
export interface Desk {
  /** Adds what is below `/desk`. */
  addRoutes(routes: Hono<ServiceEnvironment>, work: DeskWork): void;
  /** What it says of itself in the description of the service. */
  describe(): Promise<DescribedPart>;
  /** Ends what is the desk's own; the database is the store's. */
  close(): void;
}

import type { Secrets } from '../../captcha/index.ts';
import { normalizeField } from '../../protocol/fields.ts';
import { emailKey } from '../../text/email-address.ts';
import { createDayHash } from '../day-hash.ts';
import { lineBits, networkOf, siteBits } from '../ip-address.ts';
import type { ReceivedPost } from '../post-comment.ts';
import { type LimitBudget, limitBudgets, type LimitName } from './limit-budgets.ts';
import type { LimitCounter, LimitCounters } from './limit-counters.ts';
import { createPressure, type Pressure } from './pressure.ts';

/** Too many came: none is taken before the window ends. */
export interface Limited {
  readonly kind: 'limited';
  /** Until the window ends; at least 1. */
  readonly retryAfterSeconds: number;
}

/** What became of a post that was let in. `failed`: a wrong code, or a refusal after the code. `undone`: it was the repetition of another, or broke off. */
export type PostFate = 'taken' | 'refused' | 'failed' | 'undone';

/** A post that was counted. */
export interface CountedPost {
  readonly kind: 'counted';
  /** Counts a failure twice; gives back what a post that was not taken in has used of the email and the article. */
  settle(fate: PostFate): Promise<void>;
}

/** A like as it is counted. */
export interface LikeCount {
  readonly address: string | undefined;
  /** Id of the comment. */
  readonly comment: string;
  /** Whether it is given; else it is taken back. */
  readonly isGiven: boolean;
}

/** An attempt to sign in at the desk. */
export interface SignInAttempt {
  readonly address: string | undefined;
  readonly email?: string;
}

/** Counts what readers ask for, and says when it is too much. Without an address nothing is counted. */
export interface RateLimits {
  countChallenge(address: string | undefined): Promise<Limited | undefined>;
  countPost(post: Pick<ReceivedPost, 'address' | 'draft'>): Promise<Limited | CountedPost>;
  /** A visitor's token that is asked for. */
  countVisitor(address: string | undefined): Promise<Limited | undefined>;
  /** A like that is given or taken back; those given count for their comment too. */
  countLike(like: LikeCount): Promise<Limited | undefined>;
  countReport(report: Omit<LikeCount, 'isGiven'>): Promise<Limited | undefined>;
  /** An attempt of an editor to sign in; without an email one that names nobody. Counts an editor's also where the address is unknown. */
  countSignIn(attempt: SignInAttempt): Promise<Limited | undefined>;
  /** What is asked for of readers while much comes in. Absent for nothing more than usual. */
  readonly pressure?: Pressure;
  close(): void | Promise<void>;
}

/** Settings of {@link createRateLimits}. */
export interface RateLimitsOptions {
  /** At least 32 bytes, the same on all instances. */
  readonly secret: Secrets;
  readonly counters: LimitCounters;
  /** Clock in milliseconds since 1970. */
  readonly now: () => number;
  readonly budgets?: Readonly<Record<LimitName, LimitBudget>>;
  /** Comments a minute, all articles together, that make a wave; at least 1. Default 120. */
  readonly wavePosts?: number | undefined;
}

interface Place {
  readonly name: LimitName;
  readonly counter: LimitCounter;
  readonly key: string;
  readonly retryAfterSeconds: number;
}

const keyPurpose = 'reader-comments limits 1';
const hourMs = 3_600_000;

const isShared = (name: LimitName): boolean => name === 'email' || name === 'article';

const add = async (places: readonly Place[], points: number): Promise<void> => {
  await Promise.all(places.map(({ counter, key }) => counter.add(key, points)));
};

const giveBackShared = (places: readonly Place[]): Promise<void> =>
  add(
    places.filter(({ name }) => isShared(name)),
    -1,
  );

/**
 * Limits by network, email and article. Of each only a keyed hash is kept, whose key changes daily (L-7). Windows
 * begin with the clock (each ten minutes, each hour): so none outlives the key of its day, and all processes agree.
 * @throws {ConfigurationError} `SECRET_TOO_SHORT`.
 */
export async function createRateLimits(options: RateLimitsOptions): Promise<RateLimits> {
  const { secret, counters, now, budgets = limitBudgets, wavePosts = 120 } = options;
  const hash = createDayHash(secret, keyPurpose);
  const open = (name: LimitName): Promise<LimitCounter> =>
    counters.open(name, { ...budgets[name], isShared: isShared(name) });
  const opened: Readonly<Record<LimitName, LimitCounter>> = {
    challengesOfLine: await open('challengesOfLine'),
    postsOfLine: await open('postsOfLine'),
    withoutCodeOfLine: await open('withoutCodeOfLine'),
    withoutCodeFromSite: await open('withoutCodeFromSite'),
    emailFromSite: await open('emailFromSite'),
    email: await open('email'),
    articleFromSite: await open('articleFromSite'),
    article: await open('article'),
    visitorsOfLine: await open('visitorsOfLine'),
    likesOfLine: await open('likesOfLine'),
    likeBurstFromSite: await open('likeBurstFromSite'),
    likesOfCommentFromSite: await open('likesOfCommentFromSite'),
    reportsOfLine: await open('reportsOfLine'),
    reportsOfCommentFromSite: await open('reportsOfCommentFromSite'),
    signInsOfLine: await open('signInsOfLine'),
    signInsOfEditorFromSite: await open('signInsOfEditorFromSite'),
    signInsOfEditor: await open('signInsOfEditor'),
  };
  const pressure = await createPressure({ secret, counters, now, wavePosts });
  let lastHour: number | undefined;

  const tidy = (): void => {
    const hour = Math.floor(now() / hourMs);
    if (hour === lastHour) return;
    lastHour = hour;
    counters.dropExpired();
  };

  const place = (name: LimitName, ...subject: readonly string[]): Place => {
    const windowMs = budgets[name].windowSeconds * 1000;
    const time = now();
    const startMs = time - (time % windowMs);
    return {
      name,
      counter: opened[name],
      key: `${startMs}:${hash(JSON.stringify(subject), startMs)}`,
      retryAfterSeconds: Math.ceil((startMs + windowMs - time) / 1000),
    };
  };

  // One after the other: what a line's own limit stops must not use up what it shares with others.
  const takeAll = async (places: readonly Place[]): Promise<Limited | undefined> => {
    tidy();
    for (const [index, { counter, key, retryAfterSeconds }] of places.entries()) {
      // oxlint-disable-next-line no-await-in-loop
      if (await counter.take(key)) continue;
      // oxlint-disable-next-line no-await-in-loop
      await giveBackShared(places.slice(0, index + 1));
      return { kind: 'limited', retryAfterSeconds };
    }
    return undefined;
  };

  const placesOf = ({ address, draft }: Pick<ReceivedPost, 'address' | 'draft'>): Place[] => {
    const line = networkOf(address ?? '', lineBits);
    const site = networkOf(address ?? '', siteBits);
    if (line === undefined || site === undefined) return [];
    const isWithoutCode = draft.challenge !== undefined && 'kind' in draft.challenge;
    const email = emailKey(normalizeField.email(draft.email));
    return [
      place('postsOfLine', line),
      ...(isWithoutCode
        ? [place('withoutCodeOfLine', line), place('withoutCodeFromSite', site)]
        : []),
      ...(email === '' ? [] : [place('emailFromSite', site, email), place('email', email)]),
      place('articleFromSite', site, draft.article),
      place('article', draft.article),
    ];
  };

  const takeFrom = async (
    address: string | undefined,
    placesFor: (line: string, site: string) => readonly Place[],
  ): Promise<Limited | undefined> => {
    const line = networkOf(address ?? '', lineBits);
    const site = networkOf(address ?? '', siteBits);
    return line === undefined || site === undefined ? undefined : takeAll(placesFor(line, site));
  };

  return {
    countChallenge: (address) => takeFrom(address, (line) => [place('challengesOfLine', line)]),

    countVisitor: (address) => takeFrom(address, (line) => [place('visitorsOfLine', line)]),

    countLike: ({ address, comment, isGiven }) =>
      takeFrom(address, (line, site) => [
        place('likesOfLine', line),
        ...(isGiven
          ? [
              place('likeBurstFromSite', site, comment),
              place('likesOfCommentFromSite', site, comment),
            ]
          : []),
      ]),

    countReport: ({ address, comment }) =>
      takeFrom(address, (line, site) => [
        place('reportsOfLine', line),
        place('reportsOfCommentFromSite', site, comment),
      ]),

    countSignIn({ address = '', email }) {
      const line = networkOf(address, lineBits);
      const site = networkOf(address, siteBits);
      return takeAll([
        ...(line === undefined ? [] : [place('signInsOfLine', line)]),
        ...(site === undefined || email === undefined
          ? []
          : [place('signInsOfEditorFromSite', site, email)]),
        ...(email === undefined ? [] : [place('signInsOfEditor', email)]),
      ]);
    },

    async countPost(post) {
      const places = placesOf(post);
      const limited = await takeAll(places);
      if (limited) return limited;
      return {
        kind: 'counted',
        async settle(fate) {
          if (fate === 'taken') return;
          if (fate === 'undone') return add(places, -1);
          await giveBackShared(places);
          if (fate === 'failed') await add(places.slice(0, 1), 1);
        },
      };
    },

    pressure,

    close: () => counters.close(),
  };
}

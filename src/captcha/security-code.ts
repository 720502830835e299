import { randomBytes } from 'node:crypto';
import { maxArticleCharacters } from '../protocol/limits.ts';
import type {
  ChallengeKind,
  PictureChallenge,
  SpeechChallenge,
  WorkChallenge,
} from '../protocol/types.ts';
import { CaptchaError } from './captcha-error.ts';
import { createDigitCode } from './digit-code.ts';
import { createChallengeEndpoint } from './http/challenge-endpoint.ts';
import { drawCode } from './picture/draw-code.ts';
import type { SpentStore } from './spent-store.ts';
import { type Answer, hashAnswer, judgeAnswer } from './token/answer-hash.ts';
import { spokenLanguage } from './speech/spoken-language.ts';
import { type CodeForm, idBytes, openToken, sealToken } from './token/challenge-token.ts';
import { createKeyRing, type Secrets } from './token/token-keys.ts';
import { createWorkTask } from './work/create-work-task.ts';

/** Settings of {@link createSecurityCode}. */
export interface SecurityCodeOptions {
  /**
   * At least 32 bytes, the same on all instances; or a list of them, of which the first seals and all open.
   * To rotate, put the new one before the old one, and take the old one out once its tokens have expired.
   */
  readonly secret: Secrets;
  /** Where attempts are remembered; shared by all instances. */
  readonly spent: SpentStore;
  /** How codes may be asked for; the first is what who does not choose gets. Default `['picture', 'speech']`. */
  readonly kinds?: readonly ChallengeKind[];
  /** Digits of a code, 4–8. Default 6. */
  readonly length?: number;
  /** Life of a code in whole seconds, 1–86,400. Default 1,800; readers need at least 1,200. */
  readonly lifetimeSeconds?: number;
  /**
   * Of work: how many keys are tried on the average, 1–1,000,000. Default 1,000, about a second of a reader's phone.
   * Each issue may ask for more.
   */
  readonly difficulty?: number;
  /** Clock in milliseconds since 1970. Default `Date.now`. */
  readonly now?: () => number;
  /** Makes the code; must give exactly `length` digits. Default random without equal neighbours. */
  readonly newCode?: (length: number) => string;
  /** Whether `fetch` hands out codes for this article. Default all. */
  readonly acceptArticle?: (article: string) => boolean | Promise<boolean>;
}

/**
 * What a check found. Everything but `passed` is a refusal; only `passed`, `wrong` and `incomplete` use the attempt up.
 * `form` is how the reader had the code: who listens wants the next one spoken too.
 */
export type CheckResult =
  | {
      readonly kind: 'passed';
      readonly form: CodeForm;
      /** Time since the code was issued, with fractions; below 2 no person has read it. */
      readonly ageSeconds: number;
      /** Whether work was done, alone or beside a code. */
      readonly hasWork: boolean;
    }
  /** `incomplete`: the code was right, and the work that was asked for beside it was not done. */
  | { readonly kind: 'wrong' | 'incomplete' | 'expired' | 'spent'; readonly form: CodeForm }
  /** Not a token of ours, not for this article, or too long to be looked at. */
  | { readonly kind: 'malformed' };

/** What is asked of {@link SecurityCode.check}; any string may stand in any place. */
export interface CheckRequest {
  readonly token: string;
  /** As typed; folded by `foldDigits`. Of work, the key that was found. */
  readonly answer: string;
  /** The key that was found, where work was asked for beside a code. */
  readonly workKey?: string | undefined;
  readonly article: string;
  /** The store to use this time, such as one inside a transaction. */
  readonly spent?: SpentStore;
}

/** What is asked of {@link SecurityCode.issue}. */
export interface IssueRequest {
  readonly article: string;
  /** Default the first that is offered. */
  readonly kind?: ChallengeKind | undefined;
  /** BCP 47; what digits are spoken in: English, or else Vietnamese. */
  readonly lang?: string | undefined;
  /** Keys to be tried on the average, where this one is to be harder or easier; 1–1,000,000. */
  readonly difficulty?: number | undefined;
  /** Whether work has to be done beside a code. Without effect unless `work` is among the kinds. */
  readonly isWorkDemanded?: boolean | undefined;
}

/** Hands out security codes and checks them. Holds no state of its own. */
export interface SecurityCode {
  readonly lifetimeSeconds: number;
  /** What can be asked for. */
  readonly kinds: readonly ChallengeKind[];
  /**
   * Draws or speaks a new code for one article, or makes work.
   * @throws {CaptchaError} `ARTICLE_OUT_OF_RANGE` unless the article has 1–512 characters; `KIND_NOT_OFFERED`;
   * `CODE_MALFORMED`; `DIFFICULTY_OUT_OF_RANGE`.
   */
  issue(request: IssueRequest): Promise<PictureChallenge | SpeechChallenge | WorkChallenge>;
  /** Judges one attempt. Rejects only when the store does. */
  check(request: CheckRequest): Promise<CheckResult>;
  /** Answers `POST {article, kind?, lang?}` with `{challenge, kinds}`, for a site's own backend to mount beside its comments. */
  fetch(request: Request): Promise<Response>;
}

const maxAnswerCharacters = 64;

const isArticle = (article: unknown): article is string =>
  typeof article === 'string' && article.length >= 1 && article.length <= maxArticleCharacters;

const isAnswer = (answer: unknown): answer is string =>
  typeof answer === 'string' && answer.length <= maxAnswerCharacters;

const isWithin = (value: number, min: number, max: number): boolean =>
  Number.isInteger(value) && value >= min && value <= max;

/**
 * Creates the security-code helper.
 * @throws {CaptchaError} when an option is out of its range.
 * @example
 * const securityCode = createSecurityCode({ secret, spent: createMemorySpentStore() });
 * const challenge = await securityCode.issue({ article: 'bai-123' });
 * const result = await securityCode.check({ token, answer, article: 'bai-123' });
 * if (result.kind !== 'passed') refuse(result.kind);
 */
export function createSecurityCode(options: SecurityCodeOptions): SecurityCode {
  const { spent, length = 6, lifetimeSeconds = 1800, now = Date.now } = options;
  const { kinds = ['picture', 'speech'], difficulty: usualDifficulty = 1000 } = options;
  const { newCode = createDigitCode, acceptArticle = () => true } = options;
  const ring = createKeyRing(options.secret);
  const [firstKind] = kinds;
  if (!firstKind) throw new CaptchaError('KINDS_EMPTY', 'kinds needs at least one kind of codes');
  if (!isWithin(length, 4, 8)) {
    throw new CaptchaError('LENGTH_OUT_OF_RANGE', `length is a whole number of 4–8, got ${length}`);
  }
  if (!isWithin(lifetimeSeconds, 1, 86_400)) {
    throw new CaptchaError(
      'LIFETIME_OUT_OF_RANGE',
      `lifetimeSeconds is a whole number of 1–86,400, got ${lifetimeSeconds}`,
    );
  }
  const assertDifficulty = (difficulty: number): void => {
    if (isWithin(difficulty, 1, 1_000_000)) return;
    throw new CaptchaError(
      'DIFFICULTY_OUT_OF_RANGE',
      `difficulty is a whole number of 1–1,000,000, got ${difficulty}`,
    );
  };
  assertDifficulty(usualDifficulty);
  const codePattern = new RegExp(`^[0-9]{${length}}$`);

  const makeCode = (): string => {
    const code = newCode(length);
    if (codePattern.test(code)) return code;
    throw new CaptchaError('CODE_MALFORMED', `newCode must give exactly ${length} digits`);
  };

  const issue: SecurityCode['issue'] = async (request) => {
    const { article, kind = firstKind, lang, difficulty = usualDifficulty } = request;
    if (!isArticle(article)) {
      throw new CaptchaError(
        'ARTICLE_OUT_OF_RANGE',
        `article is a string of 1–${maxArticleCharacters} characters`,
      );
    }
    if (!kinds.includes(kind)) {
      throw new CaptchaError('KIND_NOT_OFFERED', `kind is one of ${kinds.join(', ')}, got ${kind}`);
    }
    assertDifficulty(difficulty);
    const language = spokenLanguage(lang);
    const seal = (answer: Answer): { token: string; lifetimeSeconds: number } => {
      const id = randomBytes(idBytes);
      const token = sealToken(ring.first, article, {
        form: kind === 'speech' ? { kind, lang: language } : { kind },
        hasWork: answer.workKey !== undefined,
        issuedAtMs: Math.floor(now()),
        lifetimeSeconds,
        id,
        answerHash: hashAnswer(ring.first.hashing, id, answer),
      });
      return { token, lifetimeSeconds };
    };
    if (kind === 'work') {
      const { task, key } = await createWorkTask(difficulty);
      return { kind, ...seal({ answer: key }), work: task };
    }
    const code = makeCode();
    const hasWork = request.isWorkDemanded === true && kinds.includes('work');
    const beside = hasWork ? await createWorkTask(difficulty) : undefined;
    const sealed = {
      ...seal({ answer: code, workKey: beside?.key }),
      length,
      ...(beside && { work: beside.task }),
    };
    if (kind === 'picture') return { kind, ...sealed, ...drawCode(code) };
    // Not at the top: the clips are 60 kB, and many sites never speak a code.
    const { speakCode } = await import('./speech/speak-code.ts');
    const audio = speakCode(code, language).toString('base64');
    return { kind, ...sealed, audio };
  };

  const check: SecurityCode['check'] = async (request) => {
    const { token, answer, workKey = '', article } = request;
    if (typeof token !== 'string' || !isArticle(article)) return { kind: 'malformed' };
    if (![answer, workKey].every(isAnswer)) return { kind: 'malformed' };
    const opened = openToken(ring, article, token);
    if (!opened) return { kind: 'malformed' };
    const { form } = opened;
    const ageSeconds = (now() - opened.issuedAtMs) / 1000;
    const restSeconds = Math.ceil(opened.lifetimeSeconds - ageSeconds);
    if (restSeconds <= 0) return { kind: 'expired', form };
    // Before the compare, so that a wrong answer costs the attempt; by the sealed id, so that no other
    // spelling of the token is another attempt.
    const id = Buffer.from(opened.id).toString('base64url');
    const isFirst = await (request.spent ?? spent).spend(id, restSeconds);
    if (!isFirst) return { kind: 'spent', form };
    const kind = judgeAnswer(opened, { answer, workKey });
    if (kind !== 'passed') return { kind, form };
    // An instance whose clock is behind the issuing one sees a token of the future: that is new, not older than new.
    return {
      kind,
      form,
      ageSeconds: Math.max(0, ageSeconds),
      hasWork: opened.hasWork || form.kind === 'work',
    };
  };

  return {
    lifetimeSeconds,
    kinds,
    issue,
    check,
    fetch: createChallengeEndpoint({ kinds, issue, acceptArticle }),
  };
}

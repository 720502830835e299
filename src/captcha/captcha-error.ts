/** What went wrong in the set-up or around the helper. Stable. */
export type CaptchaErrorCode =
  | 'SECRETS_EMPTY'
  | 'SECRET_TOO_SHORT'
  | 'LENGTH_OUT_OF_RANGE'
  | 'LIFETIME_OUT_OF_RANGE'
  | 'ARTICLE_OUT_OF_RANGE'
  | 'DIFFICULTY_OUT_OF_RANGE'
  | 'KINDS_EMPTY'
  | 'KIND_NOT_OFFERED'
  | 'CODE_MALFORMED'
  | 'SPENT_STORE_FULL';

/** Thrown for wrong options and outages; a reader's wrong answer is a value, never an error. */
export class CaptchaError extends Error {
  override readonly name: string = 'CaptchaError';
  /** Tells the cases apart; the message is for developers and may change. */
  readonly code: CaptchaErrorCode;

  constructor(code: CaptchaErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

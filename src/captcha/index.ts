/**
 * The security-code helper, `reader-comments/captcha`: hands out codes as pictures or speech, or work for the reader's machine, and checks the answers.
 * A speed bump, not a wall: no code that people can read stops a trained network.
 */
export { CaptchaError, type CaptchaErrorCode } from './captcha-error.ts';
export {
  type CheckRequest,
  type CheckResult,
  createSecurityCode,
  type IssueRequest,
  type SecurityCode,
  type SecurityCodeOptions,
} from './security-code.ts';
export {
  createMemorySpentStore,
  type MemorySpentStoreOptions,
  type SpentStore,
} from './spent-store.ts';
export type { CodeForm } from './token/challenge-token.ts';
export type { Secret, Secrets } from './token/token-keys.ts';
export type {
  ChallengeKind,
  PictureChallenge,
  SpeechChallenge,
  WorkChallenge,
  WorkTask,
} from '../protocol/types.ts';

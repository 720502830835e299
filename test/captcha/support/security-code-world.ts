import assert from 'node:assert/strict';
import {
  createMemorySpentStore,
  createSecurityCode,
  type PictureChallenge,
  type SecurityCode,
  type SecurityCodeOptions,
  type SpeechChallenge,
  type SpentStore,
} from '../../../src/captcha/index.ts';

const secret = 'a secret of the tests, longer than 32 bytes';
export const code = '493827';
export const article = 'bai-123';

/** A helper whose code is known and whose clock stands until it is moved. */
export interface World {
  readonly securityCode: SecurityCode;
  readonly spentIds: string[];
  readonly spentLives: number[];
  readonly clock: { ms: number };
}

/** A code drawn for the tests' article. */
export async function issuePicture(securityCode: SecurityCode): Promise<PictureChallenge> {
  const challenge = await securityCode.issue({ article, kind: 'picture' });
  assert.equal(challenge.kind, 'picture');
  return challenge;
}

/** A code spoken for the tests' article. */
export async function issueSpeech(
  securityCode: SecurityCode,
  lang = 'vi',
): Promise<SpeechChallenge> {
  const challenge = await securityCode.issue({ article, kind: 'speech', lang });
  assert.equal(challenge.kind, 'speech');
  return challenge;
}

export function createWorld(options: Partial<SecurityCodeOptions> = {}): World {
  const clock = { ms: Date.parse('2026-11-24T05:00:00Z') };
  const now = (): number => clock.ms;
  const memory = createMemorySpentStore({ now });
  const spentIds: string[] = [];
  const spentLives: number[] = [];
  const spent: SpentStore = {
    spend(id, lifeSeconds) {
      spentIds.push(id);
      spentLives.push(lifeSeconds);
      return memory.spend(id, lifeSeconds);
    },
  };
  const securityCode = createSecurityCode({ secret, spent, now, newCode: () => code, ...options });
  return { securityCode, spentIds, spentLives, clock };
}

import type { PictureChallenge } from '../../../src/protocol/types.ts';

/** A code of six digits that lives half an hour; drawn as two squares. */
export const pictureChallenge = (changes: Partial<PictureChallenge> = {}): PictureChallenge => ({
  kind: 'picture',
  token: 'token-1',
  lifetimeSeconds: 1800,
  length: 6,
  width: 200,
  height: 70,
  path: 'M100 100l400 0 0 400 -400 0zM700 100l400 0 0 400 -400 0z',
  ...changes,
});

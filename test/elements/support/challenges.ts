import type {
  PictureChallenge,
  SpeechChallenge,
  WorkChallenge,
  WorkTask,
} from '../../../src/protocol/types.ts';

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

/** A WAV file of a quiet tone, 8 kHz and 8 bits, in base64. */
function tone(seconds: number): string {
  const samples = Math.round(8000 * seconds);
  const file = new DataView(new ArrayBuffer(44 + samples));
  const write = (place: number, text: string): void => {
    for (const [index, character] of Array.from(text).entries()) {
      file.setUint8(place + index, character.charCodeAt(0));
    }
  };
  write(0, 'RIFF');
  file.setUint32(4, 36 + samples, true);
  write(8, 'WAVEfmt ');
  file.setUint32(16, 16, true);
  file.setUint16(20, 1, true);
  file.setUint16(22, 1, true);
  file.setUint32(24, 8000, true);
  file.setUint32(28, 8000, true);
  file.setUint16(32, 1, true);
  file.setUint16(34, 8, true);
  write(36, 'data');
  file.setUint32(40, samples, true);
  for (let index = 0; index < samples; index += 1) {
    file.setUint8(44 + index, 128 + Math.round(4 * Math.sin(index / 3)));
  }
  return btoa(String.fromCharCode(...new Uint8Array(file.buffer)));
}

/** A code of six digits to be heard, a tone of 0.3 s in their place. */
export const speechChallenge = (changes: Partial<SpeechChallenge> = {}): SpeechChallenge => ({
  kind: 'speech',
  token: 'token-of-speech',
  lifetimeSeconds: 1800,
  length: 6,
  audio: tone(0.3),
  ...changes,
});

/** The answer of {@link workTask}: the key of counter 19. */
export const workKey = '80af3b332196c1bc272b9ad17b3e26a425d4d0df852a8dba042a0ad6a884e436';

/** A small piece of work. */
export const workTask = (changes: Partial<WorkTask> = {}): WorkTask => ({
  algorithm: 'PBKDF2/SHA-256',
  nonce: '000102030405060708090a0b0c0d0e0f',
  salt: '101112131415161718191a1b1c1d1e1f',
  cost: 10,
  keyLength: 32,
  keyPrefix: workKey.slice(0, 32),
  tries: 40,
  ...changes,
});

/** A challenge that is work and nothing else. */
export const workChallenge = (changes: Partial<WorkChallenge> = {}): WorkChallenge => ({
  kind: 'work',
  token: 'token-of-work',
  lifetimeSeconds: 1800,
  work: workTask(),
  ...changes,
});

import assert from 'node:assert/strict';
import { existsSync, statSync } from 'node:fs';
import { describe, it } from 'node:test';
import { decodeMuLaw } from '../../src/captcha/speech/decode-mu-law.ts';
import { digitClips } from '../../src/captcha/speech/digit-clips.ts';
import { spokenDigits } from '../../src/captcha/speech/spoken-digits.ts';
import { encodeMuLaw } from '../support/mu-law.ts';

const fromHere = (path: string): URL => new URL(path, import.meta.url);

describe('the clips of the digits', () => {
  it('are made by a script of the repository', () => {
    assert.ok(existsSync(fromHere('../package/record-digits.ts')));
  });

  it('take 80 KB at most, both languages together', () => {
    const { size } = statSync(fromHere('../../src/captcha/speech/digit-clips.ts'));
    assert.ok(size <= 80 * 1024, `${size} bytes`);
  });

  for (const language of ['vi', 'en'] as const) {
    it(`are ten different words of 0.15 to 0.7 s each (${language})`, () => {
      const clips = digitClips[language].map((clip) => Buffer.from(clip, 'base64'));
      assert.equal(clips.length, 10);
      assert.equal(new Set(clips.map((clip) => clip.toString('hex'))).size, 10);
      for (const [digit, { length }] of clips.entries()) {
        assert.ok(length >= 1200 && length <= 5600, `${digit}: ${length} samples`);
      }
    });

    it(`are equally loud (${language})`, () => {
      for (const [digit, samples] of spokenDigits(language).entries()) {
        const power = samples.reduce((sum, sample) => sum + sample ** 2, 0) / samples.length;
        assert.ok(Math.abs(Math.sqrt(power) - 0.14) < 0.01, `${digit}: ${Math.sqrt(power)}`);
      }
    });
  }

  it('are kept by the law of G.711: fine where it is quiet, 4 % off at most', () => {
    // From the table of ITU-T G.711: silence, the smallest steps, and the two ends.
    const known = Uint8Array.of(0xff, 0x7f, 0xfe, 0x80, 0x00);
    assert.deepEqual(
      [...decodeMuLaw(known)].map((sample) => Math.round(sample * 32_768)),
      [0, 0, 8, 32_124, -32_124],
    );
    for (let sample = -0.98; sample < 1; sample += 0.0137) {
      const [heard = 0] = decodeMuLaw(encodeMuLaw(Float32Array.of(sample)));
      assert.ok(Math.abs(heard - sample) <= Math.abs(sample) * 0.04 + 0.001, `${sample}: ${heard}`);
    }
  });
});

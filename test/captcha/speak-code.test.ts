import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createDigitCode } from '../../src/captcha/digit-code.ts';
import { speakCode } from '../../src/captcha/speech/speak-code.ts';
import { spokenDigits } from '../../src/captcha/speech/spoken-digits.ts';
import { spokenLanguage } from '../../src/captcha/speech/spoken-language.ts';
import { countSolved, plainTemplates } from '../bench/security-code/speech/count-solved.ts';
import { createMatchedFilter } from '../bench/security-code/speech/matched-filter.ts';
import { withoutMathRandom } from './support/without-math-random.ts';

describe('the speech of a code', () => {
  it('is a WAV file of one channel, 8 kHz and 8 bits, whose head tells its length', () => {
    for (const lang of ['vi', 'en'] as const) {
      const file = speakCode('493827', lang);
      assert.equal(file.toString('latin1', 0, 4), 'RIFF');
      assert.equal(file.readUInt32LE(4), file.length - 8);
      assert.equal(file.toString('latin1', 8, 16), 'WAVEfmt ');
      assert.equal(file.readUInt32LE(16), 16, 'bytes of the format');
      assert.equal(file.readUInt16LE(20), 1, 'PCM');
      assert.equal(file.readUInt16LE(22), 1, 'channels');
      assert.equal(file.readUInt32LE(24), 8000, 'samples a second');
      assert.equal(file.readUInt32LE(28), 8000, 'bytes a second');
      assert.equal(file.readUInt16LE(32), 1, 'bytes of a sample');
      assert.equal(file.readUInt16LE(34), 8, 'bits of a sample');
      assert.equal(file.toString('latin1', 36, 40), 'data');
      assert.equal(file.readUInt32LE(40), file.length - 44);
    }
  });

  it('takes 4 to 10 seconds for six digits, and 100 kB at most for eight', () => {
    for (let round = 0; round < 20; round += 1) {
      for (const lang of ['vi', 'en'] as const) {
        const seconds = (speakCode(createDigitCode(6), lang).length - 44) / 8000;
        assert.ok(seconds > 4 && seconds < 10, `${seconds} s`);
        const { length } = speakCode(createDigitCode(8), lang);
        assert.ok(length <= 100_000, `${length} bytes`);
      }
    }
  });

  it('never uses Math.random', () => {
    assert.ok(withoutMathRandom(() => speakCode('493827', 'vi')).length > 0);
  });

  it('is never the same twice, the same digits too', () => {
    const [first, second] = [speakCode('493827', 'vi'), speakCode('493827', 'vi')];
    assert.notEqual(first.length, second.length);
    const middle = (file: Buffer): Buffer => file.subarray(20_000, 20_100);
    assert.notDeepEqual(middle(first), middle(second));
  });

  it('is heard everywhere: no silence, and hardly a sample cut off', () => {
    const samples = speakCode('493827', 'vi').subarray(44);
    for (let start = 0; start + 800 <= samples.length; start += 800) {
      assert.ok(samples.subarray(start, start + 800).some((sample) => sample !== 128));
    }
    const cut = samples.filter((sample) => sample === 1 || sample === 255);
    assert.ok(cut.length < samples.length / 100, `${cut.length} of ${samples.length}`);
  });

  it('is English for en and en-GB, Vietnamese for every other language', () => {
    assert.deepEqual(['en', 'en-GB', 'EN'].map(spokenLanguage), ['en', 'en', 'en']);
    assert.deepEqual(['vi', 'fr', 'eno', '', undefined].map(spokenLanguage), [
      'vi',
      'vi',
      'vi',
      'vi',
      'vi',
    ]);
    assert.notDeepEqual(spokenDigits('en'), spokenDigits('vi'));
  });

  it('is not read by cross-correlation with the plain clips: at most 5 of 60', () => {
    const { solved } = countSolved(plainTemplates('vi'), 'vi', 60);
    assert.ok(solved <= 5, `${solved} of 60`);
  });

  it('would be, were the clips only joined: the attack is a real one', () => {
    const clips = spokenDigits('vi');
    const pause = new Float32Array(4000);
    const joined = Array.from('493827').flatMap((digit) => [
      ...pause,
      ...(clips[Number(digit)] ?? pause),
    ]);
    const read = createMatchedFilter(plainTemplates('vi'));
    assert.equal(read(Float32Array.from([...joined, ...pause]), 6), '493827');
  });
});

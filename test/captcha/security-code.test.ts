import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { describe, it } from 'node:test';
import {
  CaptchaError,
  type CheckRequest,
  createMemorySpentStore,
  createSecurityCode,
  type SecurityCodeOptions,
} from '../../src/captcha/index.ts';
import { picturePath } from '../../src/protocol/types.ts';
import {
  article,
  code,
  createWorld,
  issuePicture,
  issueSpeech,
} from './support/security-code-world.ts';

/** How codes are drawn for who wishes for nothing. */
const picture = { kind: 'picture' };

const otherDigit = (character: string): string => (character === 'A' ? 'B' : 'A');

describe('a security code', () => {
  it('passes with the digits of its picture and tells its age', async () => {
    const { securityCode, clock } = createWorld();
    const { token } = await securityCode.issue({ article });
    clock.ms += 12_500;
    assert.deepEqual(await securityCode.check({ token, answer: code, article }), {
      kind: 'passed',
      form: picture,
      hasWork: false,
      ageSeconds: 12.5,
    });
  });

  it('is handed out as the picture of the contract', async () => {
    const { securityCode } = createWorld({ lifetimeSeconds: 1200 });
    const { path, token, ...rest } = await issuePicture(securityCode);
    assert.deepEqual(rest, {
      kind: 'picture',
      lifetimeSeconds: 1200,
      length: 6,
      width: 200,
      height: 70,
    });
    assert.match(path, picturePath);
    assert.match(token, /^[\w-]{96}$/);
    assert.equal(securityCode.lifetimeSeconds, 1200);
  });

  it('is spoken where that is asked for, as the speech of the contract', async () => {
    const { securityCode } = createWorld({ lifetimeSeconds: 1200 });
    const { audio, token, ...rest } = await issueSpeech(securityCode);
    assert.deepEqual(rest, { kind: 'speech', lifetimeSeconds: 1200, length: 6 });
    assert.equal(Buffer.from(audio, 'base64').toString('latin1', 0, 4), 'RIFF');
    assert.match(token, /^[\w-]{96}$/);
    assert.equal((await securityCode.check({ token, answer: code, article })).kind, 'passed');
    assert.equal((await securityCode.check({ token, answer: code, article })).kind, 'spent');
  });

  it('is known again as spoken, and in what language, right or wrong: the next one can be the same', async () => {
    const { securityCode } = createWorld();
    const forms = await Promise.all(
      ['vi', 'en-GB', 'fr'].map(async (lang) => {
        const { token } = await issueSpeech(securityCode, lang);
        const wrong = await securityCode.check({ token, answer: '000000', article });
        const spent = await securityCode.check({ token, answer: code, article });
        assert.ok(wrong.kind === 'wrong' && spent.kind === 'spent');
        assert.deepEqual(spent.form, wrong.form);
        return wrong.form;
      }),
    );
    const vietnamese = { kind: 'speech', lang: 'vi' };
    assert.deepEqual(forms, [vietnamese, { kind: 'speech', lang: 'en' }, vietnamese]);
  });

  it('is of one kind where one is offered, and that is what comes without a wish', async () => {
    const { securityCode } = createWorld({ kinds: ['speech'] });
    assert.deepEqual(securityCode.kinds, ['speech']);
    assert.equal((await securityCode.issue({ article })).kind, 'speech');
    await assert.rejects(securityCode.issue({ article, kind: 'picture' }), {
      code: 'KIND_NOT_OFFERED',
    });
  });

  it('has digits of its own as picture and as speech', async () => {
    const made: string[] = [];
    const newCode = (): string => {
      made.push(String(100_000 + made.length));
      return made.at(-1) ?? '';
    };
    const { securityCode } = createWorld({ newCode });
    await issuePicture(securityCode);
    const { token } = await issueSpeech(securityCode);
    const [ofPicture = '', ofSpeech = ''] = made;
    assert.notEqual(ofPicture, ofSpeech);
    assert.equal((await securityCode.check({ token, answer: ofPicture, article })).kind, 'wrong');
  });

  it('lives 30 minutes when nothing is set (A-11)', () => {
    assert.equal(createWorld().securityCode.lifetimeSeconds, 1800);
  });

  it('is refused the second time (S1)', async () => {
    const { securityCode } = createWorld();
    const { token } = await securityCode.issue({ article });
    const attempt = { token, answer: code, article };
    assert.equal((await securityCode.check(attempt)).kind, 'passed');
    assert.deepEqual(await securityCode.check(attempt), { kind: 'spent', form: picture });
  });

  it('is refused at another article, and keeps its attempt (S2)', async () => {
    const { securityCode, spentIds } = createWorld();
    const { token } = await securityCode.issue({ article });
    for (const other of ['bai-124', 'bai-12', 'BAI-123', `${article} `, '']) {
      const found = await securityCode.check({ token, answer: code, article: other });
      assert.deepEqual(found, { kind: 'malformed' }, JSON.stringify(other));
    }
    assert.deepEqual(spentIds, []);
    assert.equal((await securityCode.check({ token, answer: code, article })).kind, 'passed');
  });

  it('tells articles apart that are the same in UTF-8', async () => {
    const { securityCode } = createWorld();
    const { token } = await securityCode.issue({ article: '\uFFFD' });
    const found = await securityCode.check({ token, answer: code, article: '\uD800' });
    assert.deepEqual(found, { kind: 'malformed' });
  });

  it('is good until the last millisecond of its life, and spends nothing after it (S3)', async () => {
    const { securityCode, clock, spentIds, spentLives } = createWorld({ lifetimeSeconds: 60 });
    const first = await securityCode.issue({ article });
    const second = await securityCode.issue({ article });
    clock.ms += 59_999;
    const found = await securityCode.check({ token: first.token, answer: code, article });
    assert.equal(found.kind, 'passed');
    assert.deepEqual(spentLives, [1]);
    clock.ms += 1;
    assert.deepEqual(await securityCode.check({ token: second.token, answer: code, article }), {
      kind: 'expired',
      form: picture,
    });
    assert.equal(spentIds.length, 1);
  });

  it('is new, not refused, when the checking clock is behind the issuing one', async () => {
    const { securityCode, clock } = createWorld();
    const { token } = await securityCode.issue({ article });
    clock.ms -= 3000;
    assert.deepEqual(await securityCode.check({ token, answer: code, article }), {
      kind: 'passed',
      form: picture,
      hasWork: false,
      ageSeconds: 0,
    });
  });

  it('is burnt by a wrong answer (S4)', async () => {
    const { securityCode, spentLives, clock } = createWorld();
    const { token } = await securityCode.issue({ article });
    clock.ms += 60_000;
    const wrong = await securityCode.check({ token, answer: '493828', article });
    assert.deepEqual(wrong, { kind: 'wrong', form: picture });
    assert.deepEqual(spentLives, [1740], 'remembered for the rest of its life');
    assert.deepEqual(await securityCode.check({ token, answer: code, article }), {
      kind: 'spent',
      form: picture,
    });
  });

  it('passes once of 50 attempts at the same time', async () => {
    const { securityCode } = createWorld();
    const { token } = await securityCode.issue({ article });
    const attempts = Array.from({ length: 50 }, () =>
      securityCode.check({ token, answer: code, article }),
    );
    const kinds = (await Promise.all(attempts)).map(({ kind }) => kind);
    assert.equal(kinds.filter((kind) => kind === 'passed').length, 1);
    assert.equal(kinds.filter((kind) => kind === 'spent').length, 49);
  });

  it('of one instance passes at another with the same secret (S6)', async () => {
    const { token } = await createWorld().securityCode.issue({ article });
    const elsewhere = createWorld().securityCode;
    assert.equal((await elsewhere.check({ token, answer: code, article })).kind, 'passed');
  });

  it('never stands in its challenge (S9)', async () => {
    const { securityCode } = createWorld();
    const challenge = await securityCode.issue({ article });
    const bytes = Buffer.from(challenge.token, 'base64url');
    const digits = Buffer.from(Array.from(code, Number));
    assert.ok(!JSON.stringify(challenge).includes(code));
    assert.ok(!bytes.includes(code), 'as text');
    assert.ok(!bytes.includes(digits), 'as numbers');
    assert.ok(!bytes.includes(Buffer.from(code, 'utf16le')), 'as UTF-16');
  });

  it('is drawn and sealed anew each time, the same digits too', async () => {
    const { securityCode } = createWorld();
    const first = await issuePicture(securityCode);
    const second = await issuePicture(securityCode);
    assert.notEqual(first.path, second.path);
    for (let at = 14; at + 8 < 96; at += 8) {
      assert.notEqual(first.token.slice(at, at + 8), second.token.slice(at, at + 8));
    }
  });

  it('uses the store of the call when one is given', async () => {
    const { securityCode, spentIds } = createWorld();
    const { token } = await securityCode.issue({ article });
    const spent = createMemorySpentStore();
    const attempt = { token, answer: code, article, spent };
    assert.equal((await securityCode.check(attempt)).kind, 'passed');
    assert.equal((await securityCode.check(attempt)).kind, 'spent');
    assert.deepEqual(spentIds, []);
  });

  it('is not judged when the store fails', async () => {
    const { securityCode } = createWorld();
    const { token } = await securityCode.issue({ article });
    const spent = { spend: () => Promise.reject(new Error('database is away')) };
    await assert.rejects(securityCode.check({ token, answer: code, article, spent }), {
      message: 'database is away',
    });
    assert.equal((await securityCode.check({ token, answer: code, article })).kind, 'passed');
  });
});

describe('an answer', () => {
  const ways = {
    'with spaces': '4 93 827',
    'with hyphens and dots': '49-38.27',
    'in full width': '４９３８２７',
    'typed with the Microsoft Vietnamese layout: ô, dot, ê, acute, â, tilde':
      'ô\u0323ê\u0301â\u0303',
  };
  for (const [way, answer] of Object.entries(ways)) {
    it(`passes ${way}`, async () => {
      const { securityCode } = createWorld();
      const { token } = await securityCode.issue({ article });
      assert.equal((await securityCode.check({ token, answer, article })).kind, 'passed', answer);
    });
  }

  it('is wrong when empty, in part, too long, or not digits', async () => {
    const { securityCode } = createWorld();
    for (const answer of ['', '49382', '4938270', 'abcdef', '\uD800', '\0', '-'.repeat(64)]) {
      const { token } = await securityCode.issue({ article });
      const found = await securityCode.check({ token, answer, article });
      assert.deepEqual(found, { kind: 'wrong', form: picture }, JSON.stringify(answer));
    }
  });
});

describe('a token', () => {
  it('is malformed with any of its characters changed, and spends nothing', async () => {
    const { securityCode, spentIds } = createWorld();
    const { token } = await securityCode.issue({ article });
    for (let at = 0; at < token.length; at += 1) {
      const changed = token.slice(0, at) + otherDigit(token.charAt(at)) + token.slice(at + 1);
      const found = await securityCode.check({ token: changed, answer: code, article });
      assert.deepEqual(found, { kind: 'malformed' }, `character ${at}`);
    }
    assert.deepEqual(spentIds, []);
  });

  it('is malformed with any one bit of its bytes flipped', async () => {
    const { securityCode } = createWorld();
    const { token } = await securityCode.issue({ article });
    for (let bit = 0; bit < 72 * 8; bit += 1) {
      const bytes = Buffer.from(token, 'base64url');
      bytes.writeUInt8(bytes.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      const changed = bytes.toString('base64url');
      const found = await securityCode.check({ token: changed, answer: code, article });
      assert.deepEqual(found, { kind: 'malformed' }, `bit ${bit}`);
    }
  });

  it('has one spelling only', async () => {
    // Such a token has a character that the other base64 alphabet spells otherwise.
    const { securityCode } = createWorld();
    let token = '';
    while (!/[-_]/.test(token)) token = (await securityCode.issue({ article })).token;
    const spellings = {
      padding: `${token}=`,
      'line break': `${token}\n`,
      'leading space': ` ${token}`,
      'space within': `${token.slice(0, 48)} ${token.slice(48)}`,
      'plain base64': token.replaceAll('-', '+').replaceAll('_', '/'),
      'a character more': `${token}A`,
      twice: token + token,
    };
    for (const [spelling, changed] of Object.entries(spellings)) {
      const found = await securityCode.check({ token: changed, answer: code, article });
      assert.deepEqual(found, { kind: 'malformed' }, spelling);
    }
    assert.equal((await securityCode.check({ token, answer: code, article })).kind, 'passed');
  });

  it('cannot be put together from two', async () => {
    const { securityCode } = createWorld();
    const one = (await securityCode.issue({ article })).token;
    const two = (await securityCode.issue({ article })).token;
    for (const at of [4, 19, 20, 32, 54, 74]) {
      const token = one.slice(0, at) + two.slice(at);
      const found = await securityCode.check({ token, answer: code, article });
      assert.deepEqual(found, { kind: 'malformed' }, `joined at ${at}`);
    }
  });

  it('is malformed when any part is no string or too long, without an exception', async () => {
    const { securityCode, spentIds } = createWorld();
    const { token } = await securityCode.issue({ article });
    const good = { token, answer: code, article };
    const megabyte = 'ệ'.repeat(2 ** 20);
    for (const part of ['token', 'answer', 'article']) {
      for (const value of [undefined, null, 7, {}, [], megabyte]) {
        const hostile: typeof good = { ...good, [part]: value };
        assert.deepEqual(await securityCode.check(hostile), { kind: 'malformed' }, part);
      }
    }
    for (const hostile of ['', '\uD800', '\0', 'ệ', '.'.repeat(96), 'A'.repeat(96)]) {
      const found = await securityCode.check({ ...good, token: hostile });
      assert.deepEqual(found, { kind: 'malformed' }, JSON.stringify(hostile));
    }
    assert.deepEqual(spentIds, []);
  });
});

describe('rotation of secrets', () => {
  const oldest = randomBytes(32);
  const older = randomBytes(32);
  const newer = randomBytes(32);
  const kidOf = (token: string): number => Buffer.from(token, 'base64url').readUInt8(1);
  const issue = async (used: SecurityCodeOptions['secret']): Promise<CheckRequest> => {
    const { token } = await createWorld({ secret: used }).securityCode.issue({ article });
    return { token, answer: code, article };
  };

  it('opens tokens of the older secret while it is listed, of one given alone too', async () => {
    for (const before of [older, [older]]) {
      const attempt = await issue(before);
      const during = createWorld({ secret: [newer, older] }).securityCode;
      assert.equal((await during.check(attempt)).kind, 'passed');
      const after = createWorld({ secret: [newer] });
      assert.deepEqual(await after.securityCode.check(attempt), { kind: 'malformed' });
      assert.deepEqual(after.spentIds, []);
    }
  });

  it('opens tokens of all secrets after two rotations', async () => {
    const attempts = await Promise.all([oldest, older, newer].map(issue));
    const { securityCode } = createWorld({ secret: [newer, older, oldest] });
    for (const attempt of attempts) {
      assert.equal((await securityCode.check(attempt)).kind, 'passed');
    }
  });

  it('seals with the first: an instance that has only the older one calls it malformed', async () => {
    const attempt = await issue([newer, older]);
    const { securityCode } = createWorld({ secret: newer });
    assert.equal((await securityCode.check(attempt)).kind, 'passed');
    const behind = createWorld({ secret: older });
    assert.deepEqual(await behind.securityCode.check(attempt), { kind: 'malformed' });
    assert.deepEqual(behind.spentIds, []);
  });

  it('refuses nobody while instances take the new secret one by one, be it last at first', async () => {
    const [ready, rotated] = [
      [older, newer],
      [newer, older],
    ] as const;
    for (const [issuing, checking] of [
      [older, ready],
      [ready, older],
      [ready, rotated],
      [rotated, ready],
    ]) {
      const attempt = await issue(issuing!);
      const { securityCode } = createWorld({ secret: checking! });
      assert.equal((await securityCode.check(attempt)).kind, 'passed');
    }
  });

  it('names the key in the token, the same one on all instances', async () => {
    const [first, second] = [await issue(older), await issue([older, newer])];
    assert.equal(kidOf(first.token), kidOf(second.token));
    assert.notEqual(first.token, second.token);
  });

  it('calls a token with the number of no key malformed', async () => {
    const attempt = await issue(newer);
    const bytes = Buffer.from(attempt.token, 'base64url');
    for (let kid = 0; kid < 256; kid += 1) {
      if (kid === kidOf(attempt.token)) continue;
      bytes.writeUInt8(kid, 1);
      const { securityCode } = createWorld({ secret: [newer, older] });
      const found = await securityCode.check({ ...attempt, token: bytes.toString('base64url') });
      assert.deepEqual(found, { kind: 'malformed' }, String(kid));
    }
  });

  it('tells two secrets apart whose keys have the same number', async () => {
    const attempt = await issue(older);
    let twin: Uint8Array = randomBytes(32);
    while (kidOf((await issue(twin)).token) !== kidOf(attempt.token)) twin = randomBytes(32);
    const both = createWorld({ secret: [twin, older] }).securityCode;
    assert.equal((await both.check(attempt)).kind, 'passed');
    const other = createWorld({ secret: twin });
    assert.deepEqual(await other.securityCode.check(attempt), { kind: 'malformed' });
    assert.deepEqual(other.spentIds, []);
  });
});

describe('createSecurityCode', () => {
  const bytes = randomBytes(32);
  const refusals = [
    ['a secret of 31 characters', 'SECRET_TOO_SHORT', { secret: 'x'.repeat(31) }],
    ['a secret of 31 bytes', 'SECRET_TOO_SHORT', { secret: randomBytes(31) }],
    ['a short second secret', 'SECRET_TOO_SHORT', { secret: [bytes, ''] }],
    ['no secrets', 'SECRETS_EMPTY', { secret: [] }],
    ['no kind', 'KINDS_EMPTY', { kinds: [] }],
    ['length 3', 'LENGTH_OUT_OF_RANGE', { length: 3 }],
    ['length 9', 'LENGTH_OUT_OF_RANGE', { length: 9 }],
    ['length NaN', 'LENGTH_OUT_OF_RANGE', { length: Number.NaN }],
    ['no lifetime', 'LIFETIME_OUT_OF_RANGE', { lifetimeSeconds: 0 }],
    ['more than a day', 'LIFETIME_OUT_OF_RANGE', { lifetimeSeconds: 86_401 }],
    ['half a second', 'LIFETIME_OUT_OF_RANGE', { lifetimeSeconds: 1800.5 }],
  ] as const;
  for (const [what, errorCode, options] of refusals) {
    it(`throws ${errorCode} for ${what}`, () => {
      assert.throws(
        () => createWorld(options),
        (error) => error instanceof CaptchaError && error.code === errorCode,
      );
    });
  }

  it('counts the bytes of a secret, not its characters', () => {
    assert.ok(createSecurityCode({ secret: 'ệ'.repeat(11), spent: createMemorySpentStore() }));
  });

  it('refuses to issue for what is no article, and a code from outside that is no code', async () => {
    const { securityCode } = createWorld();
    for (const bad of ['', 'x'.repeat(513)]) {
      await assert.rejects(securityCode.issue({ article: bad }), { code: 'ARTICLE_OUT_OF_RANGE' });
    }
    for (const bad of ['', '12345', '1234567', '12345x', '１２３４５６', '123456\n']) {
      const wrong = createWorld({ newCode: () => bad }).securityCode;
      await assert.rejects(wrong.issue({ article }), { code: 'CODE_MALFORMED' });
    }
  });

  for (const length of [4, 5, 6, 7, 8]) {
    it(`makes codes of ${length} digits`, async () => {
      let asked = 0;
      const digits = '13572468'.slice(0, length);
      const newCode = (wanted: number): string => {
        asked = wanted;
        return digits;
      };
      const { securityCode } = createWorld({ length, newCode });
      const challenge = await securityCode.issue({ article });
      assert.equal(asked, length);
      assert.ok('length' in challenge);
      assert.equal(challenge.length, length);
      const attempt = { token: challenge.token, answer: digits, article };
      assert.equal((await securityCode.check(attempt)).kind, 'passed');
    });
  }
});

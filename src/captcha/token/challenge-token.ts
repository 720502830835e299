/**
 * The sealed token: 72 bytes as 96 characters of base64url.
 *
 * ```
 * version 1 │ kid 1 │ nonce 12 ║ form 1 │ issued at, ms 6 │ lifetime, s 3 │ id 16 │ answer hash 16 ║ tag 16
 * ```
 * Where work is asked for beside a code, the first half of the answer hash is the code's and the second the work's.
 * Between the double bars everything is encrypted (AES-256-GCM); what stands before and the article are
 * associated data. A fixed layout and not a JWE: shorter (a JWE of this takes over 200 characters), no
 * algorithm to choose in the token, and no parser whose leniency two spellings could slip through.
 * 72 is a multiple of 3, so base64url has no spare bits: one token, one spelling.
 *
 * Nonces are random, good for 2^32 tokens a secret (NIST SP 800-38D, 8.3).
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { answerHashBytes } from './answer-hash.ts';
import type { ChallengeKind } from '../../protocol/types.ts';
import type { SpokenLanguage } from '../speech/spoken-language.ts';
import type { KeyRing, TokenKeys } from './token-keys.ts';

/** How one code was put to its reader; the next one can be asked for the same way. */
export interface CodeForm {
  readonly kind: ChallengeKind;
  /** What it was spoken in. */
  readonly lang?: SpokenLanguage;
}

/** What a token holds. */
export interface TokenContent {
  readonly form: CodeForm;
  /** Whether work is asked for beside a code. */
  readonly hasWork: boolean;
  /** Milliseconds since 1970. */
  readonly issuedAtMs: number;
  /** Whole seconds, below 2^24. */
  readonly lifetimeSeconds: number;
  /** {@link idBytes} random bytes; what is spent. */
  readonly id: Uint8Array;
  readonly answerHash: Uint8Array;
}

/** A token that was opened, with the keys it was sealed by. */
export interface OpenedToken extends TokenContent {
  readonly keys: TokenKeys;
}

/** Bytes of a token's id. */
export const idBytes = 16;

/** Characters of a token, all of them base64url. */
export const tokenCharacters = 96;

const version = 1;
/** By their number in the token; 0 is none. */
const forms: readonly (CodeForm | undefined)[] = [
  undefined,
  { kind: 'picture' },
  { kind: 'speech', lang: 'vi' },
  { kind: 'speech', lang: 'en' },
  { kind: 'work' },
];
/** Set in that number where there is work beside the code. */
const workBit = 16;
const cipher = 'aes-256-gcm';
const headBytes = 2;
const nonceBytes = 12;
const contentBytes = 1 + 6 + 3 + idBytes + answerHashBytes;
const sealedAt = headBytes + nonceBytes;
const tagAt = sealedAt + contentBytes;
const spelling = new RegExp(`^[A-Za-z0-9_-]{${tokenCharacters}}$`);

// UTF-16, since UTF-8 makes all lone surrogates one character and so some articles the same.
const associatedData = (head: Uint8Array, article: string): Buffer =>
  Buffer.concat([head, Buffer.from(article, 'utf16le')]);

/** Seals the content for one article. */
export function sealToken(keys: TokenKeys, article: string, content: TokenContent): string {
  const head = Buffer.from([version, keys.kid]);
  const nonce = randomBytes(nonceBytes);
  const times = Buffer.alloc(10);
  const { kind, lang } = content.form;
  const form = forms.findIndex((known) => known?.kind === kind && known.lang === lang);
  times.writeUInt8(form + (content.hasWork ? workBit : 0), 0);
  times.writeUIntBE(content.issuedAtMs, 1, 6);
  times.writeUIntBE(content.lifetimeSeconds, 7, 3);
  const sealing = createCipheriv(cipher, keys.sealing, nonce).setAAD(associatedData(head, article));
  return Buffer.concat([
    head,
    nonce,
    sealing.update(Buffer.concat([times, content.id, content.answerHash])),
    sealing.final(),
    sealing.getAuthTag(),
  ]).toString('base64url');
}

const decrypt = (keys: TokenKeys, article: string, bytes: Buffer): Buffer | undefined => {
  const head = bytes.subarray(0, headBytes);
  const opening = createDecipheriv(cipher, keys.sealing, bytes.subarray(headBytes, sealedAt))
    .setAAD(associatedData(head, article))
    .setAuthTag(bytes.subarray(tagAt));
  const content = opening.update(bytes.subarray(sealedAt, tagAt));
  try {
    opening.final();
    return content;
  } catch {
    return undefined;
  }
};

/** Opens a token, or gives nothing when it was not sealed so for this article by a key of the ring. */
export function openToken(ring: KeyRing, article: string, token: string): OpenedToken | undefined {
  if (!spelling.test(token)) return undefined;
  const bytes = Buffer.from(token, 'base64url');
  if (bytes.readUInt8(0) !== version) return undefined;
  for (const keys of ring.findAll(bytes.readUInt8(1))) {
    const content = decrypt(keys, article, bytes);
    const number = content?.readUInt8(0) ?? 0;
    const form = forms[number % workBit];
    if (content && form) {
      return {
        keys,
        form,
        hasWork: number >= workBit,
        issuedAtMs: content.readUIntBE(1, 6),
        lifetimeSeconds: content.readUIntBE(7, 3),
        id: content.subarray(10, 10 + idBytes),
        answerHash: content.subarray(10 + idBytes),
      };
    }
  }
  return undefined;
}

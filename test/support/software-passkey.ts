import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');
const sha256 = (data: string | Uint8Array): Buffer => createHash('sha256').update(data).digest();

/** CBOR (RFC 8949), as far as WebAuthn needs it: the head of an item. */
const head = (major: number, size: number): Buffer => {
  if (size < 24) return Buffer.from([(major << 5) | size]);
  return size < 256
    ? Buffer.from([(major << 5) | 24, size])
    : Buffer.from([(major << 5) | 25, size >> 8, size & 255]);
};
const cborText = (text: string): Buffer => Buffer.concat([head(3, text.length), Buffer.from(text)]);
const cborBytes = (bytes: Uint8Array): Buffer => Buffer.concat([head(2, bytes.length), bytes]);
const cborInteger = (value: number): Buffer => (value < 0 ? head(1, -1 - value) : head(0, value));
const cborMap = (...items: Buffer[]): Buffer =>
  Buffer.concat([head(5, items.length / 2), ...items]);

/** What a page would hand over of `PublicKeyCredential.toJSON()`, by an authenticator made of software. */
export interface SoftwarePasskey {
  create(challenge: string, changes?: PasskeyChanges): object;
  get(challenge: string, changes?: PasskeyChanges): object;
}

/** What goes wrong in a test. */
export interface PasskeyChanges {
  readonly origin?: string;
  readonly rpId?: string;
  /** Without a fingerprint, a face or a PIN. */
  readonly isUnverified?: boolean;
}

/** An authenticator with one key (P-256, no attestation). */
export function createSoftwarePasskey(pageOrigin: string): SoftwarePasskey {
  const id = randomBytes(32);
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  let counter = 0;

  const cose = cborMap(
    ...[cborInteger(1), cborInteger(2), cborInteger(3), cborInteger(-7)],
    ...[cborInteger(-1), cborInteger(1), cborInteger(-2), cborBytes(Buffer.from(x, 'base64url'))],
    ...[cborInteger(-3), cborBytes(Buffer.from(y, 'base64url'))],
  );

  const dataOf = (changes: PasskeyChanges, attested: Buffer = Buffer.alloc(0)): Buffer => {
    counter += 1;
    const count = Buffer.alloc(4);
    count.writeUInt32BE(counter);
    const flags = 1 | (changes.isUnverified ? 0 : 4) | (attested.length > 0 ? 64 : 0);
    const rpId = changes.rpId ?? new URL(pageOrigin).hostname;
    return Buffer.concat([sha256(rpId), Buffer.from([flags]), count, attested]);
  };
  const clientData = (type: string, challenge: string, changes: PasskeyChanges): Buffer =>
    Buffer.from(
      JSON.stringify({ type, challenge, origin: changes.origin ?? pageOrigin, crossOrigin: false }),
    );
  const answer = (response: object): object => ({
    id: base64(id),
    rawId: base64(id),
    type: 'public-key',
    clientExtensionResults: {},
    response,
  });

  return {
    create(challenge, changes = {}) {
      const size = Buffer.from([id.length >> 8, id.length & 255]);
      const authData = dataOf(changes, Buffer.concat([Buffer.alloc(16), size, id, cose]));
      const attestation = cborMap(
        ...[cborText('fmt'), cborText('none'), cborText('attStmt'), cborMap()],
        ...[cborText('authData'), cborBytes(authData)],
      );
      return answer({
        clientDataJSON: base64(clientData('webauthn.create', challenge, changes)),
        attestationObject: base64(attestation),
        transports: ['internal'],
      });
    },
    get(challenge, changes = {}) {
      const authenticatorData = dataOf(changes);
      const client = clientData('webauthn.get', challenge, changes);
      const signature = sign(
        'sha256',
        Buffer.concat([authenticatorData, sha256(client)]),
        privateKey,
      );
      return answer({
        clientDataJSON: base64(client),
        authenticatorData: base64(authenticatorData),
        signature: base64(signature),
      });
    },
  };
}

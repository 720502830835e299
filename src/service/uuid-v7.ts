import { randomBytes } from 'node:crypto';

const maxCounter = 0xfff;

const randomBytesPerId = 10;
/** Random bytes are drawn for many ids at once: a draw asks the system, and costs more than all the rest of an id. */
const idsPerDraw = 64;

const format = (hex: string): string =>
  [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join(
    '-',
  );

/**
 * A generator of UUIDv7 (RFC 9562, 5.7) whose ids sort in the order they were made, also within a
 * millisecond and when the clock goes back (6.2, method 1: a counter in the 12 bits after the version).
 * @param now Clock in milliseconds since 1970.
 */
export function createUuidV7(now: () => number = Date.now): () => string {
  let lastMs = 0;
  let counter = 0;
  let drawn = Buffer.alloc(0);
  const draw = (): Buffer => {
    if (drawn.length === 0) drawn = randomBytes(randomBytesPerId * idsPerDraw);
    const random = drawn.subarray(0, randomBytesPerId);
    drawn = drawn.subarray(randomBytesPerId);
    return random;
  };
  return () => {
    const random = draw();
    const ms = Math.floor(now());
    if (ms > lastMs) {
      lastMs = ms;
      // The upper half stays free to be counted into.
      counter = random.readUInt16BE(0) & (maxCounter >> 1);
    } else if (counter < maxCounter) {
      counter += 1;
    } else {
      lastMs += 1;
      counter = 0;
    }
    const bytes = Buffer.alloc(16);
    bytes.writeUIntBE(lastMs, 0, 6);
    bytes.writeUInt16BE(0x7000 | counter, 6);
    random.copy(bytes, 8, 2);
    bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
    return format(bytes.toString('hex'));
  };
}

/** What sorts before every id of a millisecond and behind those before it, so that a span of time is a span of ids. */
export const uuidV7Bound = (ms: number): string => {
  const hex = Math.max(0, Math.floor(ms)).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}`;
};

/** The millisecond an id of this kind was made in. */
export const msOfUuidV7 = (id: string): number =>
  Number.parseInt(id.slice(0, 13).replace('-', ''), 16);

/**
 * Whether a header's value is taken as an `Idempotency-Key`: 1–255 visible ASCII characters, opaque to the service.
 * Two headers arrive as one value with a comma and a space, and are none.
 */
export const isIdempotencyKey = (value: string): boolean => /^[!-~]{1,255}$/.test(value);

/**
 * Text of strangers for a terminal: control characters (C0, C1) and bidi controls, which could move the cursor,
 * change colours or reverse what is read, become spaces; everything stays on one line.
 */
export const toTerminalLine = (text: string): string =>
  text.replaceAll(/[\p{Cc}\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]+/gu, ' ').trim();

/** The same for JSON, where nothing may be lost: such characters are written as escapes. */
export const toTerminalJson = (value: unknown): string =>
  JSON.stringify(value).replaceAll(
    /[\p{Cc}\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

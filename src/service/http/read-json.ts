import { measureJsonDepth } from './json-depth.ts';
import { readBody } from './read-body.ts';

/** What came of reading a JSON body. */
export type JsonBody =
  | { readonly kind: 'object'; readonly value: object }
  | { readonly kind: 'refused'; readonly code: 'too-large' | 'not-json' };

/** The contract nests three deep; the rest is room for later versions. */
const maxDepth = 32;

const notJson: JsonBody = { kind: 'refused', code: 'not-json' };

const parseObject = (bytes: Uint8Array): JsonBody => {
  try {
    const json = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (measureJsonDepth(json) > maxDepth) return notJson;
    const value: unknown = JSON.parse(json);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return notJson;
    return { kind: 'object', value };
  } catch {
    return notJson;
  }
};

/** Reads the JSON object in a body of at most `maxBytes` bytes. */
export async function readJson(request: Request, maxBytes: number): Promise<JsonBody> {
  try {
    const bytes = await readBody(request, maxBytes);
    return bytes ? parseObject(bytes) : { kind: 'refused', code: 'too-large' };
  } catch {
    // The sender broke off. That is no failure of ours, or everybody could fill the log.
    return notJson;
  }
}

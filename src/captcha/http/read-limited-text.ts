/** What came of reading a body: its text, or why not. */
export type LimitedText =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'not-utf-8' };

/**
 * Reads a body as UTF-8, of at most `maxBytes` bytes. Stops at the first byte too many, as
 * `Content-Length` may be absent or a lie.
 */
export async function readLimitedText(request: Request, maxBytes: number): Promise<LimitedText> {
  if (Number(request.headers.get('content-length')) > maxBytes) return { kind: 'too-large' };
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of request.body ?? []) {
    bytes += chunk.byteLength;
    // Leaving the loop cancels the stream.
    if (bytes > maxBytes) return { kind: 'too-large' };
    chunks.push(chunk);
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
    return { kind: 'text', text };
  } catch {
    return { kind: 'not-utf-8' };
  }
}

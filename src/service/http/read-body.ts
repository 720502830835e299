/** The size a request gives itself, where it does. */
const statedBytes = ({ headers }: Request): number | undefined => {
  const length = headers.get('content-length');
  return length === null ? undefined : Number(length);
};

const readCounted = async (
  body: ReadableStream<Uint8Array>,
  maxBytes: number,
): Promise<Uint8Array | undefined> => {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.byteLength;
    // Leaving the loop cancels the stream.
    if (bytes > maxBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
};

/**
 * Reads a body of at most `maxBytes` bytes; nothing when it is larger. Where a request says that it is, not a byte is
 * read; where it says nothing, the bytes are counted as they come.
 */
export async function readBody(
  request: Request,
  maxBytes: number,
): Promise<Uint8Array | undefined> {
  const stated = statedBytes(request);
  if (stated !== undefined && stated > maxBytes) return undefined;
  // HTTP servers hold a body to the size it states, and hand it over as one piece for a fraction of what a stream
  // costs. A request that was made by code may still hold more.
  if (stated === undefined && request.body) return readCounted(request.body, maxBytes);
  const bytes = new Uint8Array(await request.arrayBuffer());
  return bytes.byteLength > maxBytes ? undefined : bytes;
}

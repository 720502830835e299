import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { constants, gzipSync } from 'node:zlib';

/** The files pages name themselves; all others carry a hash of what they hold in their name. */
const entryFiles: ReadonlySet<string> = new Set([
  'reader-comments.js',
  'reader-comments.classic.js',
  'reader-comments.desk.js',
]);

// No slash and no two dots in a row: such a name cannot leave the folder (S19).
const fileName = /^\/(reader-comments(?:\.[\w-]+)*\.js)$/;

interface BrowserFile {
  readonly plain: Uint8Array<ArrayBuffer>;
  readonly gzip: Uint8Array<ArrayBuffer>;
  readonly etag: string;
}

const compress = (plain: Uint8Array<ArrayBuffer>): BrowserFile => ({
  plain,
  gzip: new Uint8Array(gzipSync(plain, { level: constants.Z_BEST_COMPRESSION })),
  etag: createHash('sha256').update(plain).digest('base64url').slice(0, 22),
});

const acceptsGzip = (request: Request): boolean =>
  /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/.test(request.headers.get('accept-encoding') ?? '');

/** The browser's file a path names, for {@link createBrowserFiles}; nothing for any other path. */
export const findBrowserFile = (path: string): string | undefined => fileName.exec(path)?.[1];

/**
 * Serves the built browser files of a folder: `/reader-comments.js`, its chunks and the classic build, to pages of
 * any origin, compressed where the browser takes it. Entry files are asked for anew each time, chunks are kept for good.
 * @returns The answer, or nothing when there is no such file.
 */
export function createBrowserFiles(
  folder: URL,
): (file: string, request: Request) => Promise<Response | undefined> {
  const known = new Map<string, BrowserFile>();

  const read = async (file: string): Promise<BrowserFile | undefined> => {
    const plain = await readFile(new URL(file, folder)).catch(() => undefined);
    if (!plain) return undefined;
    const last = known.get(file);
    if (last && plain.equals(last.plain)) return last;
    const fresh = compress(new Uint8Array(plain));
    known.set(file, fresh);
    return fresh;
  };

  return async (file, request) => {
    const found = await read(file);
    if (!found) return undefined;
    const isCompressed = acceptsGzip(request);
    const etag = `"${found.etag}${isCompressed ? '-gzip' : ''}"`;
    const headers = {
      'Content-Type': 'text/javascript; charset=utf-8',
      'Cache-Control': entryFiles.has(file)
        ? 'public, no-cache'
        : 'public, max-age=31536000, immutable',
      // Module scripts are fetched with CORS.
      'Access-Control-Allow-Origin': '*',
      Vary: 'Accept-Encoding',
      ETag: etag,
    };
    const isKnown = request.headers.get('if-none-match')?.includes(etag) ?? false;
    if (isKnown) return new Response(null, { status: 304, headers });
    const body = request.method === 'HEAD' ? null : isCompressed ? found.gzip : found.plain;
    return new Response(body, {
      headers: { ...headers, ...(isCompressed && { 'Content-Encoding': 'gzip' }) },
    });
  };
}

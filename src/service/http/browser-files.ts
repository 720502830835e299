import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';

/** The two files pages name themselves; all others carry a hash of what they hold in their name. */
const entryFiles: ReadonlySet<string> = new Set([
  'reader-comments.js',
  'reader-comments.classic.js',
]);

// No slash and no two dots in a row: such a name cannot leave the folder (S19).
const fileName = /^\/(reader-comments(?:\.[\w-]+)*\.js)$/;

const etagOf = (body: Uint8Array): string =>
  `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;

/** The browser's file a path names, for {@link createBrowserFiles}; nothing for any other path. */
export const findBrowserFile = (path: string): string | undefined => fileName.exec(path)?.[1];

/**
 * Serves the built browser files of a folder: `/reader-comments.js`, its chunks and the classic build, to pages of
 * any origin. Entry files are asked for anew each time, chunks are kept for good.
 * @returns The answer, or nothing when there is no such file.
 */
export function createBrowserFiles(
  folder: URL,
): (file: string, request: Request) => Promise<Response | undefined> {
  return async (file, request) => {
    const body = await readFile(new URL(file, folder)).catch(() => undefined);
    if (!body) return undefined;
    const etag = etagOf(body);
    const headers = {
      'Content-Type': 'text/javascript; charset=utf-8',
      'Cache-Control': entryFiles.has(file)
        ? 'public, no-cache'
        : 'public, max-age=31536000, immutable',
      // Module scripts are fetched with CORS.
      'Access-Control-Allow-Origin': '*',
      ETag: etag,
    };
    const isKnown = request.headers.get('if-none-match')?.includes(etag) ?? false;
    if (isKnown) return new Response(null, { status: 304, headers });
    return new Response(request.method === 'HEAD' ? null : new Uint8Array(body), { headers });
  };
}

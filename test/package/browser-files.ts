import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

/** Where the build puts its files. */
export const builtFolder: string = fileURLToPath(new URL('../../dist/', import.meta.url));

/** One built file that pages load. */
export interface BrowserFile {
  readonly name: string;
  /** What it weighs on the way: gzip level 9, in bytes. */
  readonly gzipBytes: number;
  /** For the attribute `integrity` of a script tag. */
  readonly integrity: string;
}

/**
 * All built files that pages load: the first file, its chunks and the classic build.
 * @throws Error where nothing has been built.
 */
export function readBrowserFiles(): readonly BrowserFile[] {
  return readdirSync(builtFolder)
    .filter((name) => /^reader-comments\.(?:.+\.)?js$/.test(name))
    .map((name) => {
      const body = readFileSync(new URL(`../../dist/${name}`, import.meta.url));
      return {
        name,
        gzipBytes: gzipSync(body, { level: 9 }).length,
        integrity: `sha384-${createHash('sha384').update(body).digest('base64')}`,
      };
    });
}

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

const readFiles = (folder: URL): readonly BrowserFile[] =>
  readdirSync(folder)
    .filter((name) => /^reader-comments\.(?:.+\.)?js$/.test(name))
    .map((name) => {
      const body = readFileSync(new URL(name, folder));
      return {
        name,
        gzipBytes: gzipSync(body, { level: 9 }).length,
        integrity: `sha384-${createHash('sha384').update(body).digest('base64')}`,
      };
    });

/**
 * The files of the newsroom's desk, which no reader loads.
 * @throws Error where nothing has been built.
 */
export const readDeskFiles = (): readonly BrowserFile[] =>
  readFiles(new URL('../../dist/desk/', import.meta.url));

/**
 * All built files that pages load: the first file, its chunks and the classic build.
 * @throws Error where nothing has been built.
 */
export function readBrowserFiles(): readonly BrowserFile[] {
  return readFiles(new URL('../../dist/', import.meta.url));
}

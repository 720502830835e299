import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

const isFolder = (path: string): boolean =>
  statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

/**
 * Makes a folder, and those above it, where they are missing. Step by step, for `mkdirSync` with `recursive` tries for
 * ever where the folder above is there and yet takes none, such as `/proc`.
 * @param mode Permissions of each folder that is made, less the process's `umask`.
 * @throws the system's error.
 */
export function makeFolder(folder: string, mode = 0o777): void {
  if (isFolder(folder)) return;
  const above = dirname(folder);
  if (above !== folder) makeFolder(above, mode);
  try {
    mkdirSync(folder, { mode });
  } catch (error) {
    // Another process that starts at the same time may have been first.
    if (!isFolder(folder)) throw error;
  }
}

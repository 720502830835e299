import { accessSync, constants } from 'node:fs';
import { ConfigurationError } from './configuration-error.ts';
import { makeFolder } from './make-folder.ts';

/**
 * Makes the data folder where it is missing, for its owner alone: it holds readers' addresses and the secret.
 * @throws {ConfigurationError} `DATA_FOLDER_UNWRITABLE`.
 */
export function prepareDataFolder(folder: string): void {
  try {
    makeFolder(folder, 0o700);
    accessSync(folder, constants.W_OK);
  } catch (cause) {
    throw new ConfigurationError(
      'DATA_FOLDER_UNWRITABLE',
      `The data folder ${folder} cannot be written to; give it the right owner or choose another one with --data or READER_COMMENTS_DATA.`,
      { cause },
    );
  }
}

/** The built browser files: as many steps up from `src` as from `dist`, where the command line is one file in this folder. */
export const browserFiles: URL = new URL('../../dist/', import.meta.url);

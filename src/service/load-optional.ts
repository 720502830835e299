import { ConfigurationError } from './configuration-error.ts';

/**
 * Loads what only some services have installed; `remedy` says what to install, or how to do without.
 * @throws {ConfigurationError} `LIBRARY_MISSING` with that sentence; what else goes wrong is thrown as it is.
 */
export async function loadOptional<T>(load: () => Promise<T>, remedy: string): Promise<T> {
  try {
    return await load();
  } catch (cause) {
    const isMissing =
      cause instanceof Error && Reflect.get(cause, 'code') === 'ERR_MODULE_NOT_FOUND';
    throw isMissing ? new ConfigurationError('LIBRARY_MISSING', remedy, { cause }) : cause;
  }
}

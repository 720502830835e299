import { type AddDeskApi, addDeskRoutes } from './add-desk-routes.ts';
import type { Desk } from './desk.ts';
import { type DeskSignInOptions, openDeskSignIn } from './open-desk-sign-in.ts';

/** Settings of {@link openDesk}. */
export interface OpenDeskOptions extends DeskSignInOptions {
  /** What the desk can do beside telling who is signed in. */
  readonly addApi?: readonly AddDeskApi[];
}

/**
 * Opens the desk on the database of the comments.
 * @throws {ConfigurationError} `LIBRARY_MISSING` or `SECRET_TOO_SHORT`.
 */
export async function openDesk({ addApi = [], ...options }: OpenDeskOptions): Promise<Desk> {
  const signIn = await openDeskSignIn(options);
  return {
    addRoutes: (routes) => addDeskRoutes(routes, { signIn, log: options.log, addApi }),
    close: () => signIn.close(),
  };
}

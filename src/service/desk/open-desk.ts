import { addDeskRoutes } from './add-desk-routes.ts';
import { createDeskApi } from './create-desk-api.ts';
import type { Desk } from './desk.ts';
import { type DeskSignInOptions, openDeskSignIn } from './open-desk-sign-in.ts';

/**
 * Opens the desk on the database of the comments.
 * @throws {ConfigurationError} `LIBRARY_MISSING` or `SECRET_TOO_SHORT`.
 */
export async function openDesk(options: DeskSignInOptions): Promise<Desk> {
  const signIn = await openDeskSignIn(options);
  return {
    addRoutes: (routes, work) =>
      addDeskRoutes(routes, {
        signIn,
        log: options.log,
        page: work,
        addApi: createDeskApi(work),
      }),
    async describe() {
      const { describeDesk } = await import('./openapi/describe-desk.ts');
      return describeDesk();
    },
    close: () => signIn.close(),
  };
}

import type { Kysely } from 'kysely';
import { describeError, type ServiceLog } from '../service-log.ts';
import type { Tables } from '../store/tables.ts';
import type { Auth } from './create-auth.ts';
import type { SignInLibrary } from './sign-in-library.ts';

/** What {@link renewEncryption} works with. */
export interface RenewEncryptionOptions {
  readonly auth: Auth;
  readonly db: Kysely<Tables>;
  readonly library: SignInLibrary;
  readonly log: ServiceLog;
}

/**
 * Encrypts second steps by the secret in use now, while older ones are still known: when those are let go after a
 * rotation, no editor is locked out.
 */
export async function renewEncryption(options: RenewEncryptionOptions): Promise<void> {
  const { auth, db, library, log } = options;
  const { secretConfig: key } = await auth.$context;
  if (typeof key === 'string') return;
  const current = `$ba$${key.currentVersion}$`;
  const old = await db
    .selectFrom('editor_second_steps')
    .select(['id', 'secret', 'backupCodes'])
    .where('secret', 'not like', `${current}%`)
    .execute();
  const renew = async (data: string): Promise<string> =>
    library.symmetricEncrypt({ key, data: await library.symmetricDecrypt({ key, data }) });
  for (const { id, ...texts } of old) {
    try {
      const values = {
        // One after the other: there are as many as editors.
        // oxlint-disable-next-line no-await-in-loop
        secret: await renew(texts.secret),
        // oxlint-disable-next-line no-await-in-loop
        backupCodes: await renew(texts.backupCodes),
      };
      // oxlint-disable-next-line no-await-in-loop
      await db
        .updateTable('editor_second_steps')
        .set(values)
        .where('id', '=', id)
        .where('secret', '=', texts.secret)
        .execute();
    } catch (error) {
      log(
        `A second step was made by a secret that is gone: ${describeError(error)}; use "editor reset".`,
      );
    }
  }
}

import { randomUUID } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import type { EditorRole } from '../../protocol/desk.ts';
import type { Tables } from '../store/tables.ts';
import { createOneTimeToken, hashOneTimeToken } from './one-time-token.ts';

/** How far an editor has come. */
export type EditorState = 'invited' | 'link-expired' | 'second-step-missing' | 'ready';

/** An editor as the command line lists them. */
export interface ListedEditor {
  readonly name: string;
  readonly email: string;
  readonly role: EditorRole;
  readonly state: EditorState;
}

/** Who is behind a one-time link. */
export interface WelcomedEditor {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

/** Who may work at the desk. Editors are named by their email, in any case. */
export interface Editors {
  /** @returns The token of a one-time link; nothing where the email has an editor already. */
  add(editor: Omit<ListedEditor, 'state'>): Promise<string | undefined>;
  list(): Promise<readonly ListedEditor[]>;
  /** Counts from the editor's next request on. */
  setRole(email: string, role: EditorRole): Promise<boolean>;
  /** Takes password, second steps and sessions away. @returns The token of a new one-time link. */
  reset(email: string): Promise<string | undefined>;
  /** What was done under the name stays in the audit log. */
  remove(email: string): Promise<boolean>;
  /** Whose link it is, while it is good. */
  findWelcome(token: string): Promise<WelcomedEditor | undefined>;
  /** Sets the first password and uses up the link, in one step. */
  acceptWelcome(token: string, passwordHash: string): Promise<WelcomedEditor | undefined>;
}

/** What {@link createEditors} works with. */
export interface EditorsOptions {
  readonly db: Kysely<Tables>;
  /** Clock in milliseconds since 1970. Default `Date.now`. */
  readonly now?: () => number;
}

const linkLifeMs = 24 * 60 * 60 * 1000;

/** Emails as they are kept and compared. */
export const editorEmail = (email: string): string => email.trim().toLowerCase();

const dropAccess = async (db: Transaction<Tables>, userId: string): Promise<void> => {
  await db.deleteFrom('editor_sessions').where('userId', '=', userId).execute();
  await db.deleteFrom('editor_accounts').where('userId', '=', userId).execute();
  await db.deleteFrom('editor_second_steps').where('userId', '=', userId).execute();
  await db.deleteFrom('editor_passkeys').where('userId', '=', userId).execute();
  await db.deleteFrom('editor_welcomes').where('userId', '=', userId).execute();
  // Half a sign-in, which a password that is gone began.
  await db.deleteFrom('editor_verifications').where('value', '=', userId).execute();
  await db.updateTable('editors').set({ twoFactorEnabled: 0 }).where('id', '=', userId).execute();
};

const findId = async (
  transaction: Transaction<Tables>,
  email: string,
): Promise<string | undefined> =>
  (
    await transaction
      .selectFrom('editors')
      .select('id')
      .where('email', '=', editorEmail(email))
      .executeTakeFirst()
  )?.id;

/** The editors in the database of the comments. */
export function createEditors({ db, now = Date.now }: EditorsOptions): Editors {
  const at = (ms = now()): string => new Date(ms).toISOString();

  const invite = async (transaction: Transaction<Tables>, userId: string): Promise<string> => {
    const token = createOneTimeToken();
    await transaction
      .insertInto('editor_welcomes')
      .values({ hash: hashOneTimeToken(token), userId, expiresAt: at(now() + linkLifeMs) })
      .execute();
    return token;
  };

  const goodWelcome = (on: Kysely<Tables>, token: string) =>
    on
      .selectFrom('editor_welcomes')
      .innerJoin('editors', 'editors.id', 'editor_welcomes.userId')
      .select(['editors.id', 'editors.name', 'editors.email'])
      .where('hash', '=', hashOneTimeToken(token))
      .where('expiresAt', '>', at())
      .executeTakeFirst();

  return {
    add: ({ name, email, role }) =>
      db.transaction().execute(async (transaction) => {
        if ((await findId(transaction, email)) !== undefined) return undefined;
        const id = randomUUID();
        const time = at();
        await transaction
          .insertInto('editors')
          .values({
            id,
            name,
            email: editorEmail(email),
            // Nothing is ever mailed: whoever runs the service says whose it is.
            emailVerified: 1,
            role,
            twoFactorEnabled: 0,
            createdAt: time,
            updatedAt: time,
            image: null,
          })
          .execute();
        return invite(transaction, id);
      }),

    async list() {
      const rows = await db
        .selectFrom('editors')
        .select(['name', 'email', 'role', 'twoFactorEnabled'])
        .select((builder) => [
          builder
            .selectFrom('editor_accounts')
            .select(({ fn }) => fn.countAll<number>().as('count'))
            .whereRef('userId', '=', 'editors.id')
            .as('passwords'),
          builder
            .selectFrom('editor_passkeys')
            .select(({ fn }) => fn.countAll<number>().as('count'))
            .whereRef('userId', '=', 'editors.id')
            .as('passkeys'),
          builder
            .selectFrom('editor_welcomes')
            .select(({ fn }) => fn.countAll<number>().as('count'))
            .whereRef('userId', '=', 'editors.id')
            .where('expiresAt', '>', at())
            .as('links'),
        ])
        .orderBy('createdAt')
        .orderBy('email')
        .execute();
      return rows.map(({ name, email, role, ...row }) => {
        const isReady = Boolean(row.twoFactorEnabled) || Number(row.passkeys) > 0;
        const waiting: EditorState = Number(row.links) > 0 ? 'invited' : 'link-expired';
        const begun: EditorState = isReady ? 'ready' : 'second-step-missing';
        return { name, email, role, state: Number(row.passwords) > 0 ? begun : waiting };
      });
    },

    async setRole(email, role) {
      const { numUpdatedRows } = await db
        .updateTable('editors')
        .set({ role, updatedAt: at() })
        .where('email', '=', editorEmail(email))
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },

    reset: (email) =>
      db.transaction().execute(async (transaction) => {
        const id = await findId(transaction, email);
        if (id === undefined) return undefined;
        await dropAccess(transaction, id);
        return invite(transaction, id);
      }),

    remove: (email) =>
      db.transaction().execute(async (transaction) => {
        const id = await findId(transaction, email);
        if (id === undefined) return false;
        await dropAccess(transaction, id);
        await transaction.deleteFrom('editors').where('id', '=', id).execute();
        return true;
      }),

    findWelcome: (token) => goodWelcome(db, token),

    acceptWelcome: (token, passwordHash) =>
      db.transaction().execute(async (transaction) => {
        const editor = await goodWelcome(transaction, token);
        // Used up before anything else: of two at the same time, only one takes the row away.
        const { numDeletedRows } = await transaction
          .deleteFrom('editor_welcomes')
          .where('hash', '=', hashOneTimeToken(token))
          .executeTakeFirst();
        if (!editor || numDeletedRows === 0n) return undefined;
        await dropAccess(transaction, editor.id);
        const time = at();
        await transaction
          .insertInto('editor_accounts')
          .values({
            id: randomUUID(),
            userId: editor.id,
            accountId: editor.id,
            providerId: 'credential',
            password: passwordHash,
            createdAt: time,
            updatedAt: time,
          })
          .execute();
        return editor;
      }),
  };
}

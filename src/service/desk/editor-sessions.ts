import type { Kysely } from 'kysely';
import type { Tables } from '../store/tables.ts';

/** A session as its editor sees it; its token is never shown. */
export interface ListedSession {
  readonly id: string;
  readonly createdAt: string;
  readonly expiresAt: string;
  /** As the browser named itself. */
  readonly userAgent: string;
}

/** The sessions of the editors, which `better-auth` begins. */
export interface EditorSessions {
  /** Newest first, those that are over not among them. */
  list(editorId: string): Promise<readonly ListedSession[]>;
  end(editorId: string, id: string): Promise<boolean>;
  /** Ends all but one. */
  endOthers(editorId: string, id: string): Promise<void>;
  /** Says that more than a password was shown in it. */
  raise(id: string): Promise<void>;
}

/** The sessions in the database of the comments. */
export function createEditorSessions(db: Kysely<Tables>, now: () => number): EditorSessions {
  return {
    async list(editorId) {
      const rows = await db
        .selectFrom('editor_sessions')
        .select(['id', 'createdAt', 'expiresAt', 'userAgent'])
        .where('userId', '=', editorId)
        .where('expiresAt', '>', new Date(now()).toISOString())
        .orderBy('createdAt', 'desc')
        .execute();
      return rows.map(({ userAgent, ...row }) => ({ ...row, userAgent: userAgent ?? '' }));
    },

    async end(editorId, id) {
      const { numDeletedRows } = await db
        .deleteFrom('editor_sessions')
        .where('userId', '=', editorId)
        .where('id', '=', id)
        .executeTakeFirst();
      return numDeletedRows > 0n;
    },

    async endOthers(editorId, id) {
      await db
        .deleteFrom('editor_sessions')
        .where('userId', '=', editorId)
        .where('id', '!=', id)
        .execute();
    },

    async raise(id) {
      await db.updateTable('editor_sessions').set({ secondStep: 1 }).where('id', '=', id).execute();
    },
  };
}

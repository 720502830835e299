import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import * as z from 'zod';
import type { DeskComment, EditorRole } from '../../src/protocol/desk.ts';
import {
  type DeskBrowser,
  openTestDesk,
  type TestDesk,
  type TestDeskOptions,
} from './desk-fixture.ts';
import { readPage } from './service-fixture.ts';

/** What tests look at of a comment at the desk. */
export const commentSchema: z.ZodType<DeskComment> = z.looseObject({
  id: z.string(),
  version: z.number(),
  status: z.string(),
  content: z.string(),
}) as unknown as z.ZodType<DeskComment>;

const changeSchema = z.strictObject({ comment: commentSchema, undo: z.string().exactOptional() });

/** What an editor's change of a comment answers. */
export type Change = z.infer<typeof changeSchema>;

/** The answer to a change that has to be a success. */
export const readChange = async (response: Response): Promise<Change> => {
  assert.equal(response.status, 200, await response.clone().text());
  return changeSchema.parse(await response.json());
};

/** A desk with an editor at it, and readers who write. */
export interface Newsroom {
  readonly desk: TestDesk;
  readonly editor: DeskBrowser;
  /** Sends a comment as a reader. @returns Its id. */
  readonly write: (content: string, changes?: object) => Promise<string>;
  readonly decide: (id: string, body: object, by?: DeskBrowser) => Promise<Response>;
  /** Publishes a comment. */
  readonly publish: (id: string) => Promise<Change>;
  /** What readers see. */
  readonly published: () => Promise<readonly { readonly id: string; readonly content: string }[]>;
}

/** Opens a desk at which an editor of a role is signed in. */
export const openNewsroom = async (
  t: TestContext,
  role: EditorRole = 'editor',
  options: TestDeskOptions = {},
): Promise<Newsroom> => {
  const desk = await openTestDesk(t, options);
  const editor = await desk.atDesk(role);
  const ask = (path: string, init?: RequestInit): Promise<Response> =>
    desk.service.fetch(new Request(`https://paper.test/comments${path}`, init));
  const decide = (id: string, body: object, by = editor): Promise<Response> =>
    by.send('POST', `/api/comments/${id}/decision`, body);
  return {
    desk,
    editor,
    decide,
    async write(content, changes = {}) {
      const response = await ask('', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          article: 'bai-1',
          name: 'Nguyễn Văn An',
          email: 'an@example.vn',
          content,
          ...changes,
        }),
      });
      assert.ok(response.ok, await response.clone().text());
      return z.object({ id: z.string() }).parse(await response.json()).id;
    },
    publish: async (id) => readChange(await decide(id, { version: 0, decision: 'publish' })),
    published: async () => (await readPage(await ask('?article=bai-1'))).comments,
  };
};

/** Who has done what, and what is noted of it: the audit log from its beginning. */
export const auditOf = async ({ db }: Pick<TestDesk, 'db'>) =>
  (await db.selectFrom('audit_log').selectAll().orderBy('number').execute()).map(
    ({ who, action, note }) => [who, action, note],
  );

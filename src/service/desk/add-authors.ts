import type { Hono } from 'hono';
import type { AuthorCard } from '../../protocol/desk.ts';
import { authorSchema } from '../../protocol/schemas-of-desk.ts';
import type { CommentStore } from '../store/comment-store.ts';
import { actorOf } from './add-comment-writes.ts';
import { deskAnswer } from './desk-answer.ts';
import { deskProblem } from './desk-problem.ts';
import type { DeskEnvironment, EditorRule } from './editor-rule.ts';
import { readDeskBody } from './read-desk-body.ts';

/** Adds how the newsroom treats those who write (M-8); what is written down of them is their key, never an email. */
export function addAuthors(
  api: Hono<DeskEnvironment>,
  editorRule: EditorRule,
  { store }: { readonly store: CommentStore },
): void {
  api.put('/authors/:key{[\\w-]{43}}', editorRule('admin'), async (context) => {
    const body = await readDeskBody(context.req.raw, authorSchema);
    if (body.kind === 'refused') return body.response;
    const key = context.req.param('key');
    const { standing, until } = body.value;
    const { comments } = await store.listByAuthor({ author: key, limit: 1 });
    if (comments.length === 0) return deskProblem('not-found');
    const note = `${key} ${standing}${until === undefined ? '' : ` until ${until}`}`;
    await store.transaction(async (transaction) => {
      await transaction.setStandingOfAuthor(key, { standing, until: until ?? null });
      await transaction.audit({ ...actorOf(context.get('editor')), action: 'author', note });
    });
    return deskAnswer({
      key,
      standing,
      ...(until !== undefined && { until }),
    } satisfies Pick<AuthorCard, 'key' | 'standing' | 'until'>);
  });
}

import type { Hono } from 'hono';
import type { DeskWords, DeskWordsConflict, DeskWordTest } from '../../protocol/desk-words.ts';
import { wordsSchema, wordTestSchema } from '../../protocol/schemas-of-desk-words.ts';
import { normalizeText } from '../../text/normalize-text.ts';
import type { CommentStore } from '../store/comment-store.ts';
import { changeSiteWords, findTooShort } from '../words/change-site-words.ts';
import { changeWords } from '../words/merge-words.ts';
import type { DeskWork } from './desk.ts';
import { actorOf } from './add-comment-writes.ts';
import { deskAnswer } from './desk-answer.ts';
import { deskProblem } from './desk-problem.ts';
import type { DeskEnvironment, EditorRule } from './editor-rule.ts';
import { readDeskBody } from './read-desk-body.ts';

/** Room for as many entries as one change may name, each as long as it may be. */
const maxBytes = 1024 * 1024;

const byText = new Intl.Collator('vi');

const tooShort = (words: readonly string[]): Response =>
  deskProblem('invalid-fields', { errors: [{ field: 'add', code: 'too-short' }], words });

/** Adds the newsroom's words: to read, to try on a text, and to change (T-13, L-14). */
export function addWords(
  api: Hono<DeskEnvironment>,
  editorRule: EditorRule,
  {
    store,
    words,
    rechecks,
  }: Pick<DeskWork, 'words' | 'rechecks'> & { readonly store: CommentStore },
): void {
  const read = async (): Promise<DeskWords> => {
    const [{ version, entries }, latest] = await Promise.all([
      store.listWords(),
      store.findLatestRecheck(),
    ]);
    const { ban, suspect } = words.own;
    const own = { ban: ban.length, suspect: suspect.length };
    const sorted = entries.toSorted((one, other) => byText.compare(one.text, other.text));
    if (!latest) return { version, entries: sorted, own };
    const { startedAt, endedAt, checked, found } = latest;
    return { version, entries: sorted, own, recheck: { startedAt, endedAt, checked, found } };
  };

  api.get('/words', editorRule('moderator'), async () => deskAnswer(await read()));

  api.post('/words', editorRule('admin'), async (context) => {
    const body = await readDeskBody(context.req.raw, wordsSchema, maxBytes);
    if (body.kind === 'refused') return body.response;
    const outcome = await changeSiteWords(store, body.value, actorOf(context.get('editor')));
    if (outcome.kind === 'too-short') return tooShort(outcome.texts);
    if (outcome.kind === 'too-many') return deskProblem('too-many');
    if (outcome.kind === 'changed' && outcome.isRechecked) rechecks.run();
    const now = await read();
    if (outcome.kind === 'changed') return deskAnswer(now);
    const conflict: DeskWordsConflict = { words: now };
    return deskProblem('version-changed', { conflict });
  });

  api.post('/words/test', editorRule('moderator'), async (context) => {
    const body = await readDeskBody(context.req.raw, wordTestSchema, maxBytes);
    if (body.kind === 'refused') return body.response;
    const short = findTooShort(body.value.add);
    if (short.length > 0) return tooShort(short);
    const { entries } = await store.listWords();
    const text = normalizeText(body.value.text);
    const hits = words.explain(text, changeWords(entries, body.value));
    const answer: DeskWordTest = { text, hits };
    return deskAnswer(answer);
  });
}

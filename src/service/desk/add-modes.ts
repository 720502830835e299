import type { Hono } from 'hono';
import type { DeskModes, DeskModesConflict } from '../../protocol/desk-articles.ts';
import type { ModerationMode } from '../../protocol/desk.ts';
import { type ModesBody, modesSchema } from '../../protocol/schemas-of-desk-articles.ts';
import { hashText } from '../store/audit-log.ts';
import type { CommentStore, StoreTransaction } from '../store/comment-store.ts';
import type { Actor, NewsroomModes } from '../store/newsroom-transaction.ts';
import { actorOf } from './add-comment-writes.ts';
import { deskAnswer } from './desk-answer.ts';
import { deskProblem } from './desk-problem.ts';
import type { DeskEnvironment, EditorRule } from './editor-rule.ts';
import { readDeskBody } from './read-desk-body.ts';

/** Names what is set: the same for the same modes, in all processes. */
const versionOf = (modes: NewsroomModes): string => hashText(JSON.stringify(modes));

/** Sets what is wanted and is not so yet, each with an entry in the audit log. */
async function changeModes(
  transaction: StoreTransaction,
  before: NewsroomModes,
  { site, sections = [] }: ModesBody,
  actor: Actor,
): Promise<void> {
  const record = (name: string, from: ModerationMode | null, to: ModerationMode | null) =>
    transaction.audit({
      ...actor,
      action: 'mode',
      note: `${name}: ${from ?? 'none'} → ${to ?? 'none'}`,
    });
  if (site !== undefined && site !== before.site) {
    await transaction.setSiteMode(site);
    await record('site', before.site, site);
  }
  const known = new Map(before.sections.map(({ name, mode }) => [name, mode]));
  for (const { name, mode } of sections) {
    const from = known.get(name) ?? null;
    if (mode === from) continue;
    // oxlint-disable-next-line no-await-in-loop -- each entry of the log is chained to the one before
    await transaction.setSectionMode(name, mode);
    // oxlint-disable-next-line no-await-in-loop
    await record(`section ${name}`, from, mode);
  }
}

/** Adds the modes of the site and its sections (M-2). */
export function addModes(
  api: Hono<DeskEnvironment>,
  editorRule: EditorRule,
  { store, moderation }: { readonly store: CommentStore; readonly moderation: ModerationMode },
): void {
  const read = async (): Promise<DeskModes> => {
    const [modes, names] = await Promise.all([store.listModes(), store.listSections()]);
    const set = new Map(modes.sections.map(({ name, mode }) => [name, mode]));
    return {
      version: versionOf(modes),
      site: modes.site,
      setting: moderation,
      sections: [...new Set([...names, ...set.keys()])]
        .toSorted((one, other) => one.localeCompare(other, 'vi'))
        .map((name) => ({ name, mode: set.get(name) ?? null })),
    };
  };

  api.get('/modes', editorRule('viewer'), async () => deskAnswer(await read()));

  api.put('/modes', editorRule('admin'), async (context) => {
    const body = await readDeskBody(context.req.raw, modesSchema);
    if (body.kind === 'refused') return body.response;
    const actor = actorOf(context.get('editor'));
    const isSeen = await store.transaction(async (transaction) => {
      const before = await transaction.listModes();
      if (versionOf(before) !== body.value.version) return false;
      await changeModes(transaction, before, body.value, actor);
      return true;
    });
    const modes = await read();
    if (isSeen) return deskAnswer(modes);
    const conflict: DeskModesConflict = { modes };
    return deskProblem('version-changed', { conflict });
  });
}

import { announceRemovals, type CommentStore, openStore } from '../service/index.ts';
import { createPurgeHook } from '../service/purge-hook.ts';
import { logToStandardError } from '../service/service-log.ts';
import { settingFlags } from '../service/setting-table.ts';
import type { Flag, ParsedFlags } from './flags.ts';
import { databaseFlags, settingsOf } from './setting-flags.ts';

/** The settings of commands that may take something away from the public. */
export const newsroomFlags: readonly Flag[] = [...databaseFlags, settingFlags.purgeUrl];

/** Opens the store of the settings; removals are told to the purge endpoint, where one is set, before it is closed. */
export async function openNewsroomStore(given: ParsedFlags): Promise<CommentStore> {
  const settings = settingsOf(given);
  const log = logToStandardError;
  const store = await openStore(settings.database);
  const onRemoval = createPurgeHook(settings, log);
  return onRemoval ? announceRemovals(store, { onRemoval, log }) : store;
}

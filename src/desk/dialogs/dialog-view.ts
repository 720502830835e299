import { html, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';

import type { Desk } from '../desk.ts';
import type { DeskDialog } from '../desk-model.ts';
import { articleDialog } from './article-dialog.ts';
import { bulkDialog } from './bulk-dialog.ts';
import { keysDialog } from './keys-dialog.ts';
import { leaveDialog } from './leave-dialog.ts';
import { modesDialog } from './modes-dialog.ts';
import { rejectDialog } from './reject-dialog.ts';
import { sessionsDialog } from './sessions-dialog.ts';

const dialogs: Readonly<Record<DeskDialog, (desk: Desk) => unknown>> = {
  reject: rejectDialog,
  bulk: bulkDialog,
  keys: keysDialog,
  sessions: sessionsDialog,
  leave: leaveDialog,
  article: articleDialog,
  modes: modesDialog,
  words: ({ words }) => words.view,
  stats: ({ stats }) => stats.view,
};

/** The dialog that is open. The browser gives the focus back to where it was. */
export function dialogView(desk: Desk): unknown {
  const { dialog } = desk.model;
  if (!dialog) return nothing;
  // One of its own for each: the news that the last one was closed comes when the next may be open.
  return keyed(
    dialog,
    html`<dialog
    aria-labelledby="${dialog}-heading"
    @keydown=${desk.shortcuts.onDialogKey}
    @close=${({ currentTarget }: Event) => desk.onDialogClosed(dialog, currentTarget as HTMLDialogElement)}
  >
    ${dialogs[dialog](desk)}
  </dialog>`,
  );
}

import {
  closeOnSignal,
  type CommentService,
  listenForStop,
  openServiceLog,
  type ServiceLog,
  type Settings,
} from '../service/index.ts';
import { browserFiles } from './browser-files.ts';
import { serveOrClose } from './serve-or-close.ts';
import type { Terminal } from './terminal.ts';

/** What is served until the process is told to end. */
export interface Serving {
  readonly settings: Settings;
  /** Opens the service; `signal` ends a wait for its database. */
  readonly open: (options: {
    readonly log: ServiceLog;
    readonly signal: AbortSignal;
  }) => Promise<CommentService>;
  /** What is said when it can be asked. */
  readonly announce: (url: string) => string;
}

/** Serves a service and the browser files until the process is told to end. */
export async function serveUntilStopped(
  { settings, open, announce }: Serving,
  terminal: Terminal,
): Promise<void> {
  const stopping = listenForStop();
  const { log, onAnswer } = await openServiceLog(settings);
  let service: CommentService;
  try {
    service = await open({ log, signal: stopping });
  } catch (error) {
    if (stopping.aborted) return;
    throw error;
  }
  const server = await serveOrClose({ service, settings, log, onAnswer, files: browserFiles });
  const ended = closeOnSignal(server, stopping);
  terminal.print(announce(server.url));
  await ended;
}

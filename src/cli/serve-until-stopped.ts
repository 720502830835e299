import {
  closeOnSignal,
  type CommentService,
  listenForStop,
  type Metrics,
  type OnAnswer,
  openMetrics,
  openServiceLog,
  type RunningServer,
  serveMetrics,
  type ServiceLog,
  type ServiceMeter,
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
    readonly meter: ServiceMeter | undefined;
  }) => Promise<CommentService>;
  /** What is said when it can be asked. */
  readonly announce: (url: string) => string;
}

/** Metrics on a port of their own, where there is one; before the service opens, which may wait for its database. */
const startMetrics = async ({
  metricsPort: port,
  metricsHost: host,
}: Settings): Promise<(Metrics & { readonly server: RunningServer }) | undefined> => {
  if (port === undefined) return undefined;
  const metrics = await openMetrics();
  return { ...metrics, server: await serveMetrics(metrics, { port, host }) };
};

/** Serves a service, its metrics and the browser files until the process is told to end. */
export async function serveUntilStopped(
  { settings, open, announce }: Serving,
  terminal: Terminal,
): Promise<void> {
  const stopping = listenForStop();
  const { log, onAnswer: logAnswer } = await openServiceLog(settings);
  const metrics = await startMetrics(settings);
  const onAnswer: OnAnswer = (answered) => {
    logAnswer?.(answered);
    metrics?.onAnswer(answered);
  };
  try {
    const options = { log, signal: stopping, meter: metrics?.meter };
    const service = await open(options).catch((error: unknown) => {
      // Told to stop while it waited for its database.
      if (stopping.aborted) return undefined;
      throw error;
    });
    if (!service) return;
    const server = await serveOrClose({ service, settings, log, onAnswer, files: browserFiles });
    const ended = closeOnSignal(server, stopping);
    terminal.print(announce(server.url));
    if (metrics) terminal.print(`Metrics are at ${metrics.server.url}/metrics.`);
    await ended;
  } finally {
    await metrics?.server.close();
  }
}

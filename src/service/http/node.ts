import { createServer, type Server } from 'node:http';
import { setTimeout as pauseFor } from 'node:timers/promises';
import { getRequestListener } from '@hono/node-server';
import type { CommentService } from '../comment-service.ts';
import { ConfigurationError } from '../configuration-error.ts';
import { logToStandardError, type ServiceLog } from '../service-log.ts';
import type { Metrics } from '../metrics/open-metrics.ts';
import type { SettingName } from '../setting-checks.ts';
import { settingPlaces } from '../setting-table.ts';
import type { Settings } from '../settings.ts';
import { answerScrape } from './answer-scrape.ts';
import type { OnAnswer } from './answered-request.ts';
import { cutUpload } from './cut-upload.ts';
import { runWithRequestId } from './request-id.ts';
import { createSiteHandler, type PagesHandler } from './site-handler.ts';
import { prepareStop } from './stop-server.ts';
import { watchAnswer, type WatchedRequest } from './watch-answer.ts';

/** Settings of {@link serveComments}. */
export interface ServeOptions {
  readonly service: CommentService;
  readonly settings: Pick<Settings, 'port' | 'host' | 'path'>;
  /** The site's own pages, asked before the service. */
  readonly pages?: PagesHandler;
  /** Takes one line for every unexpected failure. Default the standard error stream. */
  readonly log?: ServiceLog;
  /** Told of every request once its answer is over. Default nobody. */
  readonly onAnswer?: OnAnswer | undefined;
  /** Folder of the built browser files. Default the package's own. */
  readonly files?: URL;
  /** How long a stop waits for answers under way, in milliseconds. Default 10,000. */
  readonly closeTimeoutMs?: number;
}

/** A server that takes requests. */
export interface RunningServer {
  readonly port: number;
  /** The site's address without a final slash. */
  readonly url: string;
  /**
   * Takes no new connections, answers the requests under way for as long as `closeTimeoutMs`, closes the service; the
   * same promise each time.
   */
  close(): Promise<void>;
}

/** How long a request may take to arrive, in milliseconds; a slow sender holds a connection no longer. */
const requestTimeoutMs = 30_000;
/** How long the service may then take to close, in milliseconds: what it waits for has nobody to be told. */
const closeServiceMs = 2000;

/** Where a server listens, and the settings that say so. */
interface Place {
  readonly port: number;
  readonly host: string;
  readonly settings: readonly [port: SettingName, host: SettingName];
}

const listenProblem = (error: unknown, { port, host, settings }: Place): unknown => {
  const [portPlaces, hostPlaces] = settings.map(settingPlaces);
  const code: unknown = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') {
    const sentence = `Port ${port} of ${host} is taken by another program; stop that one, or choose another port with ${portPlaces}.`;
    return new ConfigurationError('PORT_IN_USE', sentence, { cause: error });
  }
  if (code === 'EACCES') {
    const sentence = `This user may not listen on port ${port}; choose one above 1023 with ${portPlaces}.`;
    return new ConfigurationError('PORT_FORBIDDEN', sentence, { cause: error });
  }
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    const sentence = `This machine has no address ${host} to listen on; choose another one with ${hostPlaces}.`;
    return new ConfigurationError('HOST_UNAVAILABLE', sentence, { cause: error });
  }
  return error;
};

/** @returns The address without a final slash. */
const listen = async (
  server: Server,
  place: Place,
): Promise<Pick<RunningServer, 'port' | 'url'>> => {
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject).listen(place.port, place.host, resolve);
    });
  } catch (error) {
    throw listenProblem(error, place);
  }
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : place.port;
  const host = place.host.includes(':') ? `[${place.host}]` : place.host;
  return { port, url: `http://${host}:${port}` };
};

/**
 * Serves the comment service over HTTP with Node.js, beside the browser files and a site's own pages.
 * @throws {ConfigurationError} `PORT_IN_USE`, `PORT_FORBIDDEN` or `HOST_UNAVAILABLE`; the service is left open.
 */
export async function serveComments(options: ServeOptions): Promise<RunningServer> {
  const { service, settings, pages, log = logToStandardError } = options;
  const { onAnswer = () => {}, closeTimeoutMs = 10_000 } = options;
  // The same number of steps up from `src` and from `dist`.
  const { files = new URL('../../../dist/', import.meta.url) } = options;
  const handle = createSiteHandler({ service, path: settings.path, files, pages, log });
  const watched = new WeakMap<object, WatchedRequest>();
  const listener = getRequestListener(
    async (request, { incoming, outgoing }) => {
      const address = incoming.socket.remoteAddress;
      const { onRoute, begin } = watched.get(incoming) ?? {};
      const connection = { ...(address !== undefined && { address }), ...(onRoute && { onRoute }) };
      const response = await handle(request, connection);
      begin?.();
      cutUpload(incoming, outgoing);
      // Nobody is to send another request by a connection that is about to end.
      if (!server.listening) outgoing.setHeader('Connection', 'close');
      return response;
    },
    { overrideGlobalObjects: false },
  );
  const server = createServer({ requestTimeout: requestTimeoutMs }, (incoming, outgoing) => {
    const request = watchAnswer(incoming, outgoing, onAnswer);
    watched.set(incoming, request);
    void runWithRequestId(request.id, () => listener(incoming, outgoing));
  });
  const stop = prepareStop(server, closeTimeoutMs);
  const listening = await listen(server, { ...settings, settings: ['port', 'host'] });
  const close = async (): Promise<void> => {
    service.drain();
    if (!(await stop()))
      log(`Requests not answered within ${closeTimeoutMs} ms of the stop were cut.`);
    const gaveUp = new AbortController();
    const ended = service.close().finally(() => gaveUp.abort());
    const wait = pauseFor(closeServiceMs, undefined, { signal: gaveUp.signal }).catch(() => {});
    await Promise.race([ended, wait]);
  };
  let closing: Promise<void> | undefined;
  return {
    ...listening,
    close: () => (closing ??= close()),
  };
}

/** How long a stop waits for scrapes under way, in milliseconds. */
const closeMetricsMs = 1000;

/**
 * Serves metrics at `/metrics` of a port of their own, for Prometheus.
 * @throws {ConfigurationError} as {@link serveComments}.
 */
export async function serveMetrics(
  metrics: Pick<Metrics, 'read'>,
  { port, host }: Pick<ServeOptions['settings'], 'port' | 'host'>,
): Promise<RunningServer> {
  const listener = getRequestListener(answerScrape(metrics), { overrideGlobalObjects: false });
  const server = createServer({ requestTimeout: requestTimeoutMs }, (incoming, outgoing) => {
    void listener(incoming, outgoing);
  });
  const stop = prepareStop(server, closeMetricsMs);
  const listening = await listen(server, { port, host, settings: ['metricsPort', 'metricsHost'] });
  let closing: Promise<unknown> | undefined;
  return {
    ...listening,
    async close() {
      await (closing ??= stop());
    },
  };
}

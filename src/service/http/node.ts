import { createServer, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { CommentService } from '../comment-service.ts';
import { ConfigurationError } from '../configuration-error.ts';
import { logToStandardError, type ServiceLog } from '../service-log.ts';
import type { Settings } from '../settings.ts';
import { cutUpload } from './cut-upload.ts';
import { createSiteHandler, type PagesHandler } from './site-handler.ts';

/** Settings of {@link serveComments}. */
export interface ServeOptions {
  readonly service: CommentService;
  readonly settings: Pick<Settings, 'port' | 'host' | 'path'>;
  /** The site's own pages, asked before the service. */
  readonly pages?: PagesHandler;
  /** Takes one line for every unexpected failure. Default the standard error stream. */
  readonly log?: ServiceLog;
  /** Folder of the built browser files. Default the package's own. */
  readonly files?: URL;
}

/** A server that takes requests. */
export interface RunningServer {
  readonly port: number;
  /** The site's address without a final slash. */
  readonly url: string;
  /** Takes no new requests, finishes those under way, closes the service; the same promise each time. */
  close(): Promise<void>;
}

/** How long a request may take to arrive, in milliseconds; a slow sender holds a connection no longer. */
const requestTimeoutMs = 30_000;
/** How long a stop waits for answers under way, in milliseconds. */
const closeTimeoutMs = 10_000;
/** How often a stop lets go of connections that have become idle, in milliseconds. */
const idleSweepMs = 50;

const listenProblem = (error: unknown, { port, host }: ServeOptions['settings']): unknown => {
  const code: unknown = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') {
    const sentence = `Port ${port} of ${host} is taken by another program; stop that one, or choose another port with --port or READER_COMMENTS_PORT.`;
    return new ConfigurationError('PORT_IN_USE', sentence, { cause: error });
  }
  if (code === 'EACCES') {
    const sentence = `This user may not listen on port ${port}; choose one above 1023 with --port or READER_COMMENTS_PORT.`;
    return new ConfigurationError('PORT_FORBIDDEN', sentence, { cause: error });
  }
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    const sentence = `This machine has no address ${host} to listen on; choose another one with --host or READER_COMMENTS_HOST.`;
    return new ConfigurationError('HOST_UNAVAILABLE', sentence, { cause: error });
  }
  return error;
};

const listen = async (server: Server, settings: ServeOptions['settings']): Promise<number> => {
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject).listen(settings.port, settings.host, resolve);
    });
  } catch (error) {
    throw listenProblem(error, settings);
  }
  const address = server.address();
  return typeof address === 'object' && address ? address.port : settings.port;
};

const stopServer = async (server: Server): Promise<void> => {
  // A connection that was answering becomes an idle one, and would be kept for the next request.
  const sweep = setInterval(() => server.closeIdleConnections(), idleSweepMs);
  const giveUp = setTimeout(() => server.closeAllConnections(), closeTimeoutMs);
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  clearInterval(sweep);
  clearTimeout(giveUp);
};

/**
 * Serves the comment service over HTTP with Node.js, beside the browser files and a site's own pages.
 * @throws {ConfigurationError} `PORT_IN_USE`, `PORT_FORBIDDEN` or `HOST_UNAVAILABLE`; the service is left open.
 */
export async function serveComments(options: ServeOptions): Promise<RunningServer> {
  const { service, settings, pages, log = logToStandardError } = options;
  // The same number of steps up from `src` and from `dist`.
  const { files = new URL('../../../dist/', import.meta.url) } = options;
  const handle = createSiteHandler({ service, path: settings.path, files, pages, log });
  const listener = getRequestListener(
    async (request, { incoming, outgoing }) => {
      const address = incoming.socket.remoteAddress;
      const response = await handle(request, address === undefined ? {} : { address });
      cutUpload(incoming, outgoing);
      return response;
    },
    { overrideGlobalObjects: false },
  );
  const server = createServer({ requestTimeout: requestTimeoutMs }, (incoming, outgoing) => {
    void listener(incoming, outgoing);
  });
  const port = await listen(server, settings);
  const host = settings.host.includes(':') ? `[${settings.host}]` : settings.host;
  let closing: Promise<void> | undefined;
  return {
    port,
    url: `http://${host}:${port}`,
    close: () => (closing ??= stopServer(server).then(() => service.close())),
  };
}

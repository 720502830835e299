import { type RunningServer, serveComments, type ServeOptions } from '../service/index.ts';

/** Serves a service; one that cannot be served is closed, so that the command can end. */
export async function serveOrClose(options: ServeOptions): Promise<RunningServer> {
  try {
    return await serveComments(options);
  } catch (error) {
    await options.service.close();
    throw error;
  }
}

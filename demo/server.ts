import {
  closeOnSignal,
  openCommentService,
  readSettings,
  serveComments,
  ServiceError,
} from '../src/service/index.ts';
import { demoPages } from './pages-handler.ts';

/** The demo: an article page and the comment service behind it. Settings as for `reader-comments serve`, from READER_COMMENTS_*. */
async function runDemo(): Promise<void> {
  const settings = readSettings({}, process.env);
  const service = await openCommentService(settings);
  try {
    const server = await serveComments({ service, settings, pages: demoPages });
    process.stdout.write(
      [
        '',
        `  Open http://localhost:${server.port} and send a comment.`,
        '',
        `  It waits for the newsroom. Read and publish it in another terminal:`,
        `    npx reader-comments comments list --data ${settings.data}`,
        `    npx reader-comments comments publish ID --data ${settings.data}`,
        '',
        `  Stop with Ctrl+C.`,
        '',
      ].join('\n'),
    );
    await closeOnSignal(server);
  } finally {
    await service.close();
  }
}

try {
  await runDemo();
} catch (error) {
  if (!(error instanceof ServiceError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
